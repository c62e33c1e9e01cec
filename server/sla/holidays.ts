import { z } from "zod";
import type { Calendar, DayHours } from "./calendar.ts";

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
