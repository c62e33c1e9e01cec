/** Mails to customers as text: what each says, in the reader's language, with times in the reader's zone. */
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { exactTime } from "../tickets/exacttime.ts";

export const mailKinds = [
  "received",
  "confirm",
  "replied",
  "delayed",
  "planned",
  "solved",
  "survey",
  "link",
  "shipped",
] as const;
export type MailKind = (typeof mailKinds)[number];

export type NoticeFacts = {
  locale: Locale;
  /** IANA zone of the reader; the site's where unknown. */
  timeZone: string;
  site: string;
  name: string;
  number: number;
  subject: string;
  link: string;
  /** The message to deliver, where there is one. */
  body: string;
  /** What was suggested, as the backlog calls it. */
  item?: string;
  /** Who wrote it. */
  agent: string;
  /** Time promised: of the first answer, or of the next update. */
  promiseAt: Date | null;
  /** Addresses that choose an answer of the survey, from very satisfied down; empty in other mails. */
  choices: string[];
};

export function composeNotice(
  kind: MailKind,
  facts: NoticeFacts,
): { subject: string; text: string } {
  const { locale, name, site } = facts;
  const to = { locale };
  const greeting = name ? m.mail_greeting({ name }, to) : m.mail_greeting_nameless({}, to);
  const text = [greeting, ...paragraphs(kind, facts), m.mail_signature({ site }, to)].join("\n\n");
  return { subject: subjects[kind](facts), text: `${text}\n` };
}

const subjects: Record<MailKind, (facts: NoticeFacts) => string> = {
  received: (f) => m.mail_received_subject(f, f),
  confirm: (f) => m.mail_confirm_subject(f, f),
  replied: (f) => m.mail_replied_subject(f, f),
  delayed: (f) => m.mail_delayed_subject(f, f),
  planned: (f) => m.mail_planned_subject(f, f),
  solved: (f) => m.mail_solved_subject(f, f),
  survey: (f) => m.mail_survey_subject(f, f),
  link: (f) => m.mail_link_subject(f, f),
  shipped: (f) => m.mail_shipped_subject({ ...f, item: f.item ?? f.subject }, f),
};

function paragraphs(kind: MailKind, facts: NoticeFacts): string[] {
  const { link, locale, promiseAt, timeZone } = facts;
  const time = promiseAt ? exactTime(promiseAt, locale, timeZone) : "";
  switch (kind) {
    case "received":
      return [m.mail_received_body({ ...facts, time }, facts)];
    case "confirm":
      return [m.mail_confirm_body({ link }, facts)];
    case "replied":
      return [
        m.mail_replied_body(facts, facts),
        time ? m.mail_replied_promise({ time }, facts) : m.mail_replied_waiting({}, facts),
        ...(time ? [`${m.mail_replied_link({}, facts)}\n${link}`] : [link]),
      ];
    case "delayed":
      return [
        m.mail_replied_body(facts, facts),
        m.mail_delayed_promise({ time }, facts),
        `${m.mail_replied_link({}, facts)}\n${link}`,
      ];
    case "planned":
      return [m.mail_replied_body(facts, facts), m.mail_planned_body({ link }, facts)];
    case "survey":
      return [m.mail_survey_body(facts, facts), choicesOf(facts), m.mail_survey_end({}, facts)];
    case "solved":
      return [
        ...(facts.body ? [m.mail_replied_body(facts, facts)] : []),
        m.mail_solved_body({ link }, facts),
      ];
    case "link":
      return [m.mail_link_body({ link }, facts)];
    case "shipped":
      return [
        m.mail_shipped_body({ ...facts, item: facts.item ?? facts.subject }, facts),
        ...(facts.body ? [facts.body] : []),
        link,
      ];
  }
}

/** One line for each answer; opening it only chooses, so that a mail scanner answers nothing. */
const choicesOf = (facts: NoticeFacts): string =>
  facts.choices.map((link, index) => `${scale[index]!({}, facts)}: ${link}`).join("\n");

const scale = [m.mail_survey_5, m.mail_survey_4, m.mail_survey_3, m.mail_survey_2, m.mail_survey_1];
