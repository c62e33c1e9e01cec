/** What a result shows: the section and the sentence, with the query's words marked as ranges. */
import type { Section } from "./entry.ts";
import type { WeightedTerm } from "./query.ts";
import { holds, type Ranked } from "./rank.ts";
import { segment } from "./segment.ts";

/** A piece of an excerpt; `mark` where the query's words stand. Text, never markup. */
export interface ExcerptPart {
  readonly text: string;
  readonly mark: boolean;
}

/** Characters of an excerpt; Chinese says the same in fewer. */
const LONGEST = { latin: 180, han: 90 };

/** Marks the query's telling words in a text. */
export function markText(text: string, terms: readonly WeightedTerm[]): ExcerptPart[] {
  const wanted = terms.filter((term) => !term.stop);
  const exact = new Set(wanted.map((term) => term.term));
  const open = wanted.filter((term) => term.prefix);
  const ranges = segment(text)
    .filter(({ term }) => exact.has(term) || open.some((other) => term.startsWith(other.term)))
    .map(({ start, end }) => ({ start, end }));
  return cut(text, merge(ranges));
}

/** Where in an article the answer stands, and the sentence to show. */
export interface Place {
  /** Null for the article's start. */
  readonly section: Section | null;
  readonly excerpt: readonly ExcerptPart[];
}

/**
 * The best sentence, or the article's start where no sentence says more of the question than the
 * title does: whoever asks for the very subject wants to read from the top.
 */
export function placeOf(ranked: Ranked, terms: readonly WeightedTerm[]): Place {
  const { passage, document } = ranked;
  const { section } = passage;
  const sentence = section?.text.slice(passage.start, passage.end).trim() ?? "";
  const telling = terms.filter((term) => !term.stop);
  const fresh = telling.some((term) => passage.held.has(term) && !holds(document.names[0]!, term));
  const { description } = document.record;
  if (sentence !== "" && (fresh || description === "")) {
    const inside = section !== null && section.section.id !== "" ? section.section : null;
    return { section: inside, excerpt: excerptOf(sentence, terms) };
  }
  return { section: null, excerpt: excerptOf(description || sentence, terms) };
}

function excerptOf(text: string, terms: readonly WeightedTerm[]): ExcerptPart[] {
  return shorten(markText(text.replace(/\s+/g, " "), terms), longest(text));
}

function longest(text: string): number {
  return /\p{Script=Han}/u.test(text) ? LONGEST.han : LONGEST.latin;
}

interface Range {
  start: number;
  end: number;
}

function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

function cut(text: string, ranges: readonly Range[]): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    parts.push(
      { text: text.slice(at, start), mark: false },
      { text: text.slice(start, end), mark: true },
    );
    at = end;
  }
  parts.push({ text: text.slice(at), mark: false });
  return parts.filter((part) => part.text !== "");
}

/** Keeps the stretch with the first marks, on whole words, and says with "…" what was left out. */
function shorten(parts: readonly ExcerptPart[], limit: number): ExcerptPart[] {
  const whole = parts.map((part) => part.text).join("");
  if (whole.length <= limit) return [...parts];
  const first = parts[0]?.mark === false ? parts[0].text.length : 0;
  const from = wordStart(
    whole,
    Math.max(0, Math.min(first - Math.floor(limit / 4), whole.length - limit)),
  );
  const to = wordEnd(whole, from + limit);
  const inside = slice(parts, from, to);
  if (from > 0) inside.unshift({ text: "… ", mark: false });
  if (to < whole.length) inside.push({ text: " …", mark: false });
  return inside;
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + 20).search(/[\s，。、；：]/u);
  return space < 0 ? at : at + space + 1;
}

function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const back = text.slice(at - 20, at).search(/[\s，。、；：][^\s，。、；：]*$/u);
  return back < 0 ? at : at - 20 + back;
}

function slice(parts: readonly ExcerptPart[], from: number, to: number): ExcerptPart[] {
  const kept: ExcerptPart[] = [];
  let at = 0;
  for (const part of parts) {
    const text = part.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += part.text.length;
    if (text !== "") kept.push({ text, mark: part.mark });
  }
  return kept;
}
