/** What differs between two sets of calendars, in words. */
import { m } from "#messages";
import type { Calendars } from "../../../../server/sla/book.ts";
import type { Calendar, DayHours, Label, Weekday } from "../../../../server/sla/calendar.ts";
import { type CalendarChange, calendarDiff } from "../../../../server/sla/calendardiff.ts";
import { currentLocale, intlLocale } from "../../language.ts";
import type { Change } from "../document/ChangeList.tsx";
import { givenName } from "../times/names.ts";

/** Calendars added, removed, and each that is in both. */
export function calendarChanges(before: Calendars, after: Calendars): Change[] {
  const several = Object.keys({ ...before, ...after }).length > 1;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((id) => {
    const [one, two] = [before[id], after[id]];
    const name = givenName(id);
    if (!one || !two)
      return [{ what: m.times_calendar(), before: one ? name : null, after: two ? name : null }];
    return changesOf(one, two).map((change) =>
      several ? { ...change, what: `${name} · ${change.what}` } : change,
    );
  });
}

/** What an edit or an import changes in one calendar. */
export const changesOf = (before: Calendar, after: Calendar): Change[] =>
  calendarDiff(before, after).map(told);

function told(change: CalendarChange): Change {
  switch (change.of) {
    case "zone":
      return { what: m.times_zone(), before: change.before, after: change.after };
    case "always":
      return {
        what: m.times_always(),
        before: change.before ? m.setup_on() : m.setup_off(),
        after: change.after ? m.setup_on() : m.setup_off(),
      };
    case "weekday":
      return {
        what: weekdayName(change.day),
        before: hoursText(change.before),
        after: hoursText(change.after),
      };
    case "date":
      return {
        what: dateName(change.date),
        before: dayText(change.before, change.labelBefore),
        after: dayText(change.after, change.labelAfter),
      };
  }
}

const dayText = (hours: DayHours, label: Label | null): string =>
  [hoursText(hours), labelText(label)].filter(Boolean).join(" · ");

/** `09:00–12:00, 13:00–18:00`, or that it is closed. */
export const hoursText = (hours: DayHours): string =>
  hours.length === 0
    ? m.times_closed()
    : hours.map(([open, close]) => `${open}–${close}`).join(", ");

/** The name of a date in the reader's language, in the other where it has none. */
export const labelText = (label: Label | null | undefined): string =>
  label?.[currentLocale()] ?? label?.en ?? label?.zh ?? "";

const utc = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(intlLocale(), { ...options, timeZone: "UTC" });

/** 2024-01-01 was a Monday. */
const mondays: Record<Weekday, string> = {
  mon: "2024-01-01",
  tue: "2024-01-02",
  wed: "2024-01-03",
  thu: "2024-01-04",
  fri: "2024-01-05",
  sat: "2024-01-06",
  sun: "2024-01-07",
};

export const weekdayName = (day: Weekday): string =>
  utc({ weekday: "long" }).format(new Date(mondays[day]));

/** `Fri 1 Jan 2027`. */
export const dateName = (date: string): string =>
  utc({ weekday: "short", day: "numeric", month: "short", year: "numeric" }).format(new Date(date));

export const monthName = (date: string): string =>
  utc({ month: "long", year: "numeric" }).format(new Date(date));
