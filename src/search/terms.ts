/**
 * How terms are written in the index. Marks keep apart what must not be mixed up; they are letters,
 * because the index keeps nothing else.
 */
import { normalise } from "./normalise.ts";
import type { Token } from "./segment.ts";
import { isStopWord } from "./words.ts";

/** Ends a Latin term, so that `app` doesn't also find `appear`. */
const END = "\u02D1";

/** Begins a word that says nothing about the subject: these have files of their own. */
const FORM = "\u02D0";

/** Begins a word or character of form as it stands in a title or an alias; short lists. */
const TITLE = "\u02D1";

/** A term of the article's whole text, of an index or a query. */
export function textTerm({ term, word, han }: Pick<Token, "term" | "word" | "han">): string {
  if (isStopWord(word, han)) return FORM + term;
  return han ? term : term + END;
}

/**
 * What a title adds: its words of form, and single Chinese characters, by which a title is found that
 * says the same in other words.
 */
export function titleTerms({ term, word, han }: Pick<Token, "term" | "word" | "han">): string[] {
  if (!han) return isStopWord(word, han) ? [TITLE + term] : [];
  const [first = ""] = term;
  return isStopWord(word, han) && term.length > 1 ? [TITLE + first, TITLE + term] : [TITLE + first];
}

/** A beginning, for a word that is still being typed. */
export function prefixTerm(word: string): string {
  return normalise(word);
}
