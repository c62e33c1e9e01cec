/**
 * The words of the index on their way to the browser: Latin words with their counts, and pairs of
 * Chinese characters, of which there are many, in long strings of one size of count each.
 */
import type { Vocabulary } from "./entry.ts";

/** `vocabulary-<hash>.json`. */
export interface PackedVocabulary {
  readonly words: Readonly<Record<string, number>>;
  /** Under each exponent `n` the pairs that 2ⁿ articles hold or more, without anything between them. */
  readonly pairs: Readonly<Record<string, string>>;
}

/** Pairs kept at most, the frequent ones: most others only span the end of one word and the next. */
const PAIRS = 24_000;

const PAIR = /^[\p{Script=Han}]{2}$/u;

export function packVocabulary(vocabulary: Vocabulary): PackedVocabulary {
  const all = Object.entries(vocabulary);
  const isPair = (term: string) => term.length === 2 && PAIR.test(term);
  const kept = all
    .filter(([term]) => isPair(term))
    .sort(([, a], [, b]) => b - a)
    .slice(0, PAIRS);
  const groups = Map.groupBy(kept, ([, count]) => String(Math.floor(Math.log2(count))));
  return {
    words: Object.fromEntries(all.filter(([term]) => !/\p{Script=Han}/u.test(term))),
    pairs: Object.fromEntries(
      [...groups].map(([size, group]) => [
        size,
        group
          .map(([pair]) => pair)
          .sort()
          .join(""),
      ]),
    ),
  };
}

/** Counts of pairs come back rounded down to a power of two. */
export function unpackVocabulary({ words, pairs }: PackedVocabulary): Vocabulary {
  const unpacked = Object.entries(pairs).flatMap(([size, text]) =>
    Array.from({ length: text.length / 2 }, (_, at) => [
      text.slice(2 * at, 2 * at + 2),
      2 ** Number(size),
    ]),
  );
  return { ...words, ...Object.fromEntries(unpacked) };
}
