import ICAL from "ical.js";
import type { NamedDay } from "./holidays.ts";
import {
  type ICalReading,
  type ICalRefusal,
  type Occurrence,
  occurrencesOf,
  Refused,
} from "./icaltimes.ts";
import { datesOfSpan } from "./spans.ts";

/** One event of the file, as it was found. */
export interface ICalEntry {
  /** The event's own name, or "" when it has none. */
  summary: string;
}

/** What came of a file: `days` for `withDays`, and event by event what was taken and what not. */
export interface ICalReport {
  days: NamedDay[];
  imported: (ICalEntry & { kind: NamedDay["kind"]; dates: string[] })[];
  refused: (ICalEntry & { code: ICalRefusal; detail: Record<string, string> })[];
}

/** Reads iCalendar text. Never throws; a text that is no calendar is one refusal. */
export function readICal(text: string, reading: ICalReading): ICalReport {
  const report: ICalReport = { days: [], imported: [], refused: [] };
  for (const event of eventsOf(text, report)) readEvent(event, reading, report);
  return report;
}

/** An event of the file with those that replace single occurrences of it. */
interface Found {
  component: ICAL.Component;
  exceptions: ICAL.Component[];
}

function eventsOf(text: string, report: ICalReport): Found[] {
  let components: ICAL.Component[];
  try {
    components = calendarsOf(text).flatMap((calendar) => calendar.getAllSubcomponents("vevent"));
  } catch (error) {
    report.refused.push(refusal("", "unreadable", { reason: (error as Error).message }));
    return [];
  }
  const uidOf = (event: ICAL.Component) => String(event.getFirstPropertyValue("uid"));
  const [exceptions, masters] = [true, false].map((is) =>
    components.filter((event) => event.hasProperty("recurrence-id") === is),
  ) as [ICAL.Component[], ICAL.Component[]];
  return masters.map((component) => ({
    component,
    exceptions: exceptions.filter((it) => uidOf(it) === uidOf(component)),
  }));
}

// A file may hold several calendars one after the other.
function calendarsOf(text: string): ICAL.Component[] {
  const parsed = ICAL.parse(text.replace(/^\uFEFF/, "")) as unknown[];
  if (parsed.length === 0) throw new Error("empty");
  return (Array.isArray(parsed[0]) ? parsed : [parsed]).map(
    (calendar) => new ICAL.Component(calendar as unknown[]),
  );
}

const refusal = (
  summary: string,
  code: ICalRefusal,
  detail: Record<string, string> = {},
): ICalReport["refused"][number] => ({ summary, code, detail });

function readEvent({ component, exceptions }: Found, reading: ICalReading, report: ICalReport) {
  const summary = String(component.getFirstPropertyValue("summary") ?? "").trim();
  try {
    if (component.getFirstPropertyValue("status") === "CANCELLED") throw new Refused("cancelled");
    const event = new ICAL.Event(component, { exceptions });
    const days = occurrencesOf(event, reading).flatMap((one) => daysOf(one, reading));
    if (days.length === 0)
      throw new Refused("outside_dates", { from: reading.from, to: reading.to });
    const kind = days[0]!.kind;
    report.days.push(...days);
    report.imported.push({ summary, kind, dates: days.map(({ date }) => date) });
  } catch (error) {
    // ical.js throws on a value it can't read, and only when that value is asked for.
    const { code, detail } =
      error instanceof Refused
        ? error
        : { code: "unreadable" as const, detail: { reason: (error as Error).message } };
    report.refused.push(refusal(summary, code, detail));
  }
}

function daysOf({ from, to, component }: Occurrence, reading: ICalReading): NamedDay[] {
  const told = meaningOf(component);
  const kind = reading.meaning === "told" ? told.kind : reading.meaning;
  return datesOfSpan(from, to)
    .filter(({ date }) => reading.from <= date && date < reading.to)
    .map((day) => ({ ...day, kind, label: told.label }));
}

// Published Chinese calendars mark days "(休)" and "(班)"; Apple's have a property for it.
const MARK = /\s*[（(【[](休|班|补班|调休)[）)】\]]\s*$/;
const WORKS = /(补班|上班|调班)|\b(make-?up|working) day\b/i;

/** Whether an event opens or closes, and its name without the mark that says so. */
function meaningOf(component: ICAL.Component): Pick<NamedDay, "kind" | "label"> {
  const summary = String(component.getFirstPropertyValue("summary") ?? "").trim();
  const mark = MARK.exec(summary)?.[1];
  const apple = component.getFirstPropertyValue("x-apple-special-day");
  const opens = apple === "ALTERNATE-WORKDAY" || (mark ? mark.includes("班") : WORKS.test(summary));
  const name = summary.replace(MARK, "");
  const label = /\p{Script=Han}/u.test(name) ? { zh: name } : name ? { en: name } : {};
  return { kind: opens ? "open" : "closed", label };
}
