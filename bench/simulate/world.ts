/**
 * A month of people who open the contact form, of whom everything is known: whether they would have
 * written without suggestions, and whether a suggestion keeps them from it. What reaches the visit
 * log of it goes through the product's own rules.
 */

import type { VisitEvent } from "../../server/deflection/events.ts";
import { assignArm, type Hmac, holdoutEpoch } from "../../server/deflection/holdout.ts";

export type World = {
  people: number;
  /** Share without suggestions. */
  holdout: number;
  /** Share who write if nobody suggests anything. */
  writes: number;
  /** Of those, the share whom a suggestion helps. */
  helped: number;
  /** Of all, the share for whose words there is something to suggest. */
  suggestible: number;
  /** Of those who write, the share who do so hours later, in another visit. */
  late: number;
  /** Of late ones, the share that no key links to the visit: by phone, or from another network. */
  lost: number;
  /** People behind one address with the same browser: their keys are one. */
  office: number;
  /** Machines that open the form, for each person. */
  bots: number;
};

export const clean: World = {
  people: 1500,
  holdout: 0.2,
  writes: 0.66,
  helped: 0.16,
  suggestible: 0.9,
  late: 0.25,
  lost: 0,
  office: 1,
  bots: 0.2,
};

/** The difference that suggestions make among those who had something to be shown. */
export const truthOf = ({ writes, helped }: World): number => writes * helped;

/** Even numbers in [0, 1), the same for the same seed. */
export type Dice = () => number;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** As even as the real one, and as fast as a simulation needs it. */
const hmacOf =
  (seed: number): Hmac =>
  (message) => {
    let hash = seed;
    for (let i = 0; i < message.length; i += 1)
      hash = Math.imul(hash ^ message.charCodeAt(i), 0x01000193);
    const dice = diceOf(hash);
    return Uint8Array.from({ length: 6 }, () => Math.floor(dice() * 256));
  };

const second = 1000;
const hour = 3_600_000;
const day = 24 * hour;
const start = Date.parse("2026-10-01T00:00:00Z");

/** When everything of the month is old enough. */
export const monthEnd = start + 35 * day;

/** @returns what the visit log holds, and how many pressed "this solved it". */
export function playMonth(world: World, seed: number): { events: VisitEvent[]; solved: number } {
  const dice = diceOf(seed);
  const hmac = hmacOf(seed);
  const events: VisitEvent[] = [];
  let solved = 0;
  for (let n = 0; n < world.people; n += 1) {
    const at = start + Math.floor(dice() * 28 * day);
    // Colleagues meet on one day under one key; nobody else shares anything.
    const office = Math.floor(n / world.office);
    const meets = start + Math.floor(diceOf(seed ^ office)() * 28) * day;
    const opened = world.office === 1 ? at : meets + Math.floor(dice() * day);
    const visitor = `v${office}`;
    const epoch = holdoutEpoch(new Date(opened).toISOString().slice(0, 10), false);
    const arm = assignArm(hmac, epoch, visitor, world.holdout);
    const story = visitOf(world, dice, { n, visitor, arm, opened });
    solved += story.filter(({ type }) => type === "form_solved").length;
    events.push(...story);
  }
  for (let n = 0; n < world.people * world.bots; n += 1)
    events.push({
      ...line(`bot${n}`, "form_open", start + Math.floor(dice() * 28 * day), `b${n}`),
      traffic: "bot",
    });
  return { events, solved };
}

type Person = { n: number; visitor: string; arm: "T" | "C"; opened: number };

function visitOf(world: World, dice: Dice, { n, visitor, arm, opened }: Person): VisitEvent[] {
  const would = dice() < world.writes;
  const isSuggestible = dice() < world.suggestible;
  const isHelped = dice() < world.helped && isSuggestible && arm === "T";
  const [late, lost, says, reads] = [
    dice() < world.late,
    dice() < world.lost,
    dice() < 0.4,
    dice() < 0.5,
  ];
  const say = (type: VisitEvent["type"], after: number, rest: Partial<VisitEvent> = {}) => ({
    ...line(`${n}.${type}`, type, opened + after, visitor),
    ...rest,
  });
  const events: VisitEvent[] = [say("form_open", 0, { arm })];
  if (isSuggestible) events.push(say("suggest_ready", 20 * second, { suggested: 3 }));
  // Who is helped reads; of those who give up anyway, some have read as well.
  if (isSuggestible && arm === "T" && (isHelped || (!would && reads)))
    events.push(say("article_view", 30 * second, { article: "1", engagedMs: 20 * second }));
  if (isHelped && would && says) events.push(say("form_solved", 60 * second));
  if (would && !isHelped) {
    const after = late ? 2 * hour + Math.floor(dice() * 60 * hour) : 120 * second;
    const isLost = late && lost;
    events.push(
      say("ticket_created", after, { ticket: `t${n}`, visitor: isLost ? null : visitor }),
    );
  }
  return events;
}

const line = (id: string, type: VisitEvent["type"], at: number, visitor: string): VisitEvent => ({
  ...{ id, type, at, visitor },
  subject: null,
  traffic: "human",
  locale: "en",
});
