import { type Calendar, type DayHours, WEEKDAYS, type Weekday } from "./calendar.ts";

/** The weekday of a local date (`YYYY-MM-DD`). */
export const weekdayOf = (date: string): Weekday => WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7]!;

/** The windows of a date and whether the week or an override gives them. Tidy, as `tidyHours` says. */
export function hoursOn(
  calendar: Calendar,
  date: string,
): { windows: DayHours; source: "week" | "override" } {
  const override = calendar.overrides[date];
  return override
    ? { windows: tidyHours(override), source: "override" }
    : { windows: weekdayHours(calendar, weekdayOf(date)), source: "week" };
}

/** The windows of a weekday without overrides, tidy. */
export const weekdayHours = (calendar: Calendar, day: Weekday): DayHours =>
  calendar.always ? [["00:00", "24:00"]] : tidyHours(calendar.week[day] ?? []);

/** The same open time in its one shortest form: ascending, nothing empty, what touches is joined. */
export function tidyHours(hours: DayHours): DayHours {
  const tidy: DayHours = [];
  const ascending = hours
    .filter(([open, close]) => open < close)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
  for (const [open, close] of ascending) {
    const last = tidy.at(-1);
    if (!last || last[1] < open) tidy.push([open, close]);
    else if (last[1] < close) last[1] = close;
  }
  return tidy;
}

// `HH:MM` sorts as text.
const earlier = (a: string, b: string): string => [a, b].sort()[0]!;
const later = (a: string, b: string): string => [a, b].sort()[1]!;

/** What is left of the hours when the times in `closed` are taken out of them. */
export function withoutHours(hours: DayHours, closed: DayHours): DayHours {
  return tidyHours(closed).reduce(
    (rest, [from, to]) =>
      tidyHours(
        rest.flatMap(
          ([open, close]): DayHours => [
            [open, earlier(close, from)],
            [later(open, to), close],
          ],
        ),
      ),
    tidyHours(hours),
  );
}

/** Whether two ways of writing hours mean the same open time. */
export const sameHours = (a: DayHours, b: DayHours): boolean =>
  JSON.stringify(tidyHours(a)) === JSON.stringify(tidyHours(b));
