import type { Calendar } from "./calendar.ts";
import { DAY, type Instant } from "./instant.ts";
import { blockOf, closeOf } from "./windows.ts";
import { localDayOf } from "./zone.ts";

/** Thrown instead of searching on: 366 days without open time follow the instant asked about. */
export class CalendarNeverOpens extends Error {
  readonly code = "calendar_never_opens";
  constructor() {
    super("The calendar has no open time within 366 days.");
  }
}

// One more than a year, because an empty stretch may begin and end inside a UTC day.
const MOST_EMPTY_DAYS = 367;

/** Open milliseconds in [from, to); 0 when `to` is not after `from`. Knows nothing of pauses. */
export function openMs(calendar: Calendar, from: Instant, to: Instant): number {
  if (to <= from) return 0;
  if (calendar.always) return to - from;
  let sum = 0;
  for (let day = Math.floor(from / DAY); day * DAY < to; day++) {
    const { windows, total } = blockOf(calendar, day);
    if (day * DAY >= from && (day + 1) * DAY <= to) sum += total;
    else
      for (let i = 0; i < windows.length; i += 2)
        sum += Math.max(0, Math.min(to, windows[i + 1]!) - Math.max(from, windows[i]!));
  }
  return sum;
}

/** Earliest instant with `ms` (> 0) of open time between `start` and it. Throws CalendarNeverOpens. */
export function advanceMs(calendar: Calendar, start: Instant, ms: number): Instant {
  if (calendar.always) return start + ms;
  let left = ms;
  let empty = 0;
  for (let day = Math.floor(start / DAY); empty <= MOST_EMPTY_DAYS; day++) {
    const { windows, total } = blockOf(calendar, day);
    empty = total === 0 ? empty + 1 : 0;
    if (total < left && day * DAY >= start) {
      left -= total;
      continue;
    }
    for (let i = 0; i < windows.length; i += 2) {
      const from = Math.max(start, windows[i]!);
      const length = windows[i + 1]! - from;
      if (length >= left) return from + left;
      left -= Math.max(0, length);
    }
  }
  throw new CalendarNeverOpens();
}

/** The close of the n-th local day with open time after the one of `start`. Throws CalendarNeverOpens. */
export function closeAfter(calendar: Calendar, start: Instant, days: number): Instant {
  let left = days;
  let empty = 0;
  for (let day = localDayOf(calendar.tz, start) + 1; empty <= MOST_EMPTY_DAYS; day++) {
    const close = closeOf(calendar, day);
    empty = close === null ? empty + 1 : 0;
    if (close !== null && --left <= 0) return close;
  }
  throw new CalendarNeverOpens();
}

/** Whether the local wall clock at this instant lies in a window. */
export function isOpen(calendar: Calendar, at: Instant): boolean {
  return openMs(calendar, at, at + 1) > 0;
}

/** The instant itself when open, else the next opening. Throws CalendarNeverOpens. */
export function nextOpening(calendar: Calendar, at: Instant): Instant {
  return advanceMs(calendar, at, 1) - 1;
}
