import type { Calendar, DayHours, Label } from "./calendar.ts";
import { hoursOn } from "./dayhours.ts";
import { DAY, SECOND } from "./instant.ts";
import { openMs } from "./opentime.ts";

/** One local date of a calendar, as a preview shows it. */
export interface CoveredDay {
  /** `YYYY-MM-DD` in the calendar's zone. */
  date: string;
  /** Windows as they are written, ascending and joined. */
  windows: DayHours;
  /** Real open seconds of the date: less or more than the windows say when clocks change. */
  seconds: number;
  /** Whether the weekday or the date itself gives the windows. */
  source: "week" | "override";
  /** The date's name, when it has one. */
  label: Label | null;
}

/** The local dates in [from, to) (`YYYY-MM-DD`) with their open time. */
export function coverage(calendar: Calendar, from: string, to: string): CoveredDay[] {
  const days: CoveredDay[] = [];
  for (let day = Date.parse(from); day < Date.parse(to); day += DAY) {
    const date = new Date(day).toISOString().slice(0, 10);
    const { windows, source } = hoursOn(calendar, date);
    const label = calendar.labels?.[date] ?? null;
    days.push({ date, windows, seconds: secondsOn(calendar.tz, date, windows), source, label });
  }
  return days;
}

// A calendar that knows this one date only: its open time is the date's, even where clocks that go
// back over midnight cut the date in two. Offsets stay under a day.
function secondsOn(tz: string, date: string, windows: DayHours): number {
  const only: Calendar = { tz, week: {}, overrides: { [date]: windows }, always: false };
  const midnight = Date.parse(date);
  return openMs(only, midnight - DAY, midnight + 2 * DAY) / SECOND;
}
