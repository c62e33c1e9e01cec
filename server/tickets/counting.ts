/** In short, for the customer: in which hours their time is counted, and whether it stood still. */
import type { Arithmetic } from "../sla/arithmetic.ts";
import type { SlaBook } from "../sla/book.ts";
import { type Calendar, WEEKDAYS, type Weekday } from "../sla/calendar.ts";

export type Counting = {
  /** Null = round the clock, or a time that was told, which no hours move. */
  hours: {
    days: Weekday[];
    /** Local `HH:MM`, from the first opening to the last close. */
    from: string;
    to: string;
    /** IANA zone of the desk. */
    zone: string;
  } | null;
  /** It stood still while the customer had to answer. */
  hasWaited: boolean;
};

/** Null where there is nothing to say: counted round the clock, and never stood still. */
export function countingOf(told: Arithmetic | null, { calendars }: SlaBook): Counting | null {
  if (!told) return null;
  const calendar = told.calendar && calendars[told.calendar.id];
  const hours = calendar && !calendar.always ? weekOf(calendar) : null;
  const hasWaited = told.pauses.some(({ reason }) => reason === "waiting_customer");
  return hours || hasWaited ? { hours, hasWaited } : null;
}

/** The usual week; holidays are what a calendar on the wall would show. */
function weekOf({ week, tz }: Calendar): Counting["hours"] {
  const days = WEEKDAYS.filter((day) => (week[day] ?? []).length > 0);
  const windows = days.flatMap((day) => week[day] ?? []);
  const [from] = windows.map(([open]) => open).sort();
  const to = windows
    .map(([, close]) => close)
    .sort()
    .at(-1);
  return from && to ? { days, from, to, zone: tz } : null;
}
