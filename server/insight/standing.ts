/** How an open ticket stands towards what was promised, at a glance. */
import { type Clock, type ClockState, isCommitment, isPending, slaState } from "../sla/clock.ts";
import type { DueMeasure, StandingMeasure } from "./measures.ts";
import { endOfToday } from "./period.ts";

/** The cached clock of a ticket, as far as its state depends on it. */
export type StoredClock = {
  metric: string;
  state: string;
  goalAt: Date | null;
  warnAt: Date | null;
  dueAt: Date | null;
  stoppedAt: Date | null;
  breachedAt: Date | null;
};

/**
 * Breached once is breached for good; `paused` = nothing runs because we wait for the customer;
 * `idle` = everything promised so far was kept and nothing is owed.
 */
export function standingOf(clocks: readonly StoredClock[], now: Date): StandingMeasure {
  const known = clocks.map(clockOf).filter(isCommitment);
  const state = slaState(known, now.getTime());
  if (state === "met") return "idle";
  if (state !== "running") return state;
  const pending = known.filter(isPending);
  return pending.every((clock) => clock.state === "paused") ? "paused" : "running";
}

const time = (at: Date | null): number | null => at?.getTime() ?? null;

const clockOf = (stored: StoredClock): Clock => ({
  metric: stored.metric as Clock["metric"],
  state: stored.state as ClockState,
  goalAt: time(stored.goalAt),
  warnAt: time(stored.warnAt),
  dueAt: time(stored.dueAt),
  stoppedAt: time(stored.stoppedAt),
  breachedAt: time(stored.breachedAt),
  instance: 1,
  scheme: null,
  startedAt: 0,
  remainingSeconds: null,
  customerDueAt: null,
  firstStop: null,
});

const hour = 3_600_000;

/** When the next thing is due, in the desk's own day. */
export function dueTimeOf(nextDueAt: Date | null, now: Date): DueMeasure {
  if (!nextDueAt) return "no_due";
  if (nextDueAt < now) return "overdue";
  if (nextDueAt.getTime() - now.getTime() <= hour) return "next_hour";
  return nextDueAt < endOfToday(now) ? "today" : "later";
}
