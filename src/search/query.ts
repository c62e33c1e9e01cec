/** What a person typed, as weighted terms. */
import { segment, type Token } from "./segment.ts";
import { stem } from "./stem.ts";
import type { WeighedUnits } from "./units.ts";
import { isStopWord } from "./words.ts";

/** One term of a query. Terms that occur twice are one. */
export interface QueryTerm {
  readonly term: string;
  readonly word: string;
  readonly han: boolean;
  readonly extra: boolean;
  /** Says nothing about the subject: ranked with, not asked for. */
  readonly stop: boolean;
  /** The word isn't finished: longer ones count too. */
  readonly prefix: boolean;
}

/** A query term with its weight: how rare it is in this index. */
export interface WeightedTerm extends QueryTerm {
  readonly weight: number;
}

/** What is asked, as ranking compares it with articles. */
export interface Question {
  readonly text: string;
  readonly terms: readonly WeightedTerm[];
  readonly units: WeighedUnits;
  readonly negated: boolean;
}

/**
 * The terms of a query, in the order typed.
 * @param typing true while the person is still typing: the last word is then taken as a beginning
 */
export function parseQuery(query: string, typing = false): QueryTerm[] {
  const tokens = segment(query);
  const open = typing && /[\p{L}\p{N}]$/u.test(query) ? tokens.findLast(isWhole) : undefined;
  const terms = new Map<string, QueryTerm>();
  for (const token of [...tokens, ...gluedTokens(tokens)]) {
    if (terms.has(token.term)) continue;
    const { term, word, han, extra } = token;
    const prefix = token === open && (han ? term.length === 1 : word.length > 1);
    terms.set(term, { term, word, han, extra, stop: !prefix && isStopWord(word, han), prefix });
  }
  return [...terms.values()];
}

/** Neighbouring words written as one, for `corona virus` where the article says `coronavirus`. */
function gluedTokens(tokens: readonly Token[]): Token[] {
  const whole = tokens.filter((token) => isWhole(token) && !token.han);
  return whole.slice(1).flatMap((right, index) => {
    const left = whole[index]!;
    const telling = !isStopWord(left.word, false) && !isStopWord(right.word, false);
    const word = left.word + right.word;
    if (!telling || /\d/.test(word) || word.length < 6 || word.length > 20) return [];
    return [{ ...left, word, term: stem(word), end: right.end, extra: true }];
  });
}

function isWhole(token: Token): boolean {
  return !token.extra;
}

/** The terms worth asking the index for: those with a subject, or all if none has one. */
export function askedTerms(terms: readonly QueryTerm[]): QueryTerm[] {
  const telling = terms.filter((term) => !term.stop);
  return telling.some((term) => !term.extra) ? telling : [...terms];
}
