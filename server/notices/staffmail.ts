/** Mails to people of the desk: one sentence that says what happened, what is next, and by when. */
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { exactTime } from "../tickets/exacttime.ts";
import type { NoticeKind } from "./kinds.ts";

export type StaffFacts = {
  locale: Locale;
  /** IANA zone of the reader. */
  timeZone: string;
  site: string;
  name: string;
  /** Null where the notice is about no ticket. */
  ticket: { number: number; subject: string } | null;
  link: string;
  /** By when, or when it should have been; null where there is no such time. */
  dueAt: Date | null;
  /** The clock meant by `dueAt`; empty string = none. */
  metric: string;
  /** What is due next on the ticket, where the notice itself names no time. */
  next: { metric: string; dueAt: Date } | null;
  year: number | null;
};

type Words = { about: string; number: number; time: string; clock: string; year: number };
type Text = (words: Words, to: { locale: Locale }) => string;

const texts: Record<NoticeKind, { subject: Text; body: Text }> = {
  assigned: { subject: m.mail_staff_assigned_subject, body: m.mail_staff_assigned_body },
  customer_wrote: {
    subject: m.mail_staff_customer_wrote_subject,
    body: m.mail_staff_customer_wrote_body,
  },
  promise_due: { subject: m.mail_staff_promise_due_subject, body: m.mail_staff_promise_due_body },
  promise_broken: {
    subject: m.mail_staff_promise_broken_subject,
    body: m.mail_staff_promise_broken_body,
  },
  warned: { subject: m.mail_staff_warned_subject, body: m.mail_staff_warned_body },
  breached: { subject: m.mail_staff_breached_subject, body: m.mail_staff_breached_body },
  escalated: { subject: m.mail_staff_escalated_subject, body: m.mail_staff_escalated_body },
  review_opened: {
    subject: m.mail_staff_review_opened_subject,
    body: m.mail_staff_review_opened_body,
  },
  task_given: { subject: m.mail_staff_task_given_subject, body: m.mail_staff_task_given_body },
  task_overdue: {
    subject: m.mail_staff_task_overdue_subject,
    body: m.mail_staff_task_overdue_body,
  },
  sync_missing: {
    subject: m.mail_staff_sync_missing_subject,
    body: m.mail_staff_sync_missing_body,
  },
  mentioned: { subject: m.mail_staff_mentioned_subject, body: m.mail_staff_mentioned_body },
  surge: { subject: m.mail_staff_surge_subject, body: m.mail_staff_surge_body },
  incident_proposed: {
    subject: m.mail_staff_incident_proposed_subject,
    body: m.mail_staff_incident_proposed_body,
  },
  on_call: { subject: m.mail_staff_on_call_subject, body: m.mail_staff_on_call_body },
  vip_contact: { subject: m.mail_staff_vip_contact_subject, body: m.mail_staff_vip_contact_body },
  next_year_missing: {
    subject: m.mail_staff_next_year_missing_subject,
    body: m.mail_staff_next_year_missing_body,
  },
};

const clocks: Record<string, (none: object, to: { locale: Locale }) => string> = {
  ack: m.mail_clock_ack,
  first_reply: m.mail_clock_first_reply,
  promise: m.mail_clock_promise,
  resolution: m.mail_clock_resolution,
};

const clockName = (metric: string, to: { locale: Locale }): string =>
  (clocks[metric] ?? m.mail_clock_resolution)({}, to);

export function composeStaffMail(
  kind: NoticeKind,
  facts: StaffFacts,
): { subject: string; text: string } {
  const { locale, site, name, link } = facts;
  const to = { locale };
  const words = wordsOf(facts);
  const paragraphs = [
    m.mail_greeting({ name }, to),
    texts[kind].body(words, to),
    ...(facts.dueAt ? [] : nextOf(facts)),
    `${m.mail_staff_open({}, to)}\n${link}`,
    m.mail_signature({ site }, to),
  ];
  return { subject: texts[kind].subject(words, to), text: `${paragraphs.join("\n\n")}\n` };
}

function nextOf({ next, locale, timeZone }: StaffFacts): string[] {
  if (!next) return [];
  const clock = clockName(next.metric, { locale });
  return [m.mail_staff_next({ clock, time: exactTime(next.dueAt, locale, timeZone) }, { locale })];
}

function wordsOf(facts: StaffFacts): Words {
  const { ticket, site, dueAt, locale, timeZone, metric, year } = facts;
  const to = { locale };
  return {
    about: ticket ? `#${ticket.number} ${ticket.subject}` : site,
    number: ticket?.number ?? 0,
    time: dueAt ? exactTime(dueAt, locale, timeZone) : m.mail_staff_unset({}, to),
    clock: clockName(metric, to),
    year: year ?? 0,
  };
}
