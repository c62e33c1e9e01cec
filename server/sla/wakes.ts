import { type Clock, isCommitment } from "./clock.ts";
import { type Instant, SECOND } from "./instant.ts";
import type { LogEvent } from "./log.ts";

/** Something that has to be written into the log by itself, and the first instant at which it is true. */
export interface Wake {
  at: Instant;
  what: "warned" | "breached";
  clock: Clock;
}

/** A ticket of which something became true: what that is, its log with it, and its clocks. */
export interface Woke {
  ticketId: string;
  wakes: readonly Wake[];
  log: readonly LogEvent[];
  clocks: readonly Clock[];
}

const keyOf = (what: string, metric: string, instance: number) => `${what} ${metric} ${instance}`;

/** What the log says already, so that each is written once however often it is looked at. */
function written(log: readonly LogEvent[]): Set<string> {
  const keys = new Set<string>();
  for (const event of log) {
    if (event.type === "warned" || event.type === "breached" || event.type === "breach_corrected")
      keys.add(keyOf(event.type, event.metric, event.instance));
    if (event.type === "promise_broken") keys.add(keyOf("breached", "promise", event.instance));
  }
  return keys;
}

/**
 * What is still to be written for these clocks of this log, earliest first. A miss that began and
 * ended unseen is among them, at the instant at which it happened; so is what lies ahead.
 */
export function wakesOf(clocks: readonly Clock[], log: readonly LogEvent[]): Wake[] {
  const done = written(log);
  const isNew = ({ what, clock }: Wake) =>
    !done.has(keyOf(what, clock.metric, clock.instance)) &&
    !done.has(keyOf("breach_corrected", clock.metric, clock.instance));
  return clocks
    .flatMap((clock) => [warning(clock), miss(clock)])
    .filter((wake): wake is Wake => wake !== null && isNew(wake))
    .sort((a, b) => a.at - b.at);
}

// Only what the customer may expect is warned of, and only while it can still be met.
function warning(clock: Clock): Wake | null {
  if (clock.state !== "running" || !isCommitment(clock)) return null;
  const goal = clock.goalAt === null ? null : clock.goalAt + SECOND;
  const at = Math.min(goal ?? Number.POSITIVE_INFINITY, clock.warnAt ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(at) ? { at, what: "warned", clock } : null;
}

/** A due time is missed from the second after it. */
function miss(clock: Clock): Wake | null {
  const { breachedAt, dueAt, state } = clock;
  if (breachedAt !== null) return { at: breachedAt + SECOND, what: "breached", clock };
  return state === "running" && dueAt !== null
    ? { at: dueAt + SECOND, what: "breached", clock }
    : null;
}

/** The entry of the log. A miss is dated by its due time, a warning by the instant it became true. */
export function eventOf({ at, what, clock }: Wake): LogEvent {
  const { metric, instance } = clock;
  if (what === "warned") return { at, type: "warned", metric, instance };
  const missedAt = at - SECOND;
  return metric === "promise"
    ? { at: missedAt, type: "promise_broken", instance }
    : { at: missedAt, type: "breached", metric, instance };
}
