/** A search record as the page that Pagefind indexes: terms only, title and aliases heavier. */
import type { SearchRecord } from "#src/search/entry.ts";
import { indexText, segment } from "#src/search/segment.ts";

/** Pagefind's weight of each part; its own scale, where plain text is 1. */
const WEIGHT = { title: 5, alias: 4, description: 2, heading: 3 };

/** HTML of terms. They hold letters and digits only, hence nothing to escape. */
export function searchPage(record: SearchRecord): string {
  const parts = [
    weighted(record.title, WEIGHT.title),
    ...record.aliases.map((alias) => weighted(alias, WEIGHT.alias)),
    weighted(record.description, WEIGHT.description),
    ...record.sections.map(({ heading }) => weighted(heading, WEIGHT.heading)),
    ...record.sections.map(({ text }) => `<p>${indexText(text)}</p>`),
  ];
  return `<html><body data-pagefind-body>${parts.join("")}</body></html>`;
}

function weighted(text: string, weight: number): string {
  return text === "" ? "" : `<p data-pagefind-weight="${weight}">${indexText(text)}</p>`;
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
  const { title, description, aliases, sections } = record;
  const texts = [title, description, ...aliases, ...sections.flatMap((s) => [s.heading, s.text])];
  return new Set(
    texts.flatMap((text) =>
      segment(text)
        .filter(isWord)
        .map((token) => token.term),
    ),
  );
}

function isWord(token: { term: string; extra: boolean }): boolean {
  return !token.extra && !/^\d/.test(token.term);
}
