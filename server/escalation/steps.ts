/** The steps that reasons take a ticket up the ladder. */
import type { Reason } from "./causes.ts";
import { climbs, type Ladder, type LadderLevel, pathFrom } from "./ladder.ts";

/** A step that was taken: the reason it acted on, and the number of the level on the ticket's path. */
export type Taken = { cause: string; occasion: string; level: number };

/** A step to take. At the end of its path a ticket stays on the last level. */
export type Step = Reason & { number: number; level: LadderLevel };

const keyOf = ({ cause, occasion }: { cause: string; occasion: string }) => `${cause} ${occasion}`;

/** One step for each reason that wasn't acted on yet and for which this ladder climbs, in order. */
export function stepsUp(
  ladder: Ladder,
  priority: keyof Ladder["start"],
  taken: readonly Taken[],
  reasons: readonly Reason[],
): Step[] {
  const done = new Set(taken.map(keyOf));
  const path = pathFrom(ladder, ladder.start[priority]);
  let number = Math.max(0, ...taken.map(({ level }) => level));
  return reasons
    .filter((reason) => !done.has(keyOf(reason)) && climbs(ladder, reason.cause, priority))
    .map((reason) => {
      number = Math.min(number + 1, path.length - 1);
      return { ...reason, number, level: path[number]! };
    });
}
