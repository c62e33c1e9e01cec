import { isMissed } from "./changes.ts";
import type { Instant } from "./instant.ts";
import { type Metric, metricSchema, roleOf } from "./metrics.ts";
import type { Scheme } from "./policy.ts";
import type { Standing } from "./reckoning.ts";

/** `running` and `paused` still count; a `breached` one may still be unanswered (`stoppedAt` null). */
export type ClockState = "running" | "paused" | "met" | "breached" | "cancelled";

/** One clock of a ticket. Instants are whole seconds; seconds are open seconds of its calendar. */
export interface Clock {
  metric: Metric;
  /** 1, except for clocks that begin again: 1 for the first promise, 2 for the one after it … */
  instance: number;
  /** Whose time set the due instant; null for promises and without a target now. */
  scheme: Scheme | null;
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

/** Whether the customer was told of it or may expect it: what makes a ticket late, and its figures. */
export const isCommitment = ({ metric }: Pick<Clock, "metric">): boolean =>
  roleOf(metric) === "commitment";

/** The earliest commitment that still counts; an overdue one comes first. Null when none has a due time. */
export function nextDue(clocks: readonly Clock[]): DueClock | null {
  return earliest(clocks.filter((clock) => isCommitment(clock) && isPending(clock)));
}

/** The earliest clock of any role that can still be missed: what a sweep has to wake up for. */
export function nextBreach(clocks: readonly Clock[]): DueClock | null {
  return earliest(clocks.filter((clock) => clock.state === "running"));
}

const order = new Map(metricSchema.options.map((metric, index) => [metric as string, index]));

/** In the order in which clocks are told; those that begin again, one after another. */
export const inOrder = <C extends { metric: string; instance: number }>(
  clocks: readonly C[],
): C[] =>
  clocks.toSorted((a, b) => order.get(a.metric)! - order.get(b.metric)! || a.instance - b.instance);

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
 * A ticket at a glance, by its commitments: `breached` if any ever was, else `at_risk`, else `running`
 * while any counts or is paused, else `met`. `now` may lie after the instant the clocks were derived at.
 */
export function slaState(
  clocks: readonly Clock[],
  now: Instant,
): "met" | "at_risk" | "breached" | "running" {
  const commitments = clocks.filter(isCommitment);
  const missed = (clock: Clock) =>
    clock.breachedAt !== null ||
    (clock.state === "running" && isMissed({ at: clock.dueAt!, remainingSeconds: null }, now));
  if (commitments.some(missed)) return "breached";
  if (commitments.some((clock) => isAtRisk(clock, now))) return "at_risk";
  return commitments.some(isPending) ? "running" : "met";
}
