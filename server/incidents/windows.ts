/** Which earlier days a day is compared with (sla.md 2.8). */
import type { CategoryCount } from "./alarms.ts";
import { dispersionOf } from "./surge.ts";

/** Days looked back at: seven weeks. */
export const daysBack = 49;

/** Tickets of a category by days ago: 0 = the last 24 hours. Days without tickets may be missing. */
export type DayCount = { category: string; day: number; count: number };

/** What a category was compared with: the seven days before, or the same weekday of seven weeks. */
export type Basis = "days" | "weekdays";
export type Compared = CategoryCount & { basis: Basis };

const sevenDays = [1, 2, 3, 4, 5, 6, 7];

/**
 * The seven days before, unless these differ much more from one another than the same weekday of
 * seven weeks does: then the week has a shape, and a Monday is compared with Mondays.
 */
export function comparable(counts: readonly DayCount[]): Compared[] {
  return [...Map.groupBy(counts, ({ category }) => category)].map(([category, rows]) => {
    const on = new Map(rows.map(({ day, count }) => [day, count]));
    const at = (day: number): number => on.get(day) ?? 0;
    const days = sevenDays.map(at);
    const weekdays = sevenDays.map((week) => at(week * 7));
    const isOld = rows.some(({ day }) => day > daysBack - 7);
    const hasShape = isOld && dispersionOf(days) > shaped && dispersionOf(weekdays) < steady;
    return hasShape
      ? { category, now: at(0), windows: weekdays, basis: "weekdays" }
      : { category, now: at(0), windows: days, basis: "days" };
  });
}

/** Variance over mean from which days differ by more than chance, and up to which they don't. */
const shaped = 2;
const steady = 1.5;
