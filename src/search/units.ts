/**
 * A text as the sequence in which titles and questions are compared: Latin words, and Chinese
 * character by character, because a title says the same with other pairs of characters.
 */
import { segment, type Token } from "./segment.ts";

/** More of a long draft would only cost time. */
const MOST = 120;

/** The units of a text in order. */
export function unitsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ term, han, extra }) => {
    if (!han) return extra ? [] : [term];
    const [first = ""] = term;
    return [first];
  });
}

/** The units of a question, cut to a length that can be compared while somebody types. */
export function unitsOfQuestion(text: string): string[] {
  return unitsOf(segment(text)).slice(0, MOST);
}

/** A question's units with how rare each is. */
export interface WeighedUnits {
  readonly units: readonly string[];
  readonly weights: ReadonlyMap<string, number>;
}

/** How alike a question and a title are; each 0 to 1. */
export interface Likeness {
  /** Share of the question's weight that the title holds. */
  readonly cover: number;
  /** Share of the title's units that the question holds. */
  readonly precise: number;
  /** Share of the question's weight that the title holds in the same order. */
  readonly ordered: number;
}

export const UNLIKE: Likeness = { cover: 0, precise: 0, ordered: 0 };

export function likeness({ units, weights }: WeighedUnits, title: readonly string[]): Likeness {
  if (units.length === 0 || title.length === 0) return UNLIKE;
  const held = new Set(title);
  const sum = (some: Iterable<string>) => {
    let total = 0;
    for (const unit of some) total += weights.get(unit) ?? 0;
    return total;
  };
  const asked = [...weights.keys()];
  return {
    cover: sum(asked.filter((unit) => held.has(unit))) / (sum(asked) || 1),
    precise: title.filter((unit) => weights.has(unit)).length / title.length,
    ordered: commonWeight(units, title, weights) / (sum(units) || 1),
  };
}

/** Weight of the heaviest common subsequence. */
export function commonWeight(
  left: readonly string[],
  right: readonly string[],
  weights: ReadonlyMap<string, number>,
): number {
  let row = new Float64Array(right.length + 1);
  for (const unit of left) {
    const weight = weights.get(unit) ?? 0;
    const next = new Float64Array(right.length + 1);
    for (let j = 1; j <= right.length; j++) {
      const same = right[j - 1] === unit;
      next[j] = same ? row[j - 1]! + weight : Math.max(row[j]!, next[j - 1]!);
    }
    row = next;
  }
  return row[right.length]!;
}

/**
 * How alike a question and an earlier one are, 0 to 1: twice what they share, of all that both hold.
 * @param rare weight of a unit that the question doesn't hold
 */
export function sameness(
  { units, weights }: WeighedUnits,
  other: readonly string[],
  rare: (unit: string) => number,
): number {
  const weigh = (all: readonly string[]) =>
    all.reduce((sum, unit) => sum + (weights.get(unit) ?? rare(unit)), 0);
  const shared = [...weights.keys()].filter((unit) => other.includes(unit));
  const both = weigh(units) + weigh(other);
  return both === 0 ? 0 : (2 * weigh(shared)) / both;
}
