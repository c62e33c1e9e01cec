/** What came of the questions, as shares. */
import type { Question } from "./input.ts";

export interface Outcome {
  readonly question: Question;
  /** Documents found, best first. */
  readonly keys: readonly string[];
  /** Would the product call the first one an answer? */
  readonly confident: boolean;
  readonly took: number;
}

export function figures(outcomes: readonly Outcome[]) {
  const answerable = outcomes.filter(({ question }) => question.relevant.length > 0);
  const others = outcomes.filter(({ question }) => question.relevant.length === 0);
  const shown = answerable.filter(({ confident }) => confident);
  const times = outcomes.map(({ took }) => took).sort((a, b) => a - b);
  return {
    hit1: within(answerable, 1),
    hit3: within(answerable, 3),
    hit10: within(answerable, 10),
    mrr: mean(answerable.map((one) => (placeOf(one) > 0 ? 1 / placeOf(one) : 0))),
    zero: mean(answerable.map(({ keys }) => Number(keys.length === 0))),
    confident: round(shown.length / Math.max(answerable.length, 1)),
    confidentRight: within(shown, 1),
    falseConfident: mean(others.map(({ confident }) => Number(confident))),
    queries: outcomes.length,
    p50Ms: round(times[Math.floor(times.length / 2)] ?? 0),
    p95Ms: round(times[Math.floor(times.length * 0.95)] ?? 0),
  };
}

/** Place of the first relevant document, from 1; 0 if it isn't among the first ten. */
function placeOf({ question, keys }: Outcome): number {
  return keys.slice(0, 10).findIndex((key) => question.relevant.includes(key)) + 1;
}

function within(outcomes: readonly Outcome[], limit: number): number {
  return mean(outcomes.map((one) => Number(placeOf(one) > 0 && placeOf(one) <= limit)));
}

/** Questions whose first three are not the same, in the same order. */
export function differences(left: readonly Outcome[], right: readonly Outcome[]): number {
  const top = ({ keys }: Outcome) => keys.slice(0, 3).join("\n");
  return left.filter((one, at) => right[at] === undefined || top(one) !== top(right[at])).length;
}

function mean(numbers: readonly number[]): number {
  return round(numbers.reduce((sum, number) => sum + number, 0) / Math.max(numbers.length, 1));
}

export function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}
