import type { Calendar } from "./calendar.ts";
import { type Instant, SECOND } from "./instant.ts";
import { advanceMs, closeAfter, openMs } from "./opentime.ts";
import { mergePauses, type Pause } from "./pauses.ts";

/** How long a clock may run: open seconds, or a number of working days (at least 1). */
export type Target = { seconds: number } | { working_days: number };

/** When a clock is due, or, while it is paused, how many open seconds it has left. */
export type Due = { at: Instant; remainingSeconds: null } | { at: null; remainingSeconds: number };

const due = (at: Instant): Due => ({ at, remainingSeconds: null });

function unpausedMs(
  calendar: Calendar,
  from: Instant,
  to: Instant,
  pauses: readonly Pause[],
): number {
  let sum = openMs(calendar, from, to);
  for (const [begin, end] of pauses)
    sum -= openMs(calendar, Math.max(from, begin), end === null ? to : Math.min(to, end));
  return sum;
}

function advanceUnpaused(
  calendar: Calendar,
  start: Instant,
  ms: number,
  pauses: readonly Pause[],
): Due {
  if (ms <= 0) return due(start);
  let at = start;
  let left = ms;
  for (const [begin, end] of mergePauses(pauses)) {
    if (end !== null && end <= at) continue;
    const run = openMs(calendar, at, begin);
    if (run >= left) break;
    left -= run;
    if (end === null) return { at: null, remainingSeconds: left / SECOND };
    at = end;
  }
  return due(advanceMs(calendar, at, left));
}

/**
 * Open, unpaused seconds in [from, to); 0 when `to` is not after `from`.
 * Whole when all instants are whole seconds.
 */
export function openSeconds(
  calendar: Calendar,
  from: Instant,
  to: Instant,
  pauses: readonly Pause[] = [],
): number {
  return unpausedMs(calendar, from, to, mergePauses(pauses)) / SECOND;
}

/**
 * The earliest instant u >= start with that many open, unpaused seconds in [start, u): a due time
 * falls on the close, not on the next opening. Zero seconds give `start` even when closed.
 * Throws CalendarNeverOpens.
 */
export function advance(
  calendar: Calendar,
  start: Instant,
  seconds: number,
  pauses: readonly Pause[] = [],
): Due {
  return advanceUnpaused(calendar, start, seconds * SECOND, pauses);
}

/**
 * The close of the n-th day with open time strictly after the local start date (n >= 1), moved by
 * the open time of the pauses. Throws CalendarNeverOpens.
 */
export function workingDays(
  calendar: Calendar,
  start: Instant,
  days: number,
  pauses: readonly Pause[] = [],
): Due {
  const close = closeAfter(calendar, start, days);
  return advanceUnpaused(calendar, start, openMs(calendar, start, close), pauses);
}

/** `start ⊕ target`: when a clock that began at `start` is due. Throws CalendarNeverOpens. */
export function dueAt(
  calendar: Calendar,
  start: Instant,
  target: Target,
  pauses: readonly Pause[] = [],
): Due {
  return "seconds" in target
    ? advance(calendar, start, target.seconds, pauses)
    : workingDays(calendar, start, target.working_days, pauses);
}

// Rounded before it is rounded up, so that 0.8 of 4 hours is 11520 s and not a hair more.
const portion = (seconds: number, share: number): number =>
  Math.ceil(Number((seconds * share).toFixed(6)));

/** When `share` (0 to 1) of the unpaused open time in [start, end) is used, in whole seconds. */
export function shareUsedAt(
  calendar: Calendar,
  start: Instant,
  end: Instant,
  share: number,
  pauses: readonly Pause[] = [],
): Due {
  const seconds = portion(openSeconds(calendar, start, end, pauses), share);
  return advance(calendar, start, seconds, pauses);
}

/** When `share` (0 to 1) of the target's open time is used. Throws CalendarNeverOpens. */
export function warnAt(
  calendar: Calendar,
  start: Instant,
  target: Target,
  share: number,
  pauses: readonly Pause[] = [],
): Due {
  const days = "working_days" in target;
  const whole = days
    ? openSeconds(calendar, start, closeAfter(calendar, start, target.working_days))
    : target.seconds;
  return advance(calendar, start, portion(whole, share), pauses);
}
