/** What is said first when somebody is upset or a lot is at stake. */
import type { Template } from "./templates.ts";
import { nextUpdate, written } from "./templatevariables.ts";

const calmFirst: Template = {
  id: "calm_first",
  name: { en: "Calm first", zh: "先安抚" },
  purpose: "calm_first",
  body: {
    en: "I have read what happened, and I understand that you are upset. I'm sorry. This is how I understand it, and what you need from us: {{understood}}\n\nIf I got something wrong, please put me right. I am looking into it myself and will tell you by {{time}} what we can do.",
    zh: "您说的情况我都看过了，换作是我也会生气，先跟您说声抱歉。我想确认一下，事情的经过和您的诉求是不是这样：{{understood}}\n\n有不对的地方请您指出来。这件事由我来查，{{time}} 之前给您一个明确的说法。",
  },
  variables: [
    written("understood", "What happened and what the customer needs", "事情经过和客户诉求"),
    nextUpdate,
  ],
};

const l1First: Template = {
  id: "l1_first",
  name: { en: "Urgent: who is in charge", zh: "紧急：负责人" },
  purpose: "l1_first",
  body: {
    en: "We can see how much depends on this for you. {{owner}} is in charge of it from now on and will contact you personally by {{time}}. You won't have to explain it a second time.",
    zh: "我们知道这件事对您影响很大，现在由 {{owner}} 专门负责，{{time}} 之前会直接联系您。您说过的情况都已经转达，不用再从头讲一遍。",
  },
  variables: [
    {
      name: "owner",
      type: "text",
      label: { en: "Who is in charge", zh: "负责人姓名" },
      fill: "agent_name",
    },
    nextUpdate,
  ],
  appliesTo: { levels: ["L1"] },
};

export const careTemplates: Template[] = [calmFirst, l1First];
