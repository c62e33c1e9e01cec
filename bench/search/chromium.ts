/** The same questions in a real Chromium: the product's own program over the product's own files. */
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { CONFIDENT } from "#src/search/confidence.ts";
import type { SearchAnswer } from "#src/search/search.ts";
import { openBrowser } from "../../test/browser/chromium.ts";
import { type Outcome, round } from "./figures.ts";
import type { Question } from "./input.ts";
import { type Served, serve } from "./served.ts";

/** First questions of a reader, each in a browser that has loaded nothing yet. */
const COLD = 20;

/** Questions put to plain Pagefind, which loads every result's text to name it. */
const PLAIN = 300;

type Look = { keys: string[]; confidence: number; took: number };

/** What a page of the bench offers. */
interface BenchWindow {
  look: (query: string) => Promise<Look>;
  plain: (query: string) => Promise<string[]>;
  longest: number;
}
declare const window: BenchWindow;

export async function inChromium(siteDir: string, locale: string, questions: readonly Question[]) {
  await bundle(siteDir);
  const served = await serve(siteDir);
  const browser = await openBrowser();
  try {
    const page = await open(browser, served, locale);
    const outcomes: Outcome[] = [];
    for (const question of questions) {
      const { keys, confidence, took } = await page.evaluate((q) => window.look(q), question.query);
      outcomes.push({ question, keys, took, confident: confidence >= CONFIDENT });
    }
    const longestTaskMs = round(await page.evaluate(() => window.longest));
    const cold = await coldly(browser, served, locale, questions);
    const plain = await plainly(page, questions);
    return { outcomes, plain, figures: { ...cold, longestTaskMs } };
  } finally {
    await browser.close();
    served.close();
  }
}

/** Builds the page's program as the site's build does, into `<siteDir>/bench/`. */
async function bundle(siteDir: string): Promise<void> {
  await build({
    root: join(import.meta.dirname, "../.."),
    configFile: false,
    logLevel: "error",
    base: "/bench/",
    publicDir: false,
    worker: { format: "es" },
    build: {
      outDir: join(siteDir, "bench"),
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: {
        input: "src/search/browser.ts",
        preserveEntrySignatures: "strict",
        output: { entryFileNames: "browser.js" },
      },
    },
  });
}

/** A page that is ready for its first question, with nothing of the search loaded. */
async function open(browser: Browser, { url }: Served, locale: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  await page.evaluate((language) => {
    let search: Promise<{ search: (q: string, o: object) => Promise<SearchAnswer> }> | null = null;
    const load = async () =>
      (await import(/* @vite-ignore */ `/bench/${"browser.js"}`)).browserSearch(language);
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        window.longest = Math.max(window.longest, duration);
    }).observe({ type: "longtask" });
    window.look = async (query) => {
      const start = performance.now();
      search ??= load();
      const answer = await (await search).search(query, { limit: 10 });
      const keys = answer.results.map(({ key }) => key);
      return { keys, confidence: answer.confidence, took: performance.now() - start };
    };
    let pagefind: Promise<{
      search: (
        q: string,
      ) => Promise<{ results: { data: () => Promise<{ meta: { id: string } }> }[] }>;
    }>;
    window.plain = async (query) => {
      pagefind ??= import(/* @vite-ignore */ `/plain/${"pagefind.js"}`);
      const { results } = await (await pagefind).search(query);
      return Promise.all(results.slice(0, 10).map(async ({ data }) => (await data()).meta.id));
    };
  }, locale);
  return page;
}

async function coldly(
  browser: Browser,
  served: Served,
  locale: string,
  questions: readonly Question[],
) {
  const times: number[] = [];
  const [boot, first]: [number[], number[]] = [[], []];
  for (const { query } of spread(questions, COLD)) {
    const page = await open(browser, served, locale);
    served.sent();
    // No word of it is in any index: what is loaded now is needed before anything can be found.
    await page.evaluate((q) => window.look(q), "");
    await page.evaluate((q) => window.look(q), "\u02D1");
    boot.push(served.sent());
    await page.context().close();
    const fresh = await open(browser, served, locale);
    served.sent();
    times.push((await look(fresh, query)).took);
    first.push(served.sent());
    await fresh.context().close();
  }
  times.sort((a, b) => a - b);
  const kb = (all: number[]) =>
    round([...all].sort((a, b) => a - b)[Math.floor(all.length * 0.95)]! / 1000);
  return {
    coldP50Ms: round(times[times.length >> 1]!),
    coldP95Ms: round(times[Math.floor(times.length * 0.95)]!),
    bootKb: kb(boot),
    firstKb: round(kb(first) - kb(boot)),
  };
}

const look = (page: Page, query: string) => page.evaluate((q) => window.look(q), query);

async function plainly(page: Page, questions: readonly Question[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of spread(questions, PLAIN)) {
    const start = performance.now();
    const keys = await page.evaluate((q) => window.plain(q), question.query);
    outcomes.push({ question, keys, took: performance.now() - start, confident: false });
  }
  return outcomes;
}

/** As many, evenly from the whole. */
function spread<T>(all: readonly T[], count: number): T[] {
  const step = Math.max(1, all.length / count);
  return Array.from(
    { length: Math.min(count, all.length) },
    (_, at) => all[Math.floor(at * step)]!,
  );
}
