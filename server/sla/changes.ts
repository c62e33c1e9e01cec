import type { Calendar } from "./calendar.ts";
import type { Instant } from "./instant.ts";
import type { Pause } from "./pauses.ts";
import { earlier, later, type Reckoned, type Standing } from "./reckoning.ts";
import { advance, type Due, dueAt, openSeconds, type Target } from "./worktime.ts";

/** Whether a clock that stopped, or is looked at, at this instant is past its due time. */
export const isMissed = (due: Due, at: Instant): boolean => due.at !== null && due.at < at;

/** Records a miss at `at`; a recorded miss is never taken back. */
export const judged = (standing: Standing, at: Instant): Standing =>
  standing.breachedAt === null && isMissed(standing.due, at)
    ? { ...standing, breachedAt: standing.due.at }
    : standing;

/** The floor after a raise, in open seconds: never more than the new target itself. */
export const raiseFloor = (target: Target, floor: number): number =>
  "seconds" in target ? Math.min(target.seconds, floor) : floor;

/**
 * A change of row at `at`. Up: due earlier, but never earlier than `floor` and never later than
 * before, so a due time already missed stays. Down: due at `fromStart`; a miss stays on record.
 * `fromStart` is start ⊕ new target, `floor` is at ⊕ floor, both in the new calendar.
 */
export function afterRowChange(
  standing: Standing,
  change: { at: Instant; direction: "up" | "down"; fromStart: Reckoned; floor: Reckoned },
): Standing {
  const before = judged(standing, change.at);
  const { due, basis } =
    change.direction === "down"
      ? change.fromStart
      : earlier(before, later(change.fromStart, change.floor));
  return { due, basis, breachedAt: before.breachedAt };
}

/**
 * A reopening. `standing.due` already counts the solved time as a pause, so what is left goes on;
 * `floor` (reopened ⊕ floor) is the least that is left.
 */
export function afterReopening(standing: Standing, solvedAt: Instant, floor: Reckoned): Standing {
  const before = judged(standing, solvedAt);
  const { due, basis } = later(before, floor);
  return { due, basis, breachedAt: before.breachedAt };
}

const unjudged = (due: Due): Standing => ({ due, basis: null, breachedAt: null });

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
}): { due: Due; breachedAt: Instant | null; customerDue: Due } {
  const { newCalendar, newTarget, changedAt, pauses } = input;
  const due = dueAt(input.calendar, input.start, input.oldTarget, pauses);
  const fromStart = dueAt(newCalendar, input.start, newTarget, pauses);
  const least = raiseFloor(newTarget, input.floorSeconds);
  const floor = advance(newCalendar, changedAt, least, pauses);
  const { breachedAt, ...after } = afterRowChange(unjudged(due), {
    at: changedAt,
    direction: input.direction,
    fromStart: unjudged(fromStart),
    floor: unjudged(floor),
  });
  return { due: after.due, breachedAt, customerDue: fromStart };
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
    due: afterReopening(unjudged(due), solvedAt, unjudged(floor)).due,
    consumedSeconds: openSeconds(calendar, start, solvedAt, stops),
  };
}
