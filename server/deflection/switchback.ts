/** Suggestions on and off by whole days: what it says without following anybody. */
import type { Arm } from "./events.ts";
import { pairOf } from "./plan.ts";
import { meanInterval } from "./student.ts";

/** A day of the comparison. `tickets`: all of the day, through whatever channel. */
export type ComparedDay = { day: string; arm: Arm; openings: number; tickets: number };

export type Switchback = {
  pairs: number;
  /** Tickets per opening that suggestions avoid: the mean over pairs of days. */
  difference: number;
  lower: number;
  upper: number;
};

/** @returns null unless two pairs at least have openings on both days. */
export function switchback(from: string, days: readonly ComparedDay[]): Switchback | null {
  const pairs = Map.groupBy(days, ({ day }) => pairOf(from, day).pair);
  const differences = [...pairs.values()].flatMap((pair) => {
    const rate = (arm: Arm) => {
      const of = pair.find((day) => day.arm === arm);
      return of && of.openings > 0 ? of.tickets / of.openings : null;
    };
    const [off, on] = [rate("C"), rate("T")];
    return off === null || on === null ? [] : [off - on];
  });
  const n = differences.length;
  if (n < 2) return null;
  const mean = differences.reduce((sum, d) => sum + d, 0) / n;
  const squares = differences.reduce((sum, d) => sum + (d - mean) ** 2, 0);
  const interval = meanInterval(n, mean, Math.sqrt(squares / (n - 1)))!;
  return { pairs: n, difference: mean, ...interval };
}
