import { hours, needed, workingDays } from "./stagenotes.ts";
import type { Procedure } from "./stages.ts";

/** Stop the harm before asking for its cause. Triage starts it, whatever the kind of the ticket. */
export const securityProcedure: Procedure = {
  id: "security",
  name: { en: "Account at risk", zh: "账户安全" },
  appliesTo: { flows: ["risk"] },
  stages: [
    {
      id: "contain",
      name: { en: "Stop the harm", zh: "止损" },
      owner: "team:risk",
      limit: hours(0.5),
      notes: [
        needed("secured", "yes_no", "Is access to the account blocked?", "账号已经锁定了吗？"),
        needed("at_risk", "text", "What is at risk", "哪些资金或数据有风险"),
      ],
      asksUpdate: true,
    },
    {
      id: "trace",
      name: { en: "Find out how it happened", zh: "查明经过" },
      owner: "team:risk",
      limit: hours(4),
      notes: [
        needed("cause", "text", "How it happened", "怎么发生的"),
        needed("others", "yes_no", "Are others affected?", "还影响到其他客户吗？"),
      ],
      asksUpdate: true,
    },
    {
      id: "restore",
      name: { en: "Give back access", zh: "恢复使用" },
      owner: "team:risk",
      limit: hours(4),
      notes: [
        needed("identity", "text", "How the person was verified", "怎么核实身份的"),
        needed(
          "changed",
          "yes_no",
          "Are password and sessions renewed?",
          "密码和登录状态都重置了吗？",
        ),
      ],
      asksUpdate: true,
    },
    {
      id: "prevent",
      name: { en: "Prevent the next one", zh: "防止再次发生" },
      owner: "lead",
      limit: workingDays(3),
      notes: [needed("measure", "text", "What is changed, and by whom", "改什么，由谁负责")],
      asksUpdate: false,
    },
  ],
};
