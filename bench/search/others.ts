/** Other ways to search the same documents, to compare with. */
import MiniSearch from "minisearch";
import * as pagefind from "pagefind";
import { segment } from "#src/search/segment.ts";
import type { Doc } from "./input.ts";

/** Ids of the documents found, best first. */
export type Ask = (query: string) => Promise<readonly string[]> | readonly string[];

const SHOWN = 10;

/** BM25 over stems, single Chinese characters and their pairs, the title counting twice. */
export function bm25(docs: readonly Doc[]): Ask {
  const postings = new Map<string, Map<number, number>>();
  const lengths = docs.map((doc, at) => {
    const terms = [doc.title, doc.title, doc.body, ...doc.aliases].flatMap(wordsOf);
    for (const term of terms) {
      const counts = postings.get(term) ?? new Map<number, number>();
      postings.set(term, counts.set(at, (counts.get(at) ?? 0) + 1));
    }
    return terms.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(docs.length, 1);
  return (query) => {
    const scores = new Map<number, number>();
    for (const term of new Set(wordsOf(query))) {
      const counts = postings.get(term) ?? new Map<number, number>();
      const rarity = Math.log(1 + (docs.length - counts.size + 0.5) / (counts.size + 0.5));
      for (const [at, count] of counts) {
        const long = 0.25 + (0.75 * lengths[at]!) / average;
        const score = (rarity * count * 2.2) / (count + 1.2 * long);
        scores.set(at, (scores.get(at) ?? 0) + score);
      }
    }
    const best = [...scores].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
    return best.map(([at]) => docs[at]!.id);
  };
}

function wordsOf(text: string): string[] {
  return segment(text).flatMap(({ term, han, extra }) => {
    if (extra) return [];
    return han && term.length > 1 ? [term, [...term][0]!] : [term];
  });
}

/** MiniSearch as its own documentation shows it: any word, slips allowed, beginnings too. */
export function miniSearch(docs: readonly Doc[]): Ask {
  const words = new Intl.Segmenter("zh", { granularity: "word" });
  const index = new MiniSearch({
    fields: ["title", "body"],
    tokenize: (text) =>
      [...words.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment),
    searchOptions: { boost: { title: 2 }, fuzzy: 0.2, prefix: true },
  });
  index.addAll(
    docs.map(({ id, title, body, aliases }) => ({
      id,
      title,
      body: [body, ...aliases].join("\n"),
    })),
  );
  return (query) =>
    index
      .search(query)
      .slice(0, SHOWN)
      .map(({ id }) => String(id));
}

/** Pagefind's own output for these documents, to be asked by its own program in a browser. */
export async function plainPagefind(docs: readonly Doc[], lang: string, folder: string) {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: lang });
  if (index === undefined) throw new Error(errors.join("; "));
  for (const { id, title, body, aliases } of docs) {
    const content = `${body}\n${aliases.join("\n")}`;
    await index.addCustomRecord({
      url: `/${encodeURIComponent(id)}`,
      content,
      language: lang,
      meta: { title, id },
    });
  }
  await index.writeFiles({ outputPath: folder });
  await index.deleteIndex();
}
