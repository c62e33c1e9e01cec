/** What is said at the end: solved, made up for, and whether it holds. */
import type { Template } from "./templates.ts";
import { ticketNumber, written } from "./templatevariables.ts";

const resolved: Template = {
  id: "resolved",
  name: { en: "Solved", zh: "已处理" },
  purpose: "resolved",
  body: {
    en: "This should be solved now: {{solution}}\n\nPlease try it once more. If it still isn't right, reply to this message and I will take it up again.",
    zh: "您的问题我们这边已经处理好了：{{solution}}\n\n请您再试一次。如果还是不对，直接回复我，我接着处理。",
  },
  variables: [written("solution", "What the solution is", "怎么解决的")],
};

const compensation: Template = {
  id: "compensation",
  name: { en: "Making up for it", zh: "补偿" },
  purpose: "compensation",
  body: {
    en: "We caused you trouble and would like to make up for it. You get: {{what}}\n\nYou will have it by {{when}}. What to know when you use it: {{rules}}\n\nIf it isn't there by then, reply to this message and I will find out why.",
    zh: "这次给您添了麻烦，我们想做一点补偿：{{what}}\n\n{{when}} 之前会到您手里。使用规则：{{rules}}\n\n到时候如果没有收到，直接回复我，我去查。",
  },
  variables: [
    written("what", "What the customer gets", "补偿什么"),
    {
      name: "when",
      type: "time",
      label: { en: "When it arrives at the latest", zh: "最晚什么时候到" },
      fill: "by_hand",
    },
    written("rules", "How it can be used, and until when", "怎么用，有效期到什么时候"),
  ],
};

/** The two answers stand below the message as buttons or links. */
const verify: Template = {
  id: "verify",
  name: { en: "Is it solved?", zh: "确认是否解决" },
  purpose: "verify",
  body: {
    en: "Is request {{number}} solved for you, and is there anything else we can do?\n\nPlease choose one of the two answers below. If it isn't solved, we open the request again and go back to looking for the cause.",
    zh: "编号 {{number}} 的问题解决了吗？还有没有别的需要我们帮忙？\n\n请在下面两个回答里选一个。如果还没有解决，我们会重新打开，从查原因开始再处理一遍。",
  },
  variables: [ticketNumber],
};

export const outcomeTemplates: Template[] = [resolved, compensation, verify];
