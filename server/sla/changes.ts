import type { Calendar } from "./calendar.ts";
import type { Instant } from "./instant.ts";
import type { Pause } from "./pauses.ts";
import { advance, type Due, dueAt, openSeconds, type Target } from "./worktime.ts";

/** Where a clock stands: its due time and the first due time it missed, if any. */
export interface Standing {
  due: Due;
  breachedAt: Instant | null;
}

/** A clock without a target ("by plan"): never due, later than every real due time. */
export const NEVER_DUE: Due = { at: null, remainingSeconds: Number.POSITIVE_INFINITY };

// A paused clock (at = null) is due later than any running one; two paused ones compare by rest.
function isEarlier(a: Due, b: Due): boolean {
  if (a.at !== null) return b.at === null || a.at < b.at;
  return b.at === null && a.remainingSeconds < b.remainingSeconds;
}
const earlier = (a: Due, b: Due): Due => (isEarlier(b, a) ? b : a);
const later = (a: Due, b: Due): Due => (isEarlier(a, b) ? b : a);

/** Whether a clock that stopped, or is looked at, at this instant is past its due time. */
export const isMissed = (due: Due, at: Instant): boolean => due.at !== null && due.at < at;

/** Records a miss at `at`; a recorded miss is never taken back. */
export const judged = (standing: Standing, at: Instant): Standing =>
  standing.breachedAt === null && isMissed(standing.due, at)
    ? { due: standing.due, breachedAt: standing.due.at }
    : standing;

/** The least time a clock leaves after a change: 15 min for reply clocks, 1 h for others. */
export const floorSeconds = (isReplyClock: boolean): number => (isReplyClock ? 900 : 3600);

/** The floor after a raise, in open seconds: never more than the new target itself. */
export const raiseFloor = (target: Target, floor: number): number =>
  "seconds" in target ? Math.min(target.seconds, floor) : floor;

/**
 * A change of priority at `at`. Up: due earlier, but never earlier than `floor` and never later than
 * before, so a due time already missed stays. Down: due at `fromStart`; a miss stays on record.
 * `fromStart` is start ⊕ new target, `floor` is at ⊕ floor, both in the new calendar.
 */
export function afterPriorityChange(
  standing: Standing,
  change: { at: Instant; direction: "up" | "down"; fromStart: Due; floor: Due },
): Standing {
  const before = judged(standing, change.at);
  if (change.direction === "down") return { ...before, due: change.fromStart };
  return { ...before, due: earlier(before.due, later(change.fromStart, change.floor)) };
}

/**
 * A reopening. `standing.due` already counts the solved time as a pause, so what is left goes on;
 * `floor` (reopened ⊕ floor) is the least that is left.
 */
export function afterReopening(standing: Standing, solvedAt: Instant, floor: Due): Standing {
  const before = judged(standing, solvedAt);
  return { ...before, due: later(before.due, floor) };
}

/** Due time, the customer's view of it (start ⊕ new target) and the miss after one priority change. */
export function changePriority(input: {
  calendar: Calendar;
  newCalendar: Calendar;
  start: Instant;
  changedAt: Instant;
  direction: "up" | "down";
  oldTarget: Target;
  newTarget: Target;
  floorSeconds: number;
  pauses: readonly Pause[];
}): Standing & { customerDue: Due } {
  const { newCalendar, newTarget, changedAt, pauses } = input;
  const due = dueAt(input.calendar, input.start, input.oldTarget, pauses);
  const fromStart = dueAt(newCalendar, input.start, newTarget, pauses);
  const least = raiseFloor(newTarget, input.floorSeconds);
  const floor = advance(newCalendar, changedAt, least, pauses);
  const change = { at: changedAt, direction: input.direction, fromStart, floor };
  return { ...afterPriorityChange({ due, breachedAt: null }, change), customerDue: fromStart };
}

/**
 * Due time after the last of several reopenings, and the open seconds used up before it.
 * `solved` holds [solved, reopened) of each cycle in order, at least one.
 */
export function reopenedDue(input: {
  calendar: Calendar;
  start: Instant;
  target: Target;
  solved: readonly (readonly [Instant, Instant])[];
  floorSeconds: number;
  pauses: readonly Pause[];
}): { due: Due; consumedSeconds: number } {
  const { calendar, start, pauses } = input;
  const [solvedAt, reopenedAt] = input.solved.at(-1)!;
  const stops = [...pauses, ...input.solved];
  const due = dueAt(calendar, start, input.target, stops);
  const floor = advance(calendar, reopenedAt, input.floorSeconds, pauses);
  return {
    due: afterReopening({ due, breachedAt: null }, solvedAt, floor).due,
    consumedSeconds: openSeconds(calendar, start, solvedAt, stops),
  };
}
