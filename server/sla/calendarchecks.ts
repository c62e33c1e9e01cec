import {
  type Calendar,
  calendarSchema,
  calendarShape,
  type Detail,
  type FaultCode,
} from "./calendar.ts";
import { type ClockChangeCode, clockChanges } from "./clockchanges.ts";
import { DAY, type Instant } from "./instant.ts";
import { dateOfWall } from "./spans.ts";
import { closeOf } from "./windows.ts";
import { localDayOf } from "./zone.ts";

/**
 * What may be said against a calendar. Each code has a message `console_calendar_<code>` in both
 * languages, filled with the problem's `detail`.
 */
export type CalendarCode =
  | FaultCode
  | "form_malformed"
  | "time_malformed"
  | "date_unknown"
  | "date_twice"
  | "stops_opening"
  | ClockChangeCode;

/** One thing a manager should know before a calendar is saved. */
export interface CalendarProblem {
  code: CalendarCode;
  /** A refusal must be mended before saving; a notice only tells what will happen. */
  severity: "refusal" | "notice";
  /** Where it is, e.g. `["week", "mon", 0]` or `["overrides", "2026-12-24"]`. */
  path: (string | number)[];
  /** Values of the message's placeholders; times are local `HH:MM`, dates `YYYY-MM-DD`. */
  detail: Detail;
}

type Issue = { code?: string; path: PropertyKey[]; params?: Record<string, unknown> };

/**
 * Everything there is to say about a calendar on the day of `now`, refusals first. Never throws.
 * A wrong form hides wrong meanings, and any refusal hides the notices.
 */
export function calendarProblems(data: unknown, now: Instant): CalendarProblem[] {
  const shape = calendarShape.safeParse(data);
  if (!shape.success)
    return shape.error.issues.map((issue) => malformed(issue, issue.path as string[], data));
  const calendar = shape.data;
  const issues: Issue[] = calendarSchema.safeParse(calendar).error?.issues ?? [];
  if (issues.length > 0) return issues.map(fault);
  return [...droughts(calendar, now), ...clockChangeNotices(calendar, now)];
}

const fault = ({ path, params }: Issue): CalendarProblem => ({
  code: params!.code as FaultCode,
  severity: "refusal",
  path: path as string[],
  detail: params!.detail as Detail,
});

function malformed(issue: Issue, path: (string | number)[], data: unknown): CalendarProblem {
  const told = (code: CalendarCode, detail: Detail): CalendarProblem => ({
    code,
    severity: "refusal",
    path,
    detail,
  });
  const [part, date] = path;
  if (part === "overrides" && issue.code === "invalid_key")
    return told("date_unknown", { date: date! });
  const value = path.reduce((at: unknown, key) => (at as Record<string, unknown>)?.[key], data);
  return (part === "week" || part === "overrides") && path.length === 4
    ? told("time_malformed", { time: String(value) })
    : told("form_malformed", { where: path.join(".") });
}

// Searches for open time give up after 366 days, so a gap as long as that stops clocks. Whoever
// saves today must not leave one that begins within the next 366 days.
const LONGEST_GAP = 366;

function droughts(calendar: Calendar, now: Instant): CalendarProblem[] {
  const today = localDayOf(calendar.tz, now);
  for (let begin = today, day = today; begin - today <= LONGEST_GAP; day++) {
    if (closeOf(calendar, day) !== null) begin = day + 1;
    else if (day - begin + 1 >= LONGEST_GAP) return [drought(begin, today)];
  }
  return [];
}

const drought = (begin: number, today: number): CalendarProblem => ({
  code: begin === today ? "never_opens" : "stops_opening",
  severity: "refusal",
  path: ["week"],
  detail: { date: dateOfWall(begin * DAY) },
});

const clockChangeNotices = (calendar: Calendar, now: Instant): CalendarProblem[] =>
  clockChanges(calendar, now, now + 366 * DAY).map((change) => ({ ...change, severity: "notice" }));

/** A date as a row of a form or of a file, where one date can stand twice. */
export interface DateRow {
  date: string;
}

/** The rows whose date stands above already; a calendar itself cannot hold a date twice. */
export function repeatedDates(rows: readonly DateRow[]): CalendarProblem[] {
  return rows.flatMap(({ date }, index): CalendarProblem[] =>
    rows.findIndex((row) => row.date === date) < index
      ? [{ code: "date_twice", severity: "refusal", path: ["overrides", index], detail: { date } }]
      : [],
  );
}
