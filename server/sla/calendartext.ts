import { m } from "#messages";
import type { Detail } from "./calendar.ts";
import type { CalendarCode } from "./calendarchecks.ts";
import type { ICalRefusal } from "./icaltimes.ts";

/** What can be told about a calendar, or about a file that was read into one. */
export type CalendarNote = CalendarCode | "next_year_missing" | `ical_${ICalRefusal}`;

/** The sentence a manager reads. */
export function calendarText(code: CalendarNote, detail: object, locale: "en" | "zh"): string {
  const message = m[`console_calendar_${code}`] as (
    values: Detail,
    options: { locale: "en" | "zh" },
  ) => string;
  return message(detail as Detail, { locale });
}
