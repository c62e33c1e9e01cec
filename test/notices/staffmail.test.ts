/** Every mail to the desk, as it is sent: read in both languages by whoever changes one. */
import { describe, expect, test } from "vitest";
import { noticeKinds } from "../../server/notices/kinds.ts";
import { composeStaffMail, type StaffFacts } from "../../server/notices/staffmail.ts";

const facts = {
  en: {
    site: "Heronby Help",
    name: "Mia Hartmann",
    timeZone: "America/New_York",
    ticket: { number: 10001, subject: "Camera offline since the update" },
  },
  zh: {
    site: "鹭屿帮助中心",
    name: "陈思远",
    timeZone: "Asia/Shanghai",
    ticket: { number: 10001, subject: "升级后摄像头一直离线" },
  },
} as const;

/** Kinds that name a time of their own. */
const timed = ["promise_due", "promise_broken", "warned", "breached", "task_given", "task_overdue"];
timed.push("sync_missing");
const alone = ["surge", "incident_proposed", "next_year_missing"];

const factsOf = (kind: string, locale: "en" | "zh"): StaffFacts => ({
  ...facts[locale],
  ticket: alone.includes(kind) ? null : facts[locale].ticket,
  locale,
  link: alone.includes(kind)
    ? "https://help.heronby.example/console/"
    : "https://help.heronby.example/console/tickets/10001",
  dueAt: timed.includes(kind) ? new Date("2026-11-23T02:00:00Z") : null,
  metric: kind.startsWith("promise") ? "promise" : "first_reply",
  next: alone.includes(kind)
    ? null
    : { metric: "resolution", dueAt: new Date("2026-11-24T02:00:00Z") },
  year: kind === "next_year_missing" ? 2027 : null,
});

describe.each(["en", "zh"] as const)("mails to the desk (%s)", (locale) => {
  test("what each says", async () => {
    const mails = noticeKinds.map((kind) => {
      const { subject, text } = composeStaffMail(kind, factsOf(kind, locale));
      return `=== ${kind}\n${subject}\n\n${text}`;
    });
    await expect(mails.join("\n")).toMatchFileSnapshot(`mails/desk.${locale}.txt`);
  });

  test.each(noticeKinds)("%s: number and subject, the link, a time where there is one", (kind) => {
    const given = factsOf(kind, locale);
    const { subject, text } = composeStaffMail(kind, given);
    expect(text).toContain(given.link);
    if (given.ticket) expect(subject).toContain(`#10001 ${given.ticket.subject}`);
    if (given.ticket) expect(subject + text).toMatch(/\d\d:\d\d/);
    expect(subject + text).not.toMatch(/undefined|\{|Invalid/);
  });
});

test("a time that isn't known is said to be so", () => {
  const { text } = composeStaffMail("task_given", { ...factsOf("task_given", "en"), dueAt: null });
  expect(text).toContain("It is due by a time that isn't set yet.");
});
