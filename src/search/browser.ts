/** The search of a page. Nothing is loaded before somebody is about to search. */
import { type Port, remoteSearch, WorkerDied } from "./remote.ts";
import type { Search } from "./search.ts";

const clock = () => performance.now();
const opened = new Map<string, Search>();

const inWorker = remoteSearch(
  () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }) as Port,
  clock,
);

/** The search of a locale; every island of a page shares it, and what it has loaded. */
export function browserSearch(locale: string): Search {
  const search = opened.get(locale) ?? openSearch(locale);
  opened.set(locale, search);
  return search;
}

/** In the worker; where there is none, or it died, the page itself searches. */
function openSearch(locale: string): Search {
  const beside = inWorker(locale);
  const here = onPage(locale);
  const first = async <T>(work: (search: Search) => Promise<T>): Promise<T> => {
    try {
      return await work(beside);
    } catch (error) {
      if (error instanceof WorkerDied) return work(await here());
      throw error;
    }
  };
  return {
    search: (...args) => first((search) => search.search(...args)),
    suggest: (...args) => first((search) => search.suggest(...args)),
    warm: () => first((search) => search.warm()),
  };
}

function onPage(locale: string): () => Promise<Search> {
  let opened: Promise<Search> | null = null;
  const open = async (): Promise<Search> => {
    const [{ createSearch }, { browserLoader }] = await Promise.all([
      import("./search.ts"),
      import("./loader.ts"),
    ]);
    return createSearch(browserLoader(locale), clock);
  };
  return () => {
    opened ??= open();
    return opened;
  };
}
