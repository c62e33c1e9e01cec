/** What the help center has in another language, for a question that the reader's has no answer to. */
import type { Locale } from "../../../content/schema.ts";
import type { SearchAnswer, SearchResult } from "../../search/search.ts";

export interface Elsewhere {
  readonly locale: Locale;
  readonly results: readonly SearchResult[];
  /** Whether the first one may be called an answer to the whole question. */
  readonly confident: boolean;
}

/** The language to ask where the reader's own has no answer. */
export const OTHER: Readonly<Record<Locale, Locale>> = { en: "zh", zh: "en" };

/** Articles of another language at most. */
const MOST = 3;

/** Below this confidence they have little but a word in common with the question. */
const LEAST_CONFIDENCE = 0.3;

/** Of the first article's score; what falls off further has only a word in common. */
const LEAST_SHARE = 0.5;

/**
 * What of a question articles in this language can hold. Empty if nothing: the index needn't be
 * loaded then.
 */
export function askable(query: string, locale: Locale): string {
  const text = locale === "zh" ? query : query.replace(/\p{Script=Han}+/gu, " ");
  return /[\p{L}\p{N}]{2}/u.test(text) ? text.trim() : "";
}

/** Articles that the reader's own language lacks, if they fit better than what it has. */
export function worthGoing(own: SearchAnswer, other: SearchAnswer): readonly SearchResult[] {
  const known = new Set(own.results.map(({ article }) => article));
  const least = LEAST_SHARE * (other.results[0]?.score ?? 0);
  const bar = Math.max(LEAST_CONFIDENCE, own.confidence);
  if (own.confident || other.confidence < bar) return [];
  return other.results
    .filter(({ article, score }) => !known.has(article) && score >= least)
    .slice(0, MOST);
}
