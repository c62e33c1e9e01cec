/** The contact form as the customer of a story filled it in. */
import type { Answers } from "../../content/forms.ts";
import type { Submission } from "../../server/tickets/submission.ts";
import { shareOf } from "./hours.ts";
import type { Script } from "./schedule.ts";

const noPicture = {
  en: [
    "It only happens now and then, I couldn't catch it",
    "Nothing to see, the screen looks normal",
    "I'm not at home right now",
    "My phone won't let me take screenshots in the app",
  ],
  zh: [
    "偶尔才出现一次，没来得及截",
    "界面看着是正常的，截图看不出来",
    "现在不在家，拍不了",
    "不会录屏",
  ],
};

export function answersOf(script: Script): Answers {
  const { story, customer } = script;
  const reasons = noPicture[customer.locale];
  const { since = `@${Math.floor(shareOf(story.id, "since") * 4)}`, ...fields } =
    story.fields ?? {};
  return {
    kind: story.kind,
    subject: story.subject,
    description: story.text,
    category: story.category,
    ...(story.module && { module: story.module }),
    name: customer.name,
    email: customer.email,
    ...(customer.company && { company: customer.company }),
    ...(customer.phone && { phone: customer.phone }),
    ...(story.kind === "fault" && {
      ...productOf(script),
      since: typeof since === "string" ? sinceOf(since, script) : since,
      steps: { waived: "" },
      evidence: { waived: reasons[Math.floor(shareOf(story.id, "picture") * reasons.length)]! },
      impact: "person",
      urgency: "normal",
    }),
    ...fields,
  };
}

/** Three in five look up model and version, where the story doesn't say. */
function productOf({ story: { id, module, subject, text } }: Script): Answers {
  if (shareOf(id, "label") > 0.6) return {};
  const isOutdoor = /Cam X/.test(subject + text);
  if (module === "cam") return { device: isOutdoor ? "Cam X" : "Cam S", version: "3.8.1" };
  if (module === "hub") return { device: "Hub 2", version: "2.9.0" };
  if (module === "bell") return { device: "Bell 1", version: "2.4.1" };
  return module === "app" || module === "cloud" ? { version: "App 5.12.0" } : {};
}

/** `@2 21:30` as the form writes it: `2026-11-19 21:30 (Europe/Berlin)`. */
function sinceOf(since: string, { customer: { timeZone }, receivedAt }: Script): string {
  const [, days, time] = /^@(\d+)(?: (\d\d:\d\d))?$/.exec(since) ?? [];
  if (!days) return since;
  const day = new Intl.DateTimeFormat("en-CA", { timeZone }).format(
    receivedAt - Number(days) * 86_400_000,
  );
  return `${day}${time ? ` ${time}` : ""} (${timeZone})`;
}

export function contextOf({ story, customer }: Script): Submission["context"] {
  const { locale, browser, os, timeZone } = customer;
  return {
    page: `/${locale}/${story.category}/`,
    browser,
    os,
    timeZone,
    ...(story.searches && { searches: story.searches }),
    ...(story.read && { articles: story.read.map((number) => `kb-000${number}`) }),
  };
}
