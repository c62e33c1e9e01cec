/** Loads the search of the published site into a page; nothing is fetched before `load` is called. */
import { type EngineModule, openIndex } from "./engine.ts";
import type { SearchEntry, SearchLoader, Vocabulary } from "./entry.ts";
import { createSearch, type Search } from "./search.ts";
import { SearchUnavailable } from "./unavailable.ts";

const ROOT = "/search/";

/** A loader over `/search/` of this site. Only the entry file is asked for anew, all others keep. */
export function browserLoader(locale: string): SearchLoader {
  const vocabularies = new Map<string, Promise<Vocabulary>>();
  return {
    entry: (patience) =>
      fetchJson<SearchEntry>(`${ROOT}${locale}/entry.json`, {
        cache: "no-cache",
        ...(patience !== undefined && { signal: AbortSignal.timeout(patience) }),
      }),
    vocabulary: (entry) => {
      const path = ROOT + entry.vocabulary;
      const words =
        vocabularies.get(path) ??
        fetchJson<Vocabulary>(path, {}).catch((error) => {
          vocabularies.delete(path);
          throw error;
        });
      vocabularies.set(path, words);
      return words;
    },
    index: async (entry) => {
      const module = await importEngine(`${ROOT}${entry.engine}engine.js`);
      return openIndex(module, entry, ROOT, (url) => fetch(withoutTime(url)));
    },
  };
}

const opened = new Map<string, Search>();

/** The search of a locale; every island of a page shares it, and what it has loaded. */
export function browserSearch(locale: string): Search {
  const search = opened.get(locale) ?? createSearch(browserLoader(locale), () => performance.now());
  opened.set(locale, search);
  return search;
}

async function importEngine(address: string): Promise<EngineModule> {
  try {
    return (await import(/* @vite-ignore */ address)) as EngineModule;
  } catch (error) {
    throw new SearchUnavailable(address, error);
  }
}

/** Pagefind adds the time against caches; folders named after their contents need none. */
function withoutTime(url: string): string {
  return url.replace(/\?ts=\d+$/, "");
}

async function fetchJson<T>(address: string, how: RequestInit): Promise<T> {
  try {
    const response = await fetch(address, how);
    if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
    return (await response.json()) as T;
  } catch (error) {
    throw new SearchUnavailable(address, error);
  }
}
