/** Brings the files of the search of the published site into a page or its worker. */
import { openIndex } from "./engine.ts";
import type { SearchEntry, SearchLoader } from "./entry.ts";
import type { Lexicon } from "./lexicon.ts";
import { SearchUnavailable } from "./unavailable.ts";
import { unpack } from "./unpack.ts";
import { type PackedVocabulary, unpackVocabulary } from "./vocabulary.ts";

const ROOT = "/search/";

/** A loader over `/search/` of this site. Only the entry file is asked for anew, all others keep. */
export function browserLoader(locale: string): SearchLoader {
  const lexicons = new Map<string, Promise<Lexicon>>();
  return {
    entry: (patience) =>
      fetchJson<SearchEntry>(`${ROOT}${locale}/entry.json`, {
        cache: "no-cache",
        ...(patience !== undefined && { signal: AbortSignal.timeout(patience) }),
      }),
    lexicon: (entry) => {
      const path = ROOT + entry.vocabulary;
      const words =
        lexicons.get(path) ??
        fetchJson<PackedVocabulary>(path, {}).then(unpackVocabulary, (error) => {
          lexicons.delete(path);
          throw error;
        });
      lexicons.set(path, words);
      return words;
    },
    index: (entry) => openIndex(entry, async (path) => unpack(await fetchBytes(ROOT + path))),
  };
}

const fetchJson = <T>(address: string, how: RequestInit): Promise<T> =>
  fetchFile(address, how, (response) => response.json() as Promise<T>);

const fetchBytes = (address: string): Promise<Uint8Array<ArrayBuffer>> =>
  fetchFile(address, {}, async (response) => new Uint8Array(await response.arrayBuffer()));

async function fetchFile<T>(
  address: string,
  how: RequestInit,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  try {
    const response = await fetch(address, how);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    return await read(response);
  } catch (error) {
    throw new SearchUnavailable(address, error);
  }
}
