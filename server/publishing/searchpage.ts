/**
 * A search record as the page that Pagefind indexes: every term once, its weight saying how much the
 * article is about it. The browser then adds up numbers, and no list of places has to be loaded.
 */
import type { SearchRecord } from "#src/search/entry.ts";
import { segment, type Token } from "#src/search/segment.ts";
import { textTerm, titleTerms } from "#src/search/terms.ts";
import { IMPACT_STEP, WEIGHT_UNIT } from "#src/search/weights.ts";

/** How many times a term counts that stands in this part, against once in the text. */
const TIMES = { title: 3, subtitle: 2, alias: 1, synonym: 2, heading: 2, description: 1, text: 1 };

/** BM25: how soon repetition stops counting, and how much of a long article's length is held against it. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.5;

/** Added for a term of the title; of 2.2, the most that BM25 gives. */
const NAMED = 0.5;

/** HTML of terms. They hold letters and digits only, hence nothing to escape. */
export function searchPage(record: SearchRecord, averageLength: number): string {
  const levels = new Map<number, string[]>();
  for (const [term, impact] of impactsOf(record, averageLength)) {
    const level = Math.max(1, Math.round(impact / IMPACT_STEP));
    levels.set(level, [...(levels.get(level) ?? []), term]);
  }
  const parts = [...levels].map(
    ([level, terms]) => `<p data-pagefind-weight="${level / WEIGHT_UNIT}">${terms.join(" ")}</p>`,
  );
  return `<html><body data-pagefind-body>${parts.join("")}</body></html>`;
}

/** How much a record says about each term in it: 0 to 2.2, and a half more for its titles. */
export function impactsOf(record: SearchRecord, averageLength: number): Map<string, number> {
  const { title, subtitle, aliases, synonyms, description, sections } = record;
  const titles = [title, subtitle];
  const named = new Set(titles.flatMap(segment).map(textTerm));
  const counts = new Map<string, number>();
  count(counts, [title], TIMES.title);
  count(counts, [subtitle], TIMES.subtitle);
  count(counts, aliases, TIMES.alias);
  count(counts, synonyms, TIMES.synonym);
  count(counts, [description], TIMES.description);
  for (const { heading, text } of sections) {
    count(counts, [heading], TIMES.heading);
    count(counts, [text], TIMES.text);
  }
  const long = 1 - LENGTH_SHARE + (LENGTH_SHARE * lengthOf(record)) / Math.max(averageLength, 1);
  const impacts = new Map<string, number>();
  for (const [term, times] of counts) {
    const share = (times * (SATURATION + 1)) / (times + SATURATION * long);
    impacts.set(term, share + (named.has(term) ? NAMED : 0));
  }
  for (const term of [...titles, ...aliases].flatMap(segment).flatMap(titleTerms))
    impacts.set(term, 1);
  return impacts;
}

function count(counts: Map<string, number>, texts: readonly string[], times: number): void {
  for (const term of texts.flatMap(segment).map(textTerm)) {
    counts.set(term, (counts.get(term) ?? 0) + times);
  }
}

/** Terms of all sections: the length that ranking compares. */
export function lengthOf(record: SearchRecord): number {
  return record.sections.reduce((sum, { text }) => sum + segment(text).length, 0);
}

/** Number of records that use each term, for terms that at least two use. */
export function vocabularyOf(records: readonly SearchRecord[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const record of records) {
    for (const term of termsOf(record)) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count > 1);
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function termsOf(record: SearchRecord): Set<string> {
  const { title, subtitle, description, aliases, sections } = record;
  const texts = [
    title,
    subtitle,
    description,
    ...aliases,
    ...sections.flatMap((s) => [s.heading, s.text]),
  ];
  return new Set(
    texts.flatMap((text) =>
      segment(text)
        .filter(isWord)
        .map(({ term }) => term),
    ),
  );
}

function isWord(token: Token): boolean {
  return !token.extra && !/^\d/.test(token.term);
}
