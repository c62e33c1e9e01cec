/** Asks the published search from the server, through the same layer as the browser. */
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type EngineModule, openIndex } from "#src/search/engine.ts";
import type { SearchEntry, SearchLoader, Vocabulary } from "#src/search/entry.ts";
import { SearchUnavailable } from "#src/search/unavailable.ts";

/**
 * A loader over the files of a published site. Entry and index are those of the moment they are
 * loaded; make a new one after publishing.
 */
export function fileLoader(siteDir: string, locale: string): SearchLoader {
  const root = `${join(resolve(siteDir), "search")}/`;
  return {
    entry: () => readPart<SearchEntry>(`${root}${locale}/entry.json`),
    vocabulary: (entry) => readPart<Vocabulary>(root + entry.vocabulary),
    index: async (entry) => {
      const program = pathToFileURL(`${root}${entry.engine}engine.js`).href;
      const module = (await import(program).catch((error) => {
        throw new SearchUnavailable(entry.engine, error);
      })) as EngineModule;
      return openIndex(module, entry, root, readResponse);
    },
  };
}

async function readPart<T>(path: string): Promise<T> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as T;
  } catch (error) {
    throw new SearchUnavailable(path, error);
  }
}

/** Pagefind adds a time to some addresses, against caches. */
async function readResponse(url: string): Promise<Response> {
  return new Response(await readFile(url.replace(/\?.*$/, "")));
}
