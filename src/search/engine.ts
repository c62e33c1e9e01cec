/**
 * Opens the index that Pagefind built. Its files are read here and not by its own program: what
 * ranking needs is one number for each term and page, and that is added up in a millisecond.
 */
import type { SearchEntry, SearchIndex, SearchRecord } from "./entry.ts";
import { EMPTY_PART, openPart, type Part } from "./part.ts";
import { NO_POSTINGS, type Postings } from "./postings.ts";
import { SearchUnavailable } from "./unavailable.ts";

/** Brings a file, unpacked. */
export type ReadBytes = (path: string) => Promise<Uint8Array>;

/** The language code under which all terms are stored: no stemming or cutting by Pagefind itself. */
export const INDEX_LANGUAGE = "unknown";

/**
 * Opens base and delta as one index. The pages of the base come first, those of the delta after them.
 * @param read brings a file below `/search/`; what it throws becomes `SearchUnavailable`
 * @throws SearchUnavailable when a file is missing or broken
 */
export async function openIndex(entry: SearchEntry, read: ReadBytes): Promise<SearchIndex> {
  const guarded: ReadBytes = (path) => guard(path, () => read(path));
  const places = entry.delta === null ? [entry.base] : [entry.base, entry.delta];
  const parts = await Promise.all(
    places.map(({ path, meta, docs }) =>
      docs === 0 ? EMPTY_PART : guard(meta, () => openPart(path, meta, guarded)),
    ),
  );
  const starts = parts.map((_, at) =>
    parts.slice(0, at).reduce((sum, { ids }) => sum + ids.length, 0),
  );
  const ids = parts.flatMap((part) => part.ids);
  const dead = deadPages(entry, parts[0]!);
  const ask = async (how: (part: Part) => Promise<Postings>) =>
    join(await Promise.all(parts.map(how)), starts, dead);
  return {
    pages: ids.length,
    idOf: (page) => ids[page]!,
    find: (term) => ask((part) => guard(term, () => part.find(term))),
    findPrefix: (start) => ask((part) => guard(start, () => part.findPrefix(start))),
    load: (page): Promise<SearchRecord> => {
      const part = parts.findLastIndex((_, at) => starts[at]! <= page);
      return guard(ids[page]!, () => parts[part]!.load(page - starts[part]!));
    },
  };
}

/** Pages of the base that were replaced or removed since. */
function deadPages(entry: SearchEntry, base: Part): ReadonlySet<number> {
  if (entry.tombstones.length === 0) return new Set();
  const gone = new Set(entry.tombstones);
  return new Set(base.ids.flatMap((id, page) => (gone.has(id) ? [page] : [])));
}

function join(found: readonly Postings[], starts: readonly number[], dead: ReadonlySet<number>) {
  const [base = NO_POSTINGS, delta = NO_POSTINGS] = found;
  if (dead.size === 0 && delta.pages.length === 0) return base;
  const pages: number[] = [];
  const impacts: number[] = [];
  found.forEach((postings, part) => {
    postings.pages.forEach((page, at) => {
      if (part === 0 && dead.has(page)) return;
      pages.push(page + starts[part]!);
      impacts.push(postings.impacts[at]!);
    });
  });
  return { pages: Uint32Array.from(pages), impacts: Uint8Array.from(impacts) };
}

async function guard<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof SearchUnavailable ? error : new SearchUnavailable(what, error);
  }
}
