/**
 * Pagefind as a plain function of (files, term). It swallows failed downloads and answers "nothing";
 * every request therefore goes through a fetch of ours that remembers what failed.
 */
import type { Hit, SearchEntry, SearchIndex, SearchRecord } from "./entry.ts";
import { SearchUnavailable } from "./unavailable.ts";

/** The part of Pagefind's browser program that is used. */
interface PagefindInstance {
  readonly search: (term: string) => Promise<{ results: readonly PagefindResult[] }>;
  readonly mergeIndex: (path: string, options: { language: string }) => Promise<void>;
}

interface PagefindResult {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<{ record: SearchRecord }>;
}

type Fetch = (url: string) => Promise<Response>;

/** What `engine-<hash>/engine.js` exports. */
export interface EngineModule {
  readonly createEngine: (
    fetch: Fetch,
    moduleUrl: string,
  ) => {
    readonly createInstance: (options: { basePath: string; noWorker: true }) => PagefindInstance;
  };
}

/** The language code under which all terms are stored: no stemming or cutting by Pagefind itself. */
export const INDEX_LANGUAGE = "unknown";

/** The only word of the engine's own index, which has to hold a page; nobody can type it by accident. */
export const ENGINE_WORD = "\u02D1engine";

/**
 * Opens base and delta in one instance of the engine.
 * @param root where `/search/` lies: a path on the site, or a `file:` URL
 * @throws SearchUnavailable when a file is missing or broken
 */
export async function openIndex(
  module: EngineModule,
  entry: SearchEntry,
  root: string,
  fetch: Fetch,
): Promise<SearchIndex> {
  const failures: string[] = [];
  const engine = module.createEngine(
    watchFetch(fetch, failures),
    `${root}${entry.engine}engine.js`,
  );
  const pagefind = engine.createInstance({ basePath: `${root}${entry.engine}`, noWorker: true });
  const guarded = <T>(what: string, work: () => Promise<T>) => guard(what, failures, work);
  await guarded("the engine", () => pagefind.search(ENGINE_WORD));
  const parts = entry.delta === null ? [entry.base] : [entry.base, entry.delta];
  for (const part of parts) {
    const merge = () => pagefind.mergeIndex(`${root}${part.path}`, { language: INDEX_LANGUAGE });
    await guarded(part.path, merge);
  }
  const find = async (term: string): Promise<Hit[]> => {
    const { results } = await guarded(`the term ${term}`, () => pagefind.search(term));
    return results.map(({ id, score, data }) => ({
      id,
      score,
      load: async () => (await guarded(`the page ${id}`, data)).record,
    }));
  };
  return { find };
}

function watchFetch(fetch: Fetch, failures: string[]): Fetch {
  return async (url) => {
    try {
      const response = await fetch(url);
      if (!response.ok) failures.push(`${response.status} ${url}`);
      return response;
    } catch (error) {
      failures.push(`${String(error)} ${url}`);
      throw error;
    }
  };
}

/**
 * Fails when any request failed while the work ran, also one of a search beside it: better one
 * answer too few than an empty list that nobody looked for.
 */
async function guard<T>(what: string, failures: string[], work: () => Promise<T>): Promise<T> {
  const before = failures.length;
  let result: T;
  try {
    result = await work();
  } catch (error) {
    throw new SearchUnavailable([what, ...failures.slice(before)].join("; "), error);
  }
  if (failures.length === before) return result;
  throw new SearchUnavailable([what, ...failures.slice(before)].join("; "));
}
