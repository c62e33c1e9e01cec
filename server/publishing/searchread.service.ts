/** Asks the published search from the server, through the same layer as the browser. */
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { openIndex } from "#src/search/engine.ts";
import type { SearchEntry, SearchLoader } from "#src/search/entry.ts";
import { SearchUnavailable } from "#src/search/unavailable.ts";
import { unpack } from "#src/search/unpack.ts";
import { type PackedVocabulary, unpackVocabulary } from "#src/search/vocabulary.ts";

/**
 * A loader over the files of a published site. Entry and index are those of the moment they are
 * loaded; make a new one after publishing.
 */
export function fileLoader(siteDir: string, locale: string): SearchLoader {
  const root = `${join(resolve(siteDir), "search")}/`;
  return {
    entry: () => readPart<SearchEntry>(`${root}${locale}/entry.json`),
    lexicon: async (entry) =>
      unpackVocabulary(await readPart<PackedVocabulary>(root + entry.vocabulary)),
    index: (entry) => openIndex(entry, async (path) => unpack(await readFile(root + path))),
  };
}

async function readPart<T>(path: string): Promise<T> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as T;
  } catch (error) {
    throw new SearchUnavailable(path, error);
  }
}
