import { z } from "zod";
import type { Calendar, DayHours, Label } from "./calendar.ts";
import { tidyHours, weekdayHours, weekdayOf, withoutHours } from "./dayhours.ts";

/** Public holidays of one year, in the shape of the published tables for China. */
export const holidayTableSchema = z.object({
  year: z.int(),
  /** Where the table comes from. */
  source: z.string().optional(),
  days: z.array(
    z.object({
      /** `YYYY-MM-DD`; may lie in a neighbouring year. */
      date: z.iso.date(),
      name: z.string(),
      /** true: closed although it may be a weekday; false: a make-up day, open although a weekend. */
      isOffDay: z.boolean(),
    }),
  ),
});
export type HolidayTable = z.infer<typeof holidayTableSchema>;

/** The table as calendar overrides; make-up days get `hours`. */
export function holidayOverrides(table: HolidayTable, hours: DayHours): Calendar["overrides"] {
  return Object.fromEntries(table.days.map((day) => [day.date, day.isOffDay ? [] : hours]));
}

/** A date that a source says something about, before it meets a calendar's own hours. */
export interface NamedDay {
  /** `YYYY-MM-DD`. */
  date: string;
  /** `open` is a make-up day, or hours on a day that is otherwise closed. */
  kind: "closed" | "open";
  /** The local times that are closed or open; null is the whole day, or the usual hours. */
  during: DayHours | null;
  label: Label;
}

/** A table of the Chinese shape as named days. */
export const fromHolidayTable = (table: HolidayTable): NamedDay[] =>
  table.days.map(({ date, name, isOffDay }) => ({
    date,
    kind: isOffDay ? "closed" : "open",
    during: null,
    label: { zh: name },
  }));

/**
 * The calendar with these days as overrides and labels; other dates stay. A day closed in part
 * keeps the rest of its weekday's hours, a make-up day gets `makeUp`, and of a day said to be both
 * the opening wins. Earlier overrides of the same dates are replaced, so importing twice changes
 * nothing. `calendarDiff` tells what an import would change. An always open calendar stays as it is.
 */
export function withDays(
  calendar: Calendar,
  days: readonly NamedDay[],
  makeUp: DayHours,
): Calendar {
  if (calendar.always || days.length === 0) return calendar;
  const overrides = { ...calendar.overrides };
  const labels = { ...calendar.labels };
  for (const [date, same] of Map.groupBy(days, (day) => day.date)) {
    overrides[date] = hoursOf(calendar, date, same, makeUp);
    labels[date] = joinedLabel(same);
  }
  return { ...calendar, overrides: byDate(overrides), labels: byDate(labels) };
}

function hoursOf(
  calendar: Calendar,
  date: string,
  days: readonly NamedDay[],
  makeUp: DayHours,
): DayHours {
  const opened = days.filter(({ kind }) => kind === "open");
  if (opened.length > 0) return tidyHours(opened.flatMap(({ during }) => during ?? makeUp));
  const closed = days.flatMap(({ during }): DayHours => during ?? [["00:00", "24:00"]]);
  return withoutHours(weekdayHours(calendar, weekdayOf(date)), closed);
}

function joinedLabel(days: readonly NamedDay[]): Label {
  const label: Label = {};
  for (const locale of ["en", "zh"] as const) {
    const names = new Set(days.flatMap((day) => day.label[locale] ?? []));
    if (names.size > 0) label[locale] = [...names].join(" / ");
  }
  return label;
}

const byDate = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
