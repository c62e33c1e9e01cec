import { m } from "#messages";
import type { Locale } from "../../../content/schema.ts";
import type { Counting } from "../../../server/tickets/counting.ts";
import type { Headline, Stage } from "../../../server/tickets/headline.ts";
import { timeText } from "../ask/clock.ts";
import type { StoryEvent } from "./ticket.ts";

/** Who has the case, what happens next and by when, in the reader's time. */
export function headlineText(headline: Headline, locale: Locale): string {
  const to = { locale };
  const time = (at: Date) => timeText(at, locale);
  switch (headline.state) {
    case "unconfirmed":
      return m.ask_head_unconfirmed({}, to);
    case "received":
      return headline.by
        ? m.ask_head_received({ time: time(headline.by) }, to)
        : m.ask_head_received_open({}, to);
    case "assigned":
      return headline.by
        ? m.ask_head_assigned({ owner: headline.owner, time: time(headline.by) }, to)
        : m.ask_head_assigned_open({ owner: headline.owner }, to);
    case "promised":
      return headline.owner
        ? m.ask_head_promised({ owner: headline.owner, time: time(headline.by) }, to)
        : m.ask_head_promised_team({ time: time(headline.by) }, to);
    case "late":
      return headline.owner
        ? m.ask_head_late({ owner: headline.owner, time: time(headline.since) }, to)
        : m.ask_head_late_team({ time: time(headline.since) }, to);
    case "waiting_customer":
      return headline.owner
        ? m.ask_head_waiting({ owner: headline.owner }, to)
        : m.ask_head_waiting_team({}, to);
    case "solved":
      return m.ask_head_solved({}, to);
    default:
      return m.ask_head_closed({}, to);
  }
}

export function stageText(stage: Stage, locale: Locale): string {
  const to = { locale };
  const texts: Record<Stage, () => string> = {
    unconfirmed: () => m.ask_stage_unconfirmed({}, to),
    received: () => m.ask_stage_received({}, to),
    in_progress: () => m.ask_stage_in_progress({}, to),
    waiting: () => m.ask_stage_waiting({}, to),
    planned: () => m.ask_stage_planned({}, to),
    solved: () => m.ask_stage_solved({}, to),
    closed: () => m.ask_stage_closed({}, to),
  };
  return texts[stage]();
}

/** How that time is counted: in whose hours, and that it stood still while we waited. */
export function countingText(counting: Counting | null, locale: Locale): string {
  const to = { locale };
  const hours = counting?.hours;
  const parts = [
    hours &&
      m.ask_count_hours(
        { ...hours, days: daysText(hours.days, locale), zone: offsetText(hours.zone) },
        to,
      ),
    counting?.hasWaited && m.ask_count_waited({}, to),
  ];
  return parts.filter(Boolean).join(locale === "zh" ? "" : " ");
}

/** "UTC+8": the desk's clock, which may not be the reader's. */
function offsetText(timeZone: string): string {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "shortOffset" });
  const part = format.formatToParts().find(({ type }) => type === "timeZoneName");
  return (part?.value ?? timeZone).replace("GMT", "UTC");
}

const week = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** "Monday to Friday", or the days one by one where they don't follow each other. */
function daysText(days: readonly string[], locale: Locale): string {
  const name = (day: string) =>
    new Intl.DateTimeFormat(locale === "zh" ? "zh-Hans" : "en-GB", {
      weekday: locale === "zh" ? "short" : "long",
      timeZone: "UTC",
    }).format(Date.UTC(2026, 0, 5 + week.indexOf(day)));
  const first = week.indexOf(days[0]!);
  const isRun = days.length > 2 && days.every((day, index) => week[first + index] === day);
  if (!isRun) return new Intl.ListFormat(locale).format(days.map(name));
  return m.ask_count_days({ first: name(days[0]!), last: name(days.at(-1)!) }, { locale });
}

/** One line of the story. Empty for what has no words. */
export function eventText(event: StoryEvent, locale: Locale): string {
  const to = { locale };
  switch (event.type) {
    case "acknowledged":
      return m.ask_event_acknowledged({}, to);
    case "owned":
      return m.ask_event_owned({}, to);
    case "unowned":
      return m.ask_event_unowned({}, to);
    case "reopened":
      return m.ask_event_reopened({}, to);
    case "nudged":
      return m.ask_event_nudged({}, to);
    case "confirmed":
      return m.ask_event_confirmed({}, to);
    case "promised":
      return m.ask_event_promised({ time: timeText(event.by, locale) }, to);
    case "status":
      return statusText(event.to, to);
  }
}

function statusText(status: string, to: { locale: Locale }): string {
  if (status === "waiting_customer") return m.ask_event_waiting_customer({}, to);
  if (status === "waiting_third_party") return m.ask_event_waiting_third_party({}, to);
  if (status === "planned") return m.ask_event_planned({}, to);
  if (status === "solved") return m.ask_event_solved({}, to);
  return status === "closed" ? m.ask_event_closed({}, to) : "";
}
