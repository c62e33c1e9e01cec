import { isMissed, type Standing } from "./changes.ts";
import type { Instant } from "./instant.ts";

/** `running` and `paused` still count; a `breached` one may still be unanswered (`stoppedAt` null). */
export type ClockState = "running" | "paused" | "met" | "breached" | "cancelled";

/** What a ticket's clocks measure. */
export type Metric = "ack" | "first_reply" | "resolution" | "promise";

/** One clock of a ticket. Instants are whole seconds; seconds are open seconds of its calendar. */
export interface Clock {
  metric: Metric;
  /** 1, except for promises: 1 for the first promise, 2 for the one after it … */
  instance: number;
  startedAt: Instant;
  /** Met iff stopped at or before this; null while paused, or without a target now. */
  dueAt: Instant | null;
  /** Lower end of a target range; null when the policy names none, or while paused. */
  goalAt: Instant | null;
  /** From here the clock is at risk: 80 % of its time used, or the reminder of a promise. */
  warnAt: Instant | null;
  state: ClockState;
  stoppedAt: Instant | null;
  /** The first due time that passed unmet. Never taken back by later changes. */
  breachedAt: Instant | null;
  /** Left until due; 0 when overdue, null when stopped. */
  remainingSeconds: number | null;
  /** The due time without the allowance made after a change: what the customer may expect. */
  customerDueAt: Instant | null;
  /** Resolution only: the first time it stopped and whether that was in time (first resolution). */
  firstStop: { at: Instant; met: boolean } | null;
}

/** How a clock ended: `at` null means it still counts. */
export interface End {
  at: Instant | null;
  cancelled: boolean;
}

/** The state that follows from a judged standing and an end. */
export function stateOf({ due, breachedAt }: Standing, end: End): ClockState {
  if (breachedAt !== null) return "breached";
  if (end.cancelled) return "cancelled";
  if (end.at !== null) return "met";
  return due.at === null ? "paused" : "running";
}

/** Whether the clock still counts, overdue or not. */
export const isPending = (clock: Clock): boolean =>
  clock.stoppedAt === null && clock.state !== "cancelled";

/** The earliest clock that still counts; an overdue one comes first. Null when none has a due time. */
export function nextDue(clocks: readonly Clock[]): (Clock & { dueAt: Instant }) | null {
  return earliest(clocks.filter(isPending));
}

/** The earliest clock that can still be missed: what a sweep has to wake up for. */
export function nextBreach(clocks: readonly Clock[]): (Clock & { dueAt: Instant }) | null {
  return earliest(clocks.filter((clock) => clock.state === "running"));
}

type DueClock = Clock & { dueAt: Instant };
const hasDue = (clock: Clock): clock is DueClock => clock.dueAt !== null;

function earliest(clocks: readonly Clock[]): DueClock | null {
  return clocks
    .filter(hasDue)
    .reduce<DueClock | null>(
      (best, clock) => (best === null || clock.dueAt < best.dueAt ? clock : best),
      null,
    );
}

/** Past its goal, or 80 % of its time used (a promise: its reminder is due), and not yet missed. */
export function isAtRisk(clock: Clock, now: Instant): boolean {
  if (clock.state !== "running") return false;
  const pastGoal = clock.goalAt !== null && now > clock.goalAt;
  return pastGoal || (clock.warnAt !== null && now >= clock.warnAt);
}

/**
 * A ticket at a glance: `breached` if any clock ever was, else `at_risk`, else `running` while any
 * clock counts or is paused, else `met`. `now` may lie after the instant the clocks were derived at.
 */
export function slaState(
  clocks: readonly Clock[],
  now: Instant,
): "met" | "at_risk" | "breached" | "running" {
  const missed = (clock: Clock) =>
    clock.breachedAt !== null ||
    (clock.state === "running" && isMissed({ at: clock.dueAt!, remainingSeconds: null }, now));
  if (clocks.some(missed)) return "breached";
  if (clocks.some((clock) => isAtRisk(clock, now))) return "at_risk";
  return clocks.some(isPending) ? "running" : "met";
}
