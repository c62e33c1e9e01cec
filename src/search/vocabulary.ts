/**
 * The words of the index on their way to the browser: Latin words with their counts, and pairs of
 * Chinese characters, of which there are many, in long strings of one size of count each.
 */
import type { Vocabulary } from "./entry.ts";
import type { Lexicon } from "./lexicon.ts";

/** `vocabulary-<hash>.json`. */
export interface PackedVocabulary {
  readonly words: Readonly<Record<string, number>>;
  /** Under each exponent `n` the pairs that 2ⁿ articles hold or more, without anything between them. */
  readonly pairs: Readonly<Record<string, string>>;
  /** Syllable → characters read so; traditional characters each before its simplified one. */
  readonly sounds: Readonly<Record<string, string>>;
  readonly folds: string;
}

/** What only Chinese needs. */
export type Script = Pick<PackedVocabulary, "sounds" | "folds">;

const NO_SCRIPT: Script = { sounds: {}, folds: "" };

/** Pairs kept at most, the frequent ones: most others only span the end of one word and the next. */
const PAIRS = 24_000;

const PAIR = /^[\p{Script=Han}]{2}$/u;

export function packVocabulary(vocabulary: Vocabulary, script = NO_SCRIPT): PackedVocabulary {
  const all = Object.entries(vocabulary);
  const isPair = (term: string) => term.length === 2 && PAIR.test(term);
  const kept = all
    .filter(([term]) => isPair(term))
    .sort(([, a], [, b]) => b - a)
    .slice(0, PAIRS);
  const groups = Map.groupBy(kept, ([, count]) => String(Math.floor(Math.log2(count))));
  return {
    ...script,
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
export function unpackVocabulary({ words, pairs, sounds, folds }: PackedVocabulary): Lexicon {
  const unpacked = Object.entries(pairs).flatMap(([size, text]) =>
    Array.from({ length: text.length / 2 }, (_, at) => [
      text.slice(2 * at, 2 * at + 2),
      2 ** Number(size),
    ]),
  );
  const read = Object.entries(sounds).flatMap(([syllable, text]) =>
    [...text].map((character) => [character, syllable] as const),
  );
  const folded = Array.from(folds.matchAll(/(.)(.)/gu), ([, from, to]) => [from!, to!] as const);
  return {
    counts: { ...words, ...Object.fromEntries(unpacked) },
    sounds: new Map(read),
    folds: new Map(folded),
  };
}
