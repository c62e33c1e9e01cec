import ICAL from "ical.js";
import { DAY, type Instant, SECOND } from "./instant.ts";
import { instantOf, isZone, offsetAt } from "./zone.ts";

/** What an import is read for. */
export interface ICalReading {
  /** The calendar's zone: floating times are read in it, all others are carried over to it. */
  tz: string;
  /** Dates (`YYYY-MM-DD`) in [from, to) are taken; what recurs is unrolled there. */
  from: string;
  to: string;
  /** What events mean; `told` asks the event itself (make-up days open, all else closes). */
  meaning: "closed" | "open" | "told";
}

/** Why an event was not taken. Each has a text `console_calendar_ical_<code>`. */
export type ICalRefusal =
  | "unreadable"
  | "no_start"
  | "ends_before_it_starts"
  | "too_long"
  | "unknown_zone"
  | "recurs_too_often"
  | "recurs_otherwise"
  | "no_such_date"
  | "cancelled"
  | "outside_dates";

/** A reason found deep inside an event, told where the event's name is known. */
export class Refused extends Error {
  readonly code: ICalRefusal;
  readonly detail: Record<string, string>;
  constructor(code: ICalRefusal, detail: Record<string, string> = {}) {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

/** One occurrence: [from, to) on the wall clock of the calendar's zone. */
export interface Occurrence {
  from: number;
  to: number;
  component: ICAL.Component;
}

// Dates come once or a few times a year; a rule that never matches would search for ever, so only
// rules that do are let in. Counted as well, because a file may list any number of dates.
const MOST_OCCURRENCES = 5_000;

/** The times of an event up to the end of the reading. Throws Refused, and what ical.js throws. */
export function occurrencesOf(event: ICAL.Event, reading: ICalReading): Occurrence[] {
  if (!event.startDate) throw new Refused("no_start");
  const first = occurrence(event, event.startDate, event.endDate, reading);
  if (!event.isRecurring()) return [first];
  const rules = event.component.getAllProperties("rrule").map((it) => it.getFirstValue() as Rule);
  for (const rule of rules) checkRule(rule);
  // Of a list of dates (RDATE) without a rule, ical.js leaves out the start itself.
  const found = new Map(rules.length > 0 ? [] : [[first.from, first]]);
  const iterator = event.iterator();
  const until = Date.parse(reading.to) + DAY;
  for (let count = 0; count < MOST_OCCURRENCES; count++) {
    const next = iterator.next();
    if (!next || wallOf(next) >= until) return [...found.values()];
    if (!rules.every((rule) => exists(next, rule, event.startDate))) continue;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    const one = occurrence(item, startDate, endDate, reading);
    found.set(one.from, one);
  }
  throw new Refused("recurs_too_often");
}

type Rule = ICAL.Recur & { parts: { BYMONTH?: number[]; BYMONTHDAY?: number[]; BYDAY?: string[] } };
const KNOWN_PARTS = ["BYMONTH", "BYMONTHDAY", "BYDAY"];

function checkRule({ freq, parts }: Rule): void {
  if (freq !== "YEARLY") throw new Refused("recurs_too_often");
  const named = Object.keys(parts);
  if (named.some((part) => !KNOWN_PARTS.includes(part)) || (named.length > 0 && !parts.BYMONTH))
    throw new Refused("recurs_otherwise");
}

// ical.js rolls 29 February of a common year, and 31 April, over into the next month.
function exists(time: ICAL.Time, { parts }: Rule, start: ICAL.Time): boolean {
  const days = parts.BYMONTHDAY ?? (parts.BYDAY ? [] : [start.day]);
  const dayFits = days.length === 0 || days.some((day) => day < 0 || day === time.day);
  return dayFits && (parts.BYMONTH ?? [start.month]).includes(time.month);
}

const LONGEST = 366 * DAY;

function occurrence(
  event: ICAL.Event,
  start: ICAL.Time,
  end: ICAL.Time,
  reading: ICalReading,
): Occurrence {
  const { component } = event;
  checkDate(component, "dtstart");
  checkDate(component, "dtend");
  const from = localWall(start, zoneOf(component, "dtstart"), reading);
  // An end by DURATION, or none at all, has the zone of the start.
  const endName = component.hasProperty("dtend") ? "dtend" : "dtstart";
  const to = localWall(end, zoneOf(component, endName), reading);
  if (to <= from) throw new Refused("ends_before_it_starts");
  if (to - from > LONGEST) throw new Refused("too_long");
  return { from, to, component };
}

// ical.js reads 30 February as 2 March.
function checkDate(component: ICAL.Component, name: string): void {
  const property = component.getFirstProperty(name);
  const date = String(property?.toJSON()[3]).slice(0, 10);
  if (property && property.getFirstValue()?.toString().slice(0, 10) !== date)
    throw new Refused("no_such_date", { date });
}

const zoneOf = (component: ICAL.Component, name: string): string | null =>
  (component.getFirstProperty(name)?.getParameter("tzid") as string | undefined) ?? null;

/** A time as it is written: ms from 1970-01-01 00:00 of its own wall clock. */
const wallOf = (time: ICAL.Time): number =>
  Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);

/** A time on the wall clock of the calendar's zone. Dates are dates everywhere. */
function localWall(time: ICAL.Time, tzid: string | null, { tz }: ICalReading): number {
  if (time.isDate) return wallOf(time);
  const at = instantFrom(time, tzid, tz);
  return at + offsetAt(tz, at);
}

function instantFrom(time: ICAL.Time, tzid: string | null, tz: string): Instant {
  const wall = wallOf(time);
  if (time.zone === ICAL.Timezone.utcTimezone) return wall;
  // Known names go by the platform's tables: those in files are often old or cut short.
  const zone = tzid ?? tz;
  if (isZone(zone))
    return instantOf(zone, Math.floor(wall / DAY), wall - Math.floor(wall / DAY) * DAY);
  if (time.zone && time.zone !== ICAL.Timezone.localTimezone) return time.toUnixTime() * SECOND;
  throw new Refused("unknown_zone", { zone });
}
