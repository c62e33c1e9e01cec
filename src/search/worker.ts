/**
 * The search beside the page: whatever it does, keys go on being answered. The time is the page's, so
 * that both agree on how old what is open has become.
 */
import { browserLoader } from "./loader.ts";
import type { Call, Reply } from "./remote.ts";
import { createSearch, type Search } from "./search.ts";

const opened = new Map<string, Search>();
let now = 0;

self.onmessage = async ({ data }: MessageEvent<Call>) => {
  now = data.now;
  const search = opened.get(data.locale) ?? createSearch(browserLoader(data.locale), () => now);
  opened.set(data.locale, search);
  self.postMessage(await answer(search, data));
};

async function answer(search: Search, { id, method, args }: Call): Promise<Reply> {
  try {
    const ask = search[method] as (...args: Call["args"]) => Promise<Reply["value"]>;
    return { id, value: await ask(...args) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
}
