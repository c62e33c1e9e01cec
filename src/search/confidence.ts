/**
 * How likely the first result answers the question: a small logistic model over what ranking saw.
 * The numbers were fitted on questions with and without an answer, several sets weighted alike.
 */
import type { WeightedTerm } from "./query.ts";
import type { Features, Ranked } from "./rank.ts";

/** From here on the first result may be called an answer; below it is only a result. */
export const CONFIDENT = 0.7;

interface Model {
  readonly features: Partial<Features>;
  /** Of the distance to the second result, as a share of the first one's score. */
  readonly margin: number;
  /** Of the number of telling terms, eight or more being 1: one word alone says little. */
  readonly size: number;
  readonly bias: number;
}

const LATIN: Model = {
  features: { text: 2.2, likeness: 1.5, passage: 0.65, order: 1.3 },
  margin: 3.3,
  size: 2,
  bias: -3.1,
};

const HAN: Model = {
  features: { text: 1.05, passage: 4.75, sequence: 0.2 },
  margin: 5.45,
  size: 0.7,
  bias: -3.05,
};

/** 0 to 1; 0 when nothing was found. */
export function confidenceOf(ranked: readonly Ranked[], terms: readonly WeightedTerm[]): number {
  const [first, second] = ranked;
  if (first === undefined) return 0;
  const model = terms.some((term) => term.han) ? HAN : LATIN;
  const margin = second === undefined ? 1 : (first.score - second.score) / (first.score || 1);
  const telling = terms.filter((term) => !term.stop && !term.extra).length;
  const seen = Object.entries(model.features).reduce(
    (sum, [name, weight]) => sum + weight * first.features[name as keyof Features],
    0,
  );
  const sum = model.bias + seen + model.margin * margin + (model.size * Math.min(telling, 8)) / 8;
  return 1 / (1 + Math.exp(-sum));
}
