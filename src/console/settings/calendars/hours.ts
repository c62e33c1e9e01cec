/** Edits of opening hours. */
import type { Calendar, DayHours, Weekday } from "../../../../server/sla/calendar.ts";
import { WEEKDAYS } from "../../../../server/sla/calendar.ts";
import { weekdayHours, withoutHours } from "../../../../server/sla/dayhours.ts";

/** `9` → `09:00`, `930` → `09:30`, `18:5` → `18:05`; what can't be a time stays to be seen. */
export function timeTyped(text: string): string {
  const found = /^(\d{1,2})[:：.]?(\d{0,2})$/.exec(text.trim());
  if (!found) return text.trim();
  const [, hours = "", minutes = ""] = found;
  return `${hours.padStart(2, "0")}:${minutes.padStart(2, "0")}`;
}

/** A window that goes on after the last one, or a usual day. */
export function nextWindow(hours: DayHours): [string, string] {
  const last = hours.at(-1);
  if (!last) return ["09:00", "18:00"];
  const open = Math.min(23, Number(last[1].slice(0, 2)) + 1);
  const hour = (value: number) => `${String(value).padStart(2, "0")}:00`;
  return [hour(open), hour(Math.min(24, open + 2))];
}

export const workweek = WEEKDAYS.slice(0, 5);

/** The calendar closed for a while each day on which it is open then, make-up days among them. */
export function withBreak(calendar: Calendar, from: string, to: string): Calendar {
  const closed: DayHours = [[from, to]];
  const cut = <T extends string>(days: Partial<Record<T, DayHours>>) =>
    Object.fromEntries(
      Object.entries(days as Record<string, DayHours>).map(([day, hours]) => [
        day,
        withoutHours(hours, closed),
      ]),
    );
  return { ...calendar, week: cut(calendar.week), overrides: cut(calendar.overrides) };
}

/** Monday's hours for Monday to Friday, or those of any other day. */
export function copiedToWorkweek(calendar: Calendar, from: Weekday): Calendar {
  const hours = calendar.week[from] ?? [];
  const copies = workweek.map((day) => [day, structuredClone(hours)]);
  return { ...calendar, week: { ...calendar.week, ...Object.fromEntries(copies) } };
}

/** Hours that a make-up day gets: those of the first open day of the week. */
export function usualHours(calendar: Calendar): DayHours {
  const open = WEEKDAYS.map((day) => weekdayHours(calendar, day)).find(({ length }) => length > 0);
  return open ?? [["09:00", "18:00"]];
}
