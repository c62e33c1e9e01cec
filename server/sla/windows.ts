import type { Calendar, DayHours } from "./calendar.ts";
import { DAY, type Instant, MINUTE } from "./instant.ts";
import { stretchesOf } from "./zone.ts";

/** Open time inside one UTC day: `windows` is open, close, open, close …, ascending; `total` in ms. */
export interface Block {
  windows: readonly Instant[];
  total: number;
}

interface Timetable {
  /** Monday first; each day is open, close, … in ms after 00:00, ascending, without empty windows. */
  week: readonly (readonly number[])[];
  overrides: ReadonlyMap<number, readonly number[]>;
  blocks: Map<number, Block>;
  closes: Map<number, Instant | null>;
}

// Keyed by the object itself: a calendar version is never changed in place, so what was
// worked out for it stays right. Callers keep one object per version.
const timetables = new WeakMap<Calendar, Timetable>();

function timetableOf(calendar: Calendar): Timetable {
  let table = timetables.get(calendar);
  if (!table) {
    table = readTimetable(calendar);
    timetables.set(calendar, table);
  }
  return table;
}

function readTimetable({ always, week: w, overrides }: Calendar): Timetable {
  const days = [w.mon, w.tue, w.wed, w.thu, w.fri, w.sat, w.sun];
  return {
    week: days.map((hours) => (always ? [0, DAY] : flatten(hours ?? []))),
    overrides: new Map(
      Object.entries(overrides).map(([date, hours]) => [Date.parse(date) / DAY, flatten(hours)]),
    ),
    blocks: new Map(),
    closes: new Map(),
  };
}

/** Milliseconds after 00:00 of an `HH:MM`. */
export const msOfDay = (time: string): number =>
  (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE;

function flatten(hours: DayHours): number[] {
  return hours
    .map(([open, close]) => [msOfDay(open), msOfDay(close)] as const)
    .filter(([open, close]) => open < close)
    .sort((a, b) => a[0] - b[0])
    .flat();
}

// Day 0 was a Thursday; +3 makes Monday 0, and the second modulo serves days before 1970.
const hoursOn = (table: Timetable, localDay: number): readonly number[] =>
  table.overrides.get(localDay) ?? table.week[(((localDay + 3) % 7) + 7) % 7]!;

/**
 * The open windows of a UTC day. Working along stretches of constant offset makes "open iff the
 * local wall clock says so" hold by itself: skipped time never appears, repeated time appears twice.
 */
export function blockOf(calendar: Calendar, utcDay: number): Block {
  const table = timetableOf(calendar);
  let block = table.blocks.get(utcDay);
  if (!block) {
    block = measure(collectWindows(calendar.tz, table, utcDay));
    table.blocks.set(utcDay, block);
  }
  return block;
}

function collectWindows(tz: string, table: Timetable, utcDay: number): Instant[] {
  const windows: Instant[] = [];
  for (const { from, to, offset } of stretchesOf(tz, utcDay)) {
    const last = Math.floor((to - 1 + offset) / DAY);
    for (let day = Math.floor((from + offset) / DAY); day <= last; day++)
      addDay(windows, hoursOn(table, day), day * DAY - offset, from, to);
  }
  return windows;
}

/** Adds one local day's windows, cut to [from, to); a window that touches the last one extends it. */
function addDay(
  windows: Instant[],
  hours: readonly number[],
  midnight: Instant,
  from: Instant,
  to: Instant,
): void {
  for (let i = 0; i < hours.length; i += 2) {
    const open = Math.max(from, midnight + hours[i]!);
    const close = Math.min(to, midnight + hours[i + 1]!);
    if (open >= close) continue;
    if (windows.at(-1) === open) windows[windows.length - 1] = close;
    else windows.push(open, close);
  }
}

function measure(windows: Instant[]): Block {
  let total = 0;
  for (let i = 0; i < windows.length; i += 2) total += windows[i + 1]! - windows[i]!;
  return { windows, total };
}

/** The instant at which a local date closes for good, or null when it has no open time. */
export function closeOf(calendar: Calendar, localDay: number): Instant | null {
  const table = timetableOf(calendar);
  let close = table.closes.get(localDay);
  if (close === undefined) {
    close = findClose(calendar.tz, hoursOn(table, localDay), localDay);
    table.closes.set(localDay, close);
  }
  return close;
}

// Offsets stay under a day, so a local date lies within three UTC days.
function findClose(tz: string, hours: readonly number[], localDay: number): Instant | null {
  const windows: Instant[] = [];
  for (let utcDay = localDay - 1; utcDay <= localDay + 1; utcDay++)
    for (const { from, to, offset } of stretchesOf(tz, utcDay))
      addDay(windows, hours, localDay * DAY - offset, from, to);
  return windows.at(-1) ?? null;
}
