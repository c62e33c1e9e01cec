/**
 * Finds candidates: one question to the index per term, joined by "or". Base and delta are asked as
 * one, so that a page published a minute ago stands where a full build would put it.
 */
import type { SearchEntry, SearchIndex } from "./entry.ts";
import type { Postings } from "./postings.ts";
import { askedTerms, type QueryTerm } from "./query.ts";
import { prefixTerm, textTerm, titleTerms } from "./terms.ts";
import { IMPACT_STEP } from "./weights.ts";

/** A page with the terms it was found by, before its text is loaded. */
export interface Candidate {
  readonly page: number;
  /** Comparable within one search only. */
  readonly score: number;
}

/** What the index knows about the terms of one query. */
export interface Retrieved {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Articles that hold each telling term, by term; base and delta joined, tombstones left out. */
  readonly frequencies: ReadonlyMap<string, number>;
  /** Articles whose title or alias holds a character of the question, by character. */
  readonly characters: ReadonlyMap<string, number>;
}

/** Terms asked for at most; of a longer question the words that stand first are enough. */
const ASKED = 24;

/** Weight of what only titles are asked for, against a telling term anywhere. */
const TITLE_SHARE = { latin: 0.5, han: 1 };

/** Fewer candidates than this, and words that say nothing are asked for too. */
const FEW = 10;

/** Share of a question's characters that a title has to hold if nothing else of it is found. */
const CHARACTERS = 0.5;

/** Inverse document frequency as in BM25. */
export function inverseFrequency(frequency: number, docs: number): number {
  return Math.log(1 + (Math.max(docs - frequency, 0) + 0.5) / (frequency + 0.5));
}

/**
 * Asks for every term at once; ends with the first failure.
 * @param limit candidates returned at most
 */
export async function retrieve(
  index: SearchIndex,
  entry: SearchEntry,
  terms: readonly QueryTerm[],
  limit: number,
): Promise<Retrieved> {
  const asked = askedTerms(terms).slice(0, ASKED);
  const marks = titleMarks(terms);
  const [told, titled] = await Promise.all([
    Promise.all(asked.map((term) => askIndex(index, term))),
    Promise.all(marks.map((mark) => index.find(mark))),
  ]);
  const sheet = newSheet(index.pages, entry.docs);
  for (const [at, found] of told.entries()) add(sheet, found, 1, tallyOf(sheet, asked[at]!));
  const share = terms.some((term) => term.han) ? TITLE_SHARE.han : TITLE_SHARE.latin;
  for (const found of titled) add(sheet, found, share, sheet.titled);
  if (sheet.touched.length < FEW) {
    const form = terms.filter((term) => term.stop && !asked.includes(term)).slice(0, ASKED);
    const found = await Promise.all(form.map((term) => askIndex(index, term)));
    for (const postings of found) add(sheet, postings, share, sheet.told);
  }
  return {
    candidates: best(sheet, marks.length, limit),
    frequencies: new Map(asked.map(({ term }, at) => [term, told[at]!.pages.length])),
    characters: new Map(marks.map((mark, at) => [mark.slice(1), titled[at]!.pages.length])),
  };
}

function askIndex(index: SearchIndex, term: QueryTerm): Promise<Postings> {
  return term.prefix ? index.findPrefix(prefixTerm(term.word)) : index.find(textTerm(term));
}

/** What titles are asked for beside the telling words: words of form and single characters. */
function titleMarks(terms: readonly QueryTerm[]): string[] {
  const marks = terms.filter((term) => !term.prefix).flatMap(titleTerms);
  return [...new Set(marks)].slice(0, 2 * ASKED);
}

/** Sums by page. */
interface Sheet {
  readonly docs: number;
  readonly scores: Float32Array;
  /** Telling terms found on each page, marks of its title, and single characters of its text. */
  readonly told: Uint8Array;
  readonly titled: Uint8Array;
  readonly alone: Uint8Array;
  readonly touched: number[];
}

/** The last character of a run is one among the single characters; it tells no more than they do. */
function tallyOf({ told, alone }: Sheet, { han, extra }: QueryTerm): Uint8Array {
  return han && extra ? alone : told;
}

function newSheet(pages: number, docs: number): Sheet {
  return {
    docs,
    scores: new Float32Array(pages),
    told: new Uint8Array(pages),
    titled: new Uint8Array(pages),
    alone: new Uint8Array(pages),
    touched: [],
  };
}

function add(sheet: Sheet, { pages, impacts }: Postings, share: number, seen: Uint8Array): void {
  const { scores, touched } = sheet;
  const weight = share * IMPACT_STEP * inverseFrequency(pages.length, sheet.docs);
  for (let at = 0; at < pages.length; at++) {
    const page = pages[at]!;
    if (scores[page] === 0) touched.push(page);
    scores[page]! += weight * impacts[at]!;
    seen[page]!++;
  }
}

/** A page that shares single characters only needs half of them: one alone says nothing. */
function best(sheet: Sheet, marks: number, limit: number): Candidate[] {
  const { scores, told, titled, touched } = sheet;
  const enough = Math.max(2, marks * CHARACTERS);
  return touched
    .filter((page) => told[page]! > 0 || titled[page]! >= enough)
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, limit)
    .map((page) => ({ page, score: scores[page]! }));
}
