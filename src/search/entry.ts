/**
 * What lies below `/search/` of the published site.
 *
 * - `engine-<hash>/` Pagefind's own program, shared by all locales
 * - `<locale>/base-<hash>/` the index of all articles at the last full build
 * - `<locale>/delta-<hash>/` the index of what was published since
 * - `<locale>/vocabulary-<hash>.json` the words of the base, for spelling
 * - `<locale>/entry.json` names them; the only file that ever changes, and always written last
 */

/** `/search/<locale>/entry.json`. Paths are relative to `/search/` and end in a slash for folders. */
export interface SearchEntry {
  /** Changes when older programs can't read the files any more. */
  readonly version: 1;
  readonly locale: string;
  readonly engine: string;
  readonly base: { readonly path: string; readonly docs: number };
  /** `ids` are the fragment ids of all its pages. */
  readonly delta: {
    readonly path: string;
    readonly docs: number;
    readonly ids: readonly string[];
  } | null;
  /** Fragment ids of base pages that were replaced or removed since. */
  readonly tombstones: readonly string[];
  /** Articles that can be found now: base − tombstones + delta. */
  readonly docs: number;
  /** Terms of an average article. */
  readonly averageLength: number;
  readonly vocabulary: string;
}

/** `vocabulary-<hash>.json`: term → number of articles of the base that use it (two at least). */
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
  /** The category's title in this locale. */
  readonly category: string;
  /** Customers' own words for it; searched, not shown. */
  readonly aliases: readonly string[];
  readonly sections: readonly Section[];
  readonly locale: string;
}

/** A page that a term was found on, before its text is loaded. */
export interface Hit {
  readonly id: string;
  /** Pagefind's score of this page for this term alone, within its own index. */
  readonly score: number;
  readonly load: () => Promise<SearchRecord>;
}

/** One loaded index, base and delta together. */
export interface SearchIndex {
  /** Pages that hold the term, as written by `indexTerm`; without its end mark, a prefix. */
  readonly find: (term: string) => Promise<readonly Hit[]>;
}

/** Brings the files, from the site or from a folder. Every failure is a `SearchUnavailable`. */
export interface SearchLoader {
  /** @param patience milliseconds to wait at most. */
  readonly entry: (patience?: number) => Promise<SearchEntry>;
  readonly index: (entry: SearchEntry) => Promise<SearchIndex>;
  readonly vocabulary: (entry: SearchEntry) => Promise<Vocabulary>;
}
