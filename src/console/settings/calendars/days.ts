/** Dates of a calendar that are not as their weekday. */
import type { Calendar, DayHours, Label } from "../../../../server/sla/calendar.ts";
import { DAY } from "../../../../server/sla/instant.ts";

/** @param hours null = as its weekday again, and without a name. */
export function withDate(
  calendar: Calendar,
  date: string,
  hours: DayHours | null,
  label: Label = {},
): Calendar {
  const { [date]: _hours, ...overrides } = calendar.overrides;
  const { [date]: _label, ...labels } = calendar.labels ?? {};
  if (hours === null) return { ...calendar, overrides, labels };
  const named = Object.fromEntries(Object.entries(label).filter(([, name]) => name.trim()));
  const isNamed = Object.keys(named).length > 0;
  return {
    ...calendar,
    overrides: { ...overrides, [date]: hours },
    labels: isNamed ? { ...labels, [date]: named } : labels,
  };
}

/** `YYYY-MM-01` of the month so many months away. */
export function monthAway(month: string, by: number): string {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 10);
}

/** Days from Monday to the first of the month. */
export const leadOf = (month: string): number => (new Date(month).getUTCDay() + 6) % 7;

/** Dates of a year that are named or have hours of their own, ascending. */
export const datesIn = ({ overrides, labels }: Calendar, year: number): string[] =>
  [...new Set([...Object.keys(overrides), ...Object.keys(labels ?? {})])]
    .filter((date) => date.startsWith(`${year}-`))
    .sort();

export const dayAfter = (date: string): string =>
  new Date(Date.parse(date) + DAY).toISOString().slice(0, 10);
