/**
 * What the composer says about a reply before it is sent: words that promise nothing, and words that
 * only colleagues understand. Used by the console and by the server, so nothing here needs either.
 */
import { jargon, times, vague } from "./wordingterms.ts";

/** A vague word; `index` is its UTF-16 offset in the text. */
export type Vague = { term: string; index: number };

/** A technical word and what to say instead, in both languages. */
export type Jargon = { term: string; index: number; plain: { en: string; zh: string } };

/** Words for "soon" in sentences that name no time. */
export function vagueWords(text: string): Vague[] {
  return sentencesOf(text).flatMap(({ start, words }) =>
    times.test(words)
      ? []
      : [...words.matchAll(vague)].map(({ 0: term, index }) => ({ term, index: start + index })),
  );
}

/** Technical words that have a plain counterpart. */
export function jargonWords(text: string): Jargon[] {
  const found = jargon.flatMap(({ pattern, plain }) =>
    [...text.matchAll(pattern)].map(({ 0: term, index }) => ({ term, index, plain })),
  );
  return found.sort((a, b) => a.index - b.index || b.term.length - a.term.length).filter(isFirst);
}

// "接口超时" is one find, not a second one for "接口" inside it.
const isFirst = (one: Jargon, i: number, all: Jargon[]) =>
  !all.slice(0, i).some(({ index, term }) => index + term.length > one.index);

function sentencesOf(text: string): { start: number; words: string }[] {
  const ends = [...text.matchAll(/[.!?](?=\s|$)|[。！？；;\n]/gu)].map(({ index }) => index + 1);
  return [0, ...ends].map((start, i) => ({ start, words: text.slice(start, ends[i]) }));
}
