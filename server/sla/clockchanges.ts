import type { Calendar, Detail } from "./calendar.ts";
import { weekdayOf } from "./dayhours.ts";
import { DAY, type Instant } from "./instant.ts";
import { dateOfWall, timeAfter } from "./spans.ts";
import { msOfDay } from "./windows.ts";
import { stretchesOf } from "./zone.ts";

/** What a change of the clocks (DST) does to a window whose edge, or whole, it skips or repeats. */
export type ClockChangeCode =
  | "window_skipped"
  | "opening_skipped"
  | "closing_skipped"
  | "window_repeated"
  | "opening_repeated"
  | "closing_repeated";

/** One window on one date that doesn't open or close as it is written. */
export interface ClockChange {
  code: ClockChangeCode;
  path: (string | number)[];
  /**
   * `date`, the window as `open` and `close`, and `clock`: what the clock shows after the change
   * (a skipped opening opens then), or before it for a skipped closing (which closes then).
   */
  detail: Detail;
}

/** A window on the local time line: ms from 1970-01-01 00:00 of the wall clock. */
interface WallWindow {
  open: number;
  close: number;
  path: (string | number)[];
}

/** Local times [from, to) that a change of the clocks skips or repeats. */
interface Jump {
  kind: "skipped" | "repeated";
  from: number;
  to: number;
}

/**
 * Windows of which a change of the clocks in [from, to) skips or repeats an opening or a closing,
 * by date. A window that only contains the change is longer or shorter that day and not told.
 */
export function clockChanges(calendar: Calendar, from: Instant, to: Instant): ClockChange[] {
  return jumpsBetween(calendar.tz, from, to).flatMap((jump) =>
    windowsNear(calendar, jump).flatMap((window) => {
      const code = effectOf(window, jump);
      return code ? [told(code, window, jump)] : [];
    }),
  );
}

function jumpsBetween(tz: string, from: Instant, to: Instant): Jump[] {
  const jumps: Jump[] = [];
  let before = stretchesOf(tz, Math.floor(from / DAY))[0]!.offset;
  for (let day = Math.floor(from / DAY); day * DAY < to; day++)
    for (const { from: at, offset } of stretchesOf(tz, day)) {
      if (offset !== before && at >= from && at < to) jumps.push(jumpAt(at, before, offset));
      before = offset;
    }
  return jumps;
}

const jumpAt = (at: Instant, before: number, after: number): Jump => ({
  kind: after > before ? "skipped" : "repeated",
  from: at + Math.min(before, after),
  to: at + Math.max(before, after),
});

/** The windows from the day before a jump to the day after it; what touches, over midnight too, is one. */
function windowsNear(calendar: Calendar, jump: Jump): WallWindow[] {
  const windows: WallWindow[] = [];
  const first = Math.floor(jump.from / DAY) - 1;
  for (let day = first; day * DAY <= jump.to + DAY; day++)
    for (const window of windowsOn(calendar, day)) {
      const last = windows.at(-1);
      if (last?.close === window.open) last.close = window.close;
      else windows.push(window);
    }
  return windows;
}

function windowsOn(calendar: Calendar, day: number): WallWindow[] {
  const date = dateOfWall(day * DAY);
  const override = calendar.overrides[date];
  const path = override ? ["overrides", date] : ["week", weekdayOf(date)];
  return (override ?? calendar.week[weekdayOf(date)] ?? [])
    .map(([open, close], index) => ({
      open: day * DAY + msOfDay(open),
      close: day * DAY + msOfDay(close),
      path: [...path, index],
    }))
    .filter(({ open, close }) => open < close)
    .sort((a, b) => a.open - b.open);
}

function effectOf({ open, close }: WallWindow, jump: Jump): ClockChangeCode | null {
  const inside = (time: number) => jump.from < time && time < jump.to;
  if (jump.kind === "skipped") {
    const opens = open === jump.from || inside(open);
    if (opens) return close <= jump.to ? "window_skipped" : "opening_skipped";
    return inside(close) ? "closing_skipped" : null;
  }
  if (inside(open)) return inside(close) ? "window_repeated" : "opening_repeated";
  return inside(close) ? "closing_repeated" : null;
}

function told(code: ClockChangeCode, { open, close, path }: WallWindow, jump: Jump): ClockChange {
  const clock = code === "opening_skipped" || code === "window_skipped" ? jump.to : jump.from;
  const atClosing = code === "closing_skipped" || code === "closing_repeated";
  const detail = {
    date: dateOfWall(atClosing ? close : open),
    open: timeOf(open),
    close: timeOf(close),
    clock: timeOf(clock),
  };
  return { code, path, detail };
}

const timeOf = (wall: number): string => timeAfter(Math.floor(wall / DAY) * DAY, wall);
