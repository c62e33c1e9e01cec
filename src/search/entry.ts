/**
 * What lies below `/search/` of the published site.
 *
 * - `<locale>/base-<hash>/` the index of all articles at the last full build
 * - `<locale>/delta-<hash>/` the index of what was published since
 * - `<locale>/vocabulary-<hash>.json` the words of the base, for spelling
 * - `<locale>/entry.json` names them; the only file that ever changes, and always written last
 */

import type { Lexicon } from "./lexicon.ts";
import type { Postings } from "./postings.ts";

/** `/search/<locale>/entry.json`. Paths are relative to `/search/` and end in a slash for folders. */
export interface SearchEntry {
  /** Changes when older programs can't read the files any more. */
  readonly version: 2;
  readonly locale: string;
  readonly base: IndexPlace;
  /** `ids` are the fragment ids of all its pages. */
  readonly delta: (IndexPlace & { readonly ids: readonly string[] }) | null;
  /** Fragment ids of base pages that were replaced or removed since. */
  readonly tombstones: readonly string[];
  /** Articles that can be found now: base − tombstones + delta. */
  readonly docs: number;
  /** Terms of an average article. */
  readonly averageLength: number;
  readonly vocabulary: string;
}

/** One index: its folder, its table of contents in it, and the number of its articles. */
export interface IndexPlace {
  readonly path: string;
  readonly meta: string;
  readonly docs: number;
}

/** Term → number of articles of the base that use it (two at least); of pairs of characters roughly. */
export type Vocabulary = Readonly<Record<string, number>>;

/** One heading of an article with the text under it. */
export interface Section {
  /** The heading's anchor; "" for the text before the first heading. */
  readonly id: string;
  readonly heading: string;
  /** Plain text, sentences and table cells separated by spaces or line breaks. */
  readonly text: string;
}

/** An article as search knows it: what is indexed, ranked and shown. */
export interface SearchRecord {
  /** `en/setup/connect-camera-to-wifi`: unique over all locales, and the page's path. */
  readonly key: string;
  /** The article's stable id, shared by its translations: `kb-000151`. */
  readonly article: string;
  /** The page's address on the site, from the root. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  /** The title in other words, such as those of an English address; searched, not shown. */
  readonly subtitle: string;
  /** The category's title in this locale. */
  readonly category: string;
  /** Customers' own words for it; searched, not shown. */
  readonly aliases: readonly string[];
  /** Words that mean the same as some of the title; searched, not shown. */
  readonly synonyms: readonly string[];
  readonly sections: readonly Section[];
  readonly locale: string;
}

/** One loaded index, base and delta together. Pages are numbered from 0. */
export interface SearchIndex {
  readonly pages: number;
  readonly idOf: (page: number) => string;
  /** Pages that hold the term, as written by `textTerm` or `titleTerms`. */
  readonly find: (term: string) => Promise<Postings>;
  /** Pages that hold a term that begins like this. */
  readonly findPrefix: (start: string) => Promise<Postings>;
  readonly load: (page: number) => Promise<SearchRecord>;
}

/** Brings the files, from the site or from a folder. Every failure is a `SearchUnavailable`. */
export interface SearchLoader {
  /** @param patience milliseconds to wait at most. */
  readonly entry: (patience?: number) => Promise<SearchEntry>;
  readonly index: (entry: SearchEntry) => Promise<SearchIndex>;
  readonly lexicon: (entry: SearchEntry) => Promise<Lexicon>;
}
