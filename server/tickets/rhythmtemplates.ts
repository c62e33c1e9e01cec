/** What is said while a ticket is open: received, where it stands, later than promised, waiting. */
import type { Template } from "./templates.ts";
import { nextUpdate, ticketNumber, written } from "./templatevariables.ts";

const received: Template = {
  id: "received",
  name: { en: "Received", zh: "已接手" },
  purpose: "received",
  body: {
    en: "Thank you for telling us. Your request has the number {{number}}, and I am looking after it. You will have a first update from me within {{within}}, that is by {{time}}.",
    zh: "您反馈的问题我已经登记好了，编号 {{number}}，由我负责跟进。我会在 {{within}}内（{{time}} 之前）告诉您第一次进展。",
  },
  variables: [
    ticketNumber,
    {
      name: "within",
      type: "duration",
      label: { en: "Hours until the first update", zh: "多久之内给出第一次进展" },
      fill: "promise",
    },
    nextUpdate,
  ],
};

/** Sent by itself on channels where nobody is waiting at the other end. */
const recorded: Template = {
  id: "recorded",
  name: { en: "Recorded (automatic)", zh: "已收录（自动）" },
  purpose: "received",
  body: {
    en: "Your message is recorded as request {{number}}. One of us will read it and answer you by {{time}}. There is nothing you need to do until then. If something new comes up, reply to this message and it goes to the same request.",
    zh: "您的留言已收录，编号 {{number}}。我们的同事会在 {{time}} 之前看完并答复您。这期间您不用做什么；如果有新的情况，直接回复这条消息，会记到同一个问题里。",
  },
  variables: [
    ticketNumber,
    {
      name: "time",
      type: "time",
      label: { en: "A person answers by", zh: "人工答复的时间" },
      fill: "first_reply_due",
    },
  ],
};

const progress: Template = {
  id: "progress",
  name: { en: "Progress", zh: "同步进展" },
  purpose: "progress",
  body: {
    en: "Here is where your request stands: {{action}}\n\nYou will hear from me again by {{time}}, whether or not we have the answer by then.",
    zh: "跟您同步一下进展：{{action}}\n\n{{time}} 之前，不管有没有结论，我都会再联系您。",
  },
  variables: [
    written("action", "What was done and is being done now", "做了什么，正在做什么"),
    nextUpdate,
  ],
};

const delay: Template = {
  id: "delay",
  name: { en: "It takes longer", zh: "需要延期" },
  purpose: "delay",
  body: {
    en: "I can't keep the time I gave you, and I'm sorry about that. The reason: {{reason}}\n\nWe need {{extra_time}} more. You will have word from me by {{new_time}}.",
    zh: "很抱歉，之前跟您约的时间要推后了。原因是：{{reason}}\n\n我们还需要 {{extra_time}}，改到 {{new_time}} 之前给您答复。让您多等了，实在过意不去。",
  },
  variables: [
    written("reason", "Why it takes longer", "延期的原因"),
    {
      name: "extra_time",
      type: "duration",
      label: { en: "How much longer", zh: "还需要多久" },
      fill: "by_hand",
    },
    {
      name: "new_time",
      type: "time",
      label: { en: "New time", zh: "新的时间" },
      fill: "by_hand",
    },
  ],
};

const thirdParty: Template = {
  id: "third_party",
  name: { en: "Waiting for another company", zh: "等待第三方" },
  purpose: "third_party",
  body: {
    en: "We need {{party}} to go on. This is what I have asked them: {{request}}\n\nYou don't have to contact them; I stay the one you talk to. By {{time}} I will tell you what they answered, or that they haven't answered yet.",
    zh: "这个问题需要 {{party}} 配合，我已经向他们提出：{{request}}\n\n您不用自己去联系，这件事还是由我跟到底。{{time}} 之前，对方有没有答复我都会告诉您。",
  },
  variables: [
    written("party", "Who has to do something", "需要谁配合"),
    written("request", "What you asked of them", "向对方提出了什么"),
    nextUpdate,
  ],
};

export const rhythmTemplates: Template[] = [received, recorded, progress, delay, thirdParty];
