import { type Calendar, type DayHours, type Label, WEEKDAYS, type Weekday } from "./calendar.ts";
import { hoursOn, sameHours, weekdayHours } from "./dayhours.ts";

/**
 * One thing an edit changes. Of a weekday, `added` means it opens now and `removed` that it no
 * longer does; of a date, that it is named now or no longer. `before` and `after` are the hours
 * that hold, from the week where the date isn't named.
 */
export type CalendarChange =
  | { of: "zone"; before: string; after: string }
  | { of: "always"; before: boolean; after: boolean }
  | { of: "weekday"; day: Weekday; kind: ChangeKind; before: DayHours; after: DayHours }
  | {
      of: "date";
      date: string;
      kind: ChangeKind;
      before: DayHours;
      after: DayHours;
      labelBefore: Label | null;
      labelAfter: Label | null;
    };

export type ChangeKind = "added" | "removed" | "changed";

/** What differs between two versions: zone first, then Monday to Sunday, then dates ascending. */
export function calendarDiff(before: Calendar, after: Calendar): CalendarChange[] {
  const changes: CalendarChange[] = [];
  if (before.tz !== after.tz) changes.push({ of: "zone", before: before.tz, after: after.tz });
  if (before.always !== after.always)
    changes.push({ of: "always", before: before.always, after: after.always });
  return [...changes, ...weekdayChanges(before, after), ...dateChanges(before, after)];
}

function weekdayChanges(one: Calendar, two: Calendar): CalendarChange[] {
  return WEEKDAYS.flatMap((day): CalendarChange[] => {
    const before = weekdayHours(one, day);
    const after = weekdayHours(two, day);
    if (sameHours(before, after)) return [];
    const kind = kindOf(before.length > 0, after.length > 0);
    return [{ of: "weekday", day, kind, before, after }];
  });
}

function dateChanges(one: Calendar, two: Calendar): CalendarChange[] {
  const named = [one, two].flatMap(({ overrides, labels }) => [
    ...Object.keys(overrides),
    ...Object.keys(labels ?? {}),
  ]);
  return [...new Set(named)].sort().flatMap((date) => dateChange(one, two, date));
}

function dateChange(one: Calendar, two: Calendar, date: string): CalendarChange[] {
  const [labelBefore, labelAfter] = [one, two].map((it) => it.labels?.[date] ?? null) as [
    Label | null,
    Label | null,
  ];
  const [wasNamed, isNamed] = [one, two].map((it) => Object.hasOwn(it.overrides, date));
  const before = hoursOn(one, date).windows;
  const after = hoursOn(two, date).windows;
  const sameName = labelBefore?.en === labelAfter?.en && labelBefore?.zh === labelAfter?.zh;
  // Dates that merely follow their weekday are told by the weekday's own change.
  const sameDate = wasNamed === isNamed && (!isNamed || sameHours(before, after));
  if (sameName && sameDate) return [];
  const kind = kindOf(wasNamed || labelBefore !== null, isNamed || labelAfter !== null);
  return [{ of: "date", date, kind, before, after, labelBefore, labelAfter }];
}

function kindOf(was: boolean, is: boolean): ChangeKind {
  if (was === is) return "changed";
  return is ? "added" : "removed";
}
