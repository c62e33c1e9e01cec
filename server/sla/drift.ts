/** Where the cached clocks of a ticket differ from what its log says. */
import type { Instant } from "./instant.ts";
import type { LogEvent } from "./log.ts";

/** What is cached of a ticket, flat: `first_reply 1 dueAt`, `nextDueAt` … Times are ISO texts. */
export type Cached = Record<string, string | number | null>;

export type Drift = {
  field: string;
  /** Undefined where nothing is cached, or nothing should be. */
  cached: Cached[string] | undefined;
  derived: Cached[string] | undefined;
};

type ClockRow = { metric: string; instance: number; state: string } & Record<
  ClockTime,
  Date | null
>;
const clockTimes = ["startedAt", "goalAt", "warnAt", "dueAt", "stoppedAt", "breachedAt"] as const;
type ClockTime = (typeof clockTimes)[number];

/** The rows of a ticket's clocks and what its own row says of them, as one flat record. */
export function flat(
  head: {
    nextDueAt: Date | null;
    nextDueMetric: string | null;
    wakeAt: Date | null;
    slaVersion: number;
  },
  clocks: readonly ClockRow[],
): Cached {
  const { nextDueAt, nextDueMetric, wakeAt, slaVersion } = head;
  const all: Cached = { nextDueAt: iso(nextDueAt), nextDueMetric, wakeAt: iso(wakeAt), slaVersion };
  for (const clock of clocks) {
    const name = `${clock.metric} ${clock.instance}`;
    all[`${name} state`] = clock.state;
    for (const time of clockTimes) all[`${name} ${time}`] = iso(clock[time]);
  }
  return all;
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Every field in which the two differ. */
export function driftOf(cached: Cached, derived: Cached): Drift[] {
  const fields = new Set([...Object.keys(cached), ...Object.keys(derived)]);
  return [...fields]
    .filter((field) => cached[field] !== derived[field])
    .map((field) => ({ field, cached: cached[field], derived: derived[field] }));
}

/**
 * The instant as of which a cache holds. It is `now`, unless the sweep has not come yet: then it is
 * the last second before there was something to do, or the last entry of the log if that is later.
 */
export function heldAt(log: readonly LogEvent[], wakeAt: Instant | null, now: Instant): Instant {
  if (wakeAt === null || wakeAt > now) return now;
  return Math.min(now, Math.max(wakeAt - 1, ...log.map(({ at }) => at)));
}
