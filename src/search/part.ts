/** One index that Pagefind built: the base, or the delta. Files are loaded when a term needs them. */
import type { ReadBytes } from "./engine.ts";
import type { SearchRecord } from "./entry.ts";
import { type ChunkRange, NO_POSTINGS, type Postings, readMeta, readPostings } from "./postings.ts";

export interface Part {
  /** Fragment ids of the pages, by number. */
  readonly ids: readonly string[];
  readonly find: (term: string) => Promise<Postings>;
  readonly findPrefix: (start: string) => Promise<Postings>;
  readonly load: (page: number) => Promise<SearchRecord>;
}

/** A help center without an article in this language. */
export const EMPTY_PART: Part = {
  ids: [],
  find: async () => NO_POSTINGS,
  findPrefix: async () => NO_POSTINGS,
  load: async () => {
    throw new RangeError("There is no page to load");
  },
};

/** A beginning of few letters would load half the index; its first words are enough. */
const CHUNKS_OF_PREFIX = 2;

/** Pagefind begins each of its files with this. */
const SIGNATURE = 12;

/** @param path the index's folder, with a slash at its end  @param meta its `.pf_meta` file */
export async function openPart(path: string, meta: string, read: ReadBytes): Promise<Part> {
  const { ids, chunks } = readMeta((await read(meta)).subarray(SIGNATURE));
  const loaded = new Map<string, Promise<Map<string, Postings>>>();
  const chunk = ({ file }: ChunkRange): Promise<Map<string, Postings>> => {
    const known = loaded.get(file);
    if (known !== undefined) return known;
    const terms = read(`${path}index/${file}.pf_index`).then((bytes) =>
      readPostings(bytes.subarray(SIGNATURE)),
    );
    loaded.set(file, terms);
    terms.catch(() => loaded.delete(file));
    return terms;
  };
  return {
    ids,
    find: async (term) => {
      const range = chunks[chunkOf(chunks, term)];
      if (range === undefined || range.from > term) return NO_POSTINGS;
      return (await chunk(range)).get(term) ?? NO_POSTINGS;
    },
    findPrefix: async (start) => {
      const first = chunkOf(chunks, start);
      const few = chunks
        .slice(first, first + CHUNKS_OF_PREFIX)
        .filter(({ from, to }) => to >= start && (from <= start || from.startsWith(start)));
      const terms = (await Promise.all(few.map(chunk))).flatMap((found) => [...found]);
      return unite(terms.filter(([term]) => term.startsWith(start)).map(([, found]) => found));
    },
    load: async (page) => {
      const bytes = await read(`${path}fragment/${ids[page]}.pf_fragment`);
      const text = new TextDecoder().decode(bytes.subarray(SIGNATURE));
      return (JSON.parse(text) as { record: SearchRecord }).record;
    },
  };
}

/** The place of the first file that doesn't end before the term. */
function chunkOf(chunks: readonly ChunkRange[], term: string): number {
  let low = 0;
  let high = chunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (chunks[middle]!.to < term) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A page counts once, with the most that one of the terms says of it. */
function unite(all: readonly Postings[]): Postings {
  const best = new Map<number, number>();
  for (const { pages, impacts } of all) {
    for (const [at, page] of pages.entries()) {
      best.set(page, Math.max(best.get(page) ?? 0, impacts[at]!));
    }
  }
  return { pages: Uint32Array.from(best.keys()), impacts: Uint8Array.from(best.values()) };
}
