/** Tickets as a desk that keeps most of its promises leaves them, open for up to three days. */
import { HOUR, type Instant, MINUTE } from "../../server/sla/instant.ts";
import type { LogEvent } from "../../server/sla/log.ts";
import { type Dice, diceOf } from "./rederive.ts";

/** One of the choices; how often each is drawn, the first numbers say, in percent. */
function weigh<T>(dice: Dice, choices: readonly (readonly [number, T])[]): T {
  let lot = dice(100);
  for (const [share, choice] of choices) {
    if (lot < share) return choice;
    lot -= share;
  }
  return choices[0]![1];
}

const priorities = [
  [45, "P2"],
  [40, "P3"],
  [13, "P1"],
  [2, "P0"],
] as const;
const kinds = [
  [55, "fault"],
  [35, "question"],
  [10, "suggestion"],
] as const;
const ends = [
  [70, null],
  [15, "waiting_customer"],
  [10, "solved"],
  [5, "waiting_third_party"],
] as const;

/** The log of one ticket up to `at`; the same seed gives the same ticket. */
export function handledTicket(seed: number, at: Instant): LogEvent[] {
  const dice = diceOf(seed * 7919);
  const start = at - dice(72 * 60) * MINUTE;
  const log: LogEvent[] = [
    { at: start, type: "created", priority: weigh(dice, priorities), kind: weigh(dice, kinds) },
  ];
  if (dice(100) < 97) log.push(...seen(dice, start));
  for (let rounds = 1 + dice(3); rounds > 0; rounds--) log.push(...round(dice, log.at(-1)!.at));
  const to = weigh(dice, ends);
  if (to) log.push({ at: log.at(-1)!.at, type: "status_changed", from: "open", to });
  return log.filter((event) => event.at <= at);
}

const seen = (dice: Dice, start: Instant): LogEvent[] => [
  { at: start + dice(13) * MINUTE, type: "acknowledged" },
  { at: start + 14 * MINUTE, type: "status_changed", from: "new", to: "open" },
];

/** An answer with a promise, and now and then a word of the customer before the next one. */
function round(dice: Dice, last: Instant): LogEvent[] {
  const at = last + (5 + dice(50)) * MINUTE;
  const promiseAt = at + (1 + dice(16)) * HOUR;
  const reply: LogEvent = {
    ...{ at, type: "public_reply", by: "agent", substantive: dice(4) > 0, full: dice(8) === 0 },
    promiseAt,
  };
  // Nine of ten times the next answer comes before it was promised.
  const next = at + Math.round(((promiseAt - at) * (40 + dice(65))) / 100);
  const wrote: LogEvent[] =
    dice(3) === 0 ? [{ at: next - 30 * MINUTE, type: "customer_message" }] : [];
  return [reply, { at: at + MINUTE, type: "note" }, ...wrote, { at: next, type: "note" }];
}
