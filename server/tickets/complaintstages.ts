import { hours, needed, welcome, workingDays } from "./stagenotes.ts";
import type { Procedure } from "./stages.ts";

/** F111: people first, then what they need, then what we do. */
export const complaintProcedure: Procedure = {
  id: "complaint",
  name: { en: "Complaint", zh: "投诉处理" },
  appliesTo: { kinds: ["complaint"] },
  stages: [
    {
      id: "calm",
      name: { en: "Calm first", zh: "先安抚" },
      owner: "assignee",
      limit: hours(1),
      notes: [needed("heard", "text", "What upset the customer", "客户为什么不满")],
      asksUpdate: true,
    },
    {
      id: "need",
      name: { en: "Record the need", zh: "记录诉求" },
      owner: "assignee",
      limit: hours(4),
      notes: [
        needed("need", "text", "What the customer wants from us", "客户希望我们怎么做"),
        needed("agreed", "yes_no", "Did the customer confirm it?", "客户确认过吗？"),
      ],
      asksUpdate: false,
    },
    {
      id: "answer",
      name: { en: "Decide and answer", zh: "决定并答复" },
      owner: "lead",
      limit: workingDays(1),
      notes: [
        needed("decision", "text", "What we do", "我们怎么处理"),
        welcome(
          "compensation",
          "text",
          "What is made up for, when and how",
          "补偿什么、何时、规则",
        ),
      ],
      asksUpdate: true,
    },
    {
      id: "follow_up",
      name: { en: "Ask again", zh: "回访" },
      owner: "assignee",
      limit: workingDays(3),
      notes: [
        needed("content", "yes_no", "Is the customer content with it?", "客户认可这个结果吗？"),
      ],
      asksUpdate: false,
    },
  ],
};
