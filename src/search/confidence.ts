/**
 * How likely the first result answers the question, in two stages: does any article answer it, and if
 * so, is it this one? A question about something else shares words with articles too, but leaves the
 * rare ones out; a question that several articles could answer has them side by side.
 * The numbers were fitted on questions with and without an answer, several sets weighted alike:
 * `docs/decisions/006-search-ranking.md`.
 */
import type { Document } from "./analyse.ts";
import type { WeightedTerm } from "./query.ts";
import { type Features, holds, type Ranked } from "./rank.ts";

/** From here on the first result may be called an answer; below it is only a result. */
export const CONFIDENT = 0.44;

/** What is left of the confidence where a single word is all there is to go by. */
const HINT = 0.5;

/** What is seen of the first results; each 0 to 1. */
interface Signs extends Features {
  /** Weight of the telling terms that the first article doesn't hold at all, as a share. */
  readonly missing: number;
  /** Distance of the second and of the third result, as a share of the first one's score. */
  readonly second: number;
  readonly third: number;
  /** Number of telling terms, eight or more being 1: one word alone says little. */
  readonly size: number;
}

/** A logistic model. */
interface Stage {
  readonly bias: number;
  readonly of: Partial<Signs>;
}

interface Model {
  readonly answerable: Stage;
  readonly right: Stage;
}

const LATIN: Model = {
  answerable: {
    bias: -3.27,
    of: { text: 1.45, name: 2.3, passage: 2.2, likeness: 3.85, missing: -1.05, size: 2.85 },
  },
  right: { bias: -2.05, of: { second: 2.7, third: 2.3, text: 1.85, size: 1.1 } },
};

const HAN: Model = {
  answerable: {
    bias: 2.3,
    of: { text: 4.93, passage: 1.86, likeness: 3.16, missing: -4.17 },
  },
  right: { bias: -2.26, of: { second: 3, third: 3.2, size: 1.33, passage: 2.5 } },
};

/** 0 to 1; 0 when nothing was found. */
export function confidenceOf(ranked: readonly Ranked[], terms: readonly WeightedTerm[]): number {
  if (ranked.length === 0) return 0;
  const { answerable, right } = terms.some((term) => term.han) ? HAN : LATIN;
  const signs = signsOf(ranked, terms);
  const certain = isHint(signs) ? HINT : 1;
  return certain * likelihood(answerable, signs) * likelihood(right, signs);
}

/** Nothing but words of form, or one word that stands in no title: it may mean anything. */
function isHint({ size, name }: Signs): boolean {
  return size === 0 || (size <= 1 / 8 && name === 0);
}

function signsOf(ranked: readonly Ranked[], terms: readonly WeightedTerm[]): Signs {
  const [first, second, third] = ranked;
  const best = first!.score || 1;
  const distance = (other?: Ranked) => (other === undefined ? 1 : (best - other.score) / best);
  const telling = terms.filter((term) => !term.stop && !term.extra);
  const missing = telling.filter((term) => !isIn(first!.document, term));
  return {
    ...first!.features,
    missing: weightOf(missing) / (weightOf(telling) || 1),
    second: distance(second),
    third: distance(third),
    size: Math.min(telling.length, 8) / 8,
  };
}

function isIn(document: Document, term: WeightedTerm): boolean {
  const { counts, names, description, sections } = document;
  const parts = [...names, description, ...sections.map(({ heading }) => heading)];
  return counts.has(term.term) || parts.some((part) => holds(part, term));
}

function weightOf(terms: readonly WeightedTerm[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}

function likelihood({ bias, of }: Stage, signs: Signs): number {
  const names = Object.keys(of) as (keyof Signs)[];
  const sum = names.reduce((total, name) => total + of[name]! * signs[name], bias);
  return 1 / (1 + Math.exp(-sum));
}
