/** How long it takes to derive all clocks of one ticket again. */
import { clocksOf } from "../../server/sla/clocks.ts";
import { defaultBook } from "../../server/sla/defaults.ts";
import { HOUR, type Instant, MINUTE } from "../../server/sla/instant.ts";
import type { LogEvent } from "../../server/sla/log.ts";

// A small generator with a seed, so that each run measures the same tickets.
export function diceOf(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

export type Dice = ReturnType<typeof diceOf>;
type Draw = (at: Instant, dice: Dice) => LogEvent;
const priorities = ["P0", "P1", "P2", "P3"] as const;
const states = ["open", "waiting_customer", "waiting_third_party", "solved"] as const;

const draws: Draw[] = [
  (at, dice) => ({
    ...{ at, type: "public_reply", by: "agent", substantive: dice(2) === 0 },
    promiseAt: at + (1 + dice(8)) * HOUR,
  }),
  (at) => ({ at, type: "customer_message" }),
  (at) => ({ at, type: "note" }),
  (at, dice) => ({ at, type: "assigned", agentId: `a-${dice(9)}` }),
  (at, dice) => ({ at, type: "status_changed", from: "open", to: states[dice(4)]! }),
  (at, dice) => ({ at, type: "priority_changed", from: "P2", to: priorities[dice(4)]! }),
  (at) => ({ at, type: "reopened" }),
  (at) => ({ at, type: "milestone", name: "cause" }),
];
// What happens on most tickets is drawn more often than what happens on few.
const weights = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 4, 4, 5, 6, 7];

/** A ticket of so many events over about two weeks; the same seed gives the same ticket. */
export function randomTicket(seed: number, events: number): LogEvent[] {
  const dice = diceOf(seed);
  let at = Date.UTC(2026, 10, 2, 1) + dice(72) * HOUR;
  const priority = priorities[dice(4)]!;
  const channel = ["web", "live"][dice(2)]!;
  const log: LogEvent[] = [{ at, type: "created", priority, channel }];
  while (log.length < events) {
    at += dice(12 * 60) * MINUTE;
    log.push(draws[weights[dice(weights.length)]!]!(at, dice));
  }
  return log;
}

/** Median µs to derive all clocks of a ticket of 50 events, warm; `clocks` is the mean number of them. */
export function measureRederive(tickets = 200, rounds = 20): { medianUs: number; clocks: number } {
  const logs = Array.from({ length: tickets }, (_, seed) => randomTicket(seed + 1, 50));
  const times: number[] = [];
  let clocks = 0;
  for (let round = -rounds; round < rounds; round++)
    for (const log of logs) {
      const now = log.at(-1)!.at + HOUR;
      const begun = performance.now();
      const derived = clocksOf(log, defaultBook, now);
      const took = performance.now() - begun;
      if (round < 0) continue;
      clocks += derived.length;
      times.push(took * 1000);
    }
  times.sort((a, b) => a - b);
  return { medianUs: times[times.length >> 1]!, clocks: clocks / times.length };
}
