/**
 * Cuts a text into the terms that are indexed and asked for. Latin words become stems, a run of
 * Chinese becomes its overlapping pairs of characters: both sides of the search cut alike by
 * construction, whatever the browser's own segmenter would make of it.
 */
import { normalise, normaliseWord } from "./normalise.ts";
import { stem } from "./stem.ts";

/** One term of a text, with the place it came from. */
export interface Token {
  /** The term as compared: a stem, a number, or one or two Chinese characters. */
  readonly term: string;
  /** The normalised word before stemming; equals `term` for Chinese. */
  readonly word: string;
  /** UTF-16 offsets into the original text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Chinese, Japanese kana and Hangul are cut by characters. */
  readonly han: boolean;
  /**
   * A second form of words already given, such as `wifi` for `wi-fi` and the last character of a run
   * of Chinese: counts where it is found, is not missed where it isn't.
   */
  readonly extra: boolean;
}

const HAN = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}";
const INVISIBLE = "\\u00AD\\u200B-\\u200F\\u2060\\uFEFF";
/** A class less another one, which is three times as fast as looking ahead at every letter. */
const LATIN = `[[\\p{L}\\p{N}\\p{M}${INVISIBLE}'\\u2018\\u2019\\uFF07]--[${HAN}]]`;
/** A run of Chinese, or of Latin letters and digits with their apostrophes, decimals and hyphens. */
const RUN = new RegExp(
  `[${HAN}]+|(?:${LATIN}|(?<=\\d)[.,](?=\\d))+(?:[\\-\\u2010\\u2011][[\\p{L}\\p{N}]--[${HAN}]]+)*`,
  "gv",
);
const HAN_RUN = new RegExp(`^[${HAN}]`, "u");
/** Numbers with their decimals, and the letters between them. */
const PART = /\d+(?:[.,]\d+)*|(?:(?!\d)[\p{L}\p{M}\p{N}'\u2018\u2019])+/gu;

/** All terms of a text in order; a term's place never reaches into another run. */
export function segment(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(RUN)) {
    if (HAN_RUN.test(match[0])) pushHan(tokens, match[0], match.index);
    else pushLatin(tokens, match[0], match.index);
  }
  return tokens;
}

function pushHan(tokens: Token[], run: string, offset: number): void {
  const characters = [...run];
  let start = offset;
  characters.forEach((character, index) => {
    const next = characters[index + 1];
    const term = lettersOf(normalise(character + (next ?? "")));
    const end = start + character.length + (next?.length ?? 0);
    const extra = next === undefined && characters.length > 1;
    if (term !== "") tokens.push({ term, word: term, start, end, han: true, extra });
    start += character.length;
  });
}

/** Texts repeat their words: a long article has few runs that were not cut before. */
const cuts = new Map<string, readonly Token[]>();
const MOST_CUTS = 50_000;

function pushLatin(tokens: Token[], run: string, offset: number): void {
  let cut = cuts.get(run);
  if (cut === undefined) {
    cut = cutLatin(run);
    if (cuts.size >= MOST_CUTS) cuts.clear();
    cuts.set(run, cut);
  }
  for (const token of cut) {
    tokens.push({ ...token, start: token.start + offset, end: token.end + offset });
  }
}

/** Tokens of one run, as if it stood at the start. */
function cutLatin(run: string): Token[] {
  const tokens: Token[] = [];
  const parts = [...run.matchAll(PART)];
  for (const part of parts) {
    const start = part.index;
    pushWord(tokens, normaliseWord(part[0]), start, start + part[0].length, false);
  }
  if (parts.length < 2) return tokens;
  const glued = parts.map((part) => normaliseWord(part[0])).join("");
  if (glued.length <= 24) pushWord(tokens, glued, 0, run.length, true);
  return tokens;
}

function pushWord(tokens: Token[], text: string, start: number, end: number, extra: boolean) {
  const word = lettersOf(text);
  if (word === "") return;
  tokens.push({ term: stem(word), word, start, end, han: false, extra });
}

/** Folding may bring in signs, as in `㈱` → `(株)`, which the index would not keep. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}
