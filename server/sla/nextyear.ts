import type { Calendar } from "./calendar.ts";
import { DAY, type Instant } from "./instant.ts";
import { localDayOf } from "./zone.ts";

/** A calendar whose holidays end with the year before `year`. Its text is `console_calendar_next_year_missing`. */
export interface MissingYear {
  code: "next_year_missing";
  /** The calendar's key. */
  calendar: string;
  /** The year that has no holidays. */
  year: number;
}

/**
 * Calendars that name holidays for one year and none for the next. Told from 1 December (in the
 * calendar's own zone) until the year is there, or over: tables are published late, and in
 * January the fault is worse, not gone.
 */
export function missingYears(
  calendars: Readonly<Record<string, Calendar>>,
  now: Instant,
): MissingYear[] {
  return Object.entries(calendars).flatMap(([id, calendar]): MissingYear[] => {
    const today = new Date(localDayOf(calendar.tz, now) * DAY);
    const year = today.getUTCFullYear() + (today.getUTCMonth() === 11 ? 1 : 0);
    const missing = namesHolidays(calendar, year - 1) && !namesHolidays(calendar, year);
    return missing ? [{ code: "next_year_missing", calendar: id, year }] : [];
  });
}

// A date with hours and no name is a make-up day or one long evening, not a holiday.
function namesHolidays({ overrides, labels }: Calendar, year: number): boolean {
  return Object.entries(overrides).some(
    ([date, hours]) => date.startsWith(`${year}-`) && (hours.length === 0 || labels?.[date]),
  );
}
