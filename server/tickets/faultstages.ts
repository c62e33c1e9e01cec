import { hours, needed, welcome, workingDays } from "./stagenotes.ts";
import type { Procedure, Stage } from "./stages.ts";

const diagnose: Stage = {
  id: "diagnose",
  name: { en: "Find the cause", zh: "诊断" },
  owner: "assignee",
  limit: hours(4),
  notes: [
    needed("reproduced", "yes_no", "Could you make it happen yourself?", "能复现吗？"),
    needed("cause", "text", "Cause, or what was ruled out", "原因，或已经排除了什么"),
  ],
  asksUpdate: true,
};

const plan: Stage = {
  id: "plan",
  name: { en: "Decide the solution", zh: "定方案" },
  owner: "assignee",
  limit: hours(2),
  notes: [
    {
      id: "kind",
      type: "choice",
      label: { en: "Kind of solution", zh: "方案类型" },
      options: [
        { id: "workaround", label: { en: "Workaround for now", zh: "先用临时办法" } },
        { id: "root", label: { en: "The cause itself is removed", zh: "从根本上解决" } },
      ],
      required: true,
    },
    needed("promised_time", "time", "Time told to the customer", "答应客户的时间"),
  ],
  asksUpdate: true,
};

/** The work itself stands in tasks, each with its person and due time. */
const crossTeam: Stage = {
  id: "cross_team",
  name: { en: "Work of other teams", zh: "跨部门协作" },
  owner: "team:tech",
  limit: workingDays(1),
  notes: [
    needed(
      "involved",
      "yes_no",
      "Does another team have to do something?",
      "需要其他部门做什么吗？",
    ),
    welcome("who", "text", "Who does what", "谁负责做什么"),
    welcome("deadline", "time", "Due", "截止时间"),
  ],
  asksUpdate: false,
};

const implement: Stage = {
  id: "implement",
  name: { en: "Carry it out", zh: "实施" },
  owner: "assignee",
  limit: workingDays(1),
  notes: [needed("done", "text", "What was changed", "改动了什么")],
  asksUpdate: true,
};

/** No limit: it is the customer's turn, and silence closes the ticket by its own clock. */
const verify: Stage = {
  id: "verify",
  name: { en: "The customer checks", zh: "客户验证" },
  owner: "assignee",
  limit: null,
  notes: [
    needed("tried", "yes_no", "Did you try it yourself before asking?", "请客户验证前自己试过吗？"),
  ],
  asksUpdate: true,
};

/** F054–F057. */
export const faultProcedure: Procedure = {
  id: "fault",
  name: { en: "Fault", zh: "故障处理" },
  appliesTo: { kinds: ["fault"] },
  stages: [diagnose, plan, crossTeam, implement, verify],
};
