/**
 * Search quality over given documents and questions, through the real index and the real layer, in
 * Node and in a real Chromium; beside it BM25, MiniSearch and plain Pagefind on the same input.
 *
 * `npm run bench:search -- --docs F --queries F [--learn F] [--lang en|zh] [--alone] [--json]`
 * Documents: JSON lines `{id, title, body}`; questions: `{query, relevant: [id], set?}`. A question
 * without relevant documents has no answer: being confident about it is a false answer.
 * `--learn` takes answered questions and gives them to their documents as aliases, as publishing does
 * with those of resolved tickets. `--alone` leaves out the browser and the others.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { closeIndexer } from "#server/publishing/searchindex.service.ts";
import { publishBase } from "#server/publishing/searchpublish.service.ts";
import { fileLoader } from "#server/publishing/searchread.service.ts";
import { CONFIDENT } from "#src/search/confidence.ts";
import { createSearch } from "#src/search/search.ts";
import { inChromium } from "./search/chromium.ts";
import { differences, figures, type Outcome, round } from "./search/figures.ts";
import { type Doc, type Question, readDocs, readLines, recordOf } from "./search/input.ts";
import { type Ask, bm25, miniSearch, plainPagefind } from "./search/others.ts";

const { values: options } = parseArgs({
  options: {
    docs: { type: "string" },
    queries: { type: "string" },
    learn: { type: "string" },
    lang: { type: "string", default: "en" },
    alone: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
});

async function main(): Promise<void> {
  if (options.docs === undefined || options.queries === undefined) {
    throw new Error("Say --docs FILE and --queries FILE.");
  }
  const docs = await readDocs(options.docs, options.learn);
  const questions = await readLines<Question>(options.queries);
  const folder = await mkdtemp(join(tmpdir(), "bench-search-"));
  try {
    await run(docs, questions, folder);
  } finally {
    await closeIndexer();
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(docs: readonly Doc[], questions: readonly Question[], folder: string) {
  const place = { siteDir: join(folder, "site"), stateDir: join(folder, "state") };
  const started = performance.now();
  await publishBase(
    place,
    options.lang,
    docs.map((doc) => recordOf(doc, options.lang)),
  );
  const buildS = round((performance.now() - started) / 1000);
  const ours = await askOurs(place.siteDir, questions);
  show("ours", ours);
  const last = { ...figures(ours), docs: docs.length, buildS };
  console.log(
    JSON.stringify(
      options.alone ? last : { ...last, ...(await compare(place.siteDir, docs, questions, ours)) },
    ),
  );
}

async function askOurs(siteDir: string, questions: readonly Question[]): Promise<Outcome[]> {
  const search = createSearch(fileLoader(siteDir, options.lang));
  await search.warm();
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    const started = performance.now();
    const { results, confidence } = await search.search(question.query, { limit: 10 });
    const took = performance.now() - started;
    const keys = results.map(({ key }) => key);
    outcomes.push({ question, keys, took, confident: confidence >= CONFIDENT });
  }
  return outcomes;
}

async function compare(
  siteDir: string,
  docs: readonly Doc[],
  questions: readonly Question[],
  ours: readonly Outcome[],
) {
  await plainPagefind(docs, options.lang, join(siteDir, "plain"));
  const { outcomes, plain, figures: measured } = await inChromium(siteDir, options.lang, questions);
  show("ours, in Chromium", outcomes);
  const other = {
    bm25: await ask(bm25(docs), questions),
    miniSearch: await ask(miniSearch(docs), questions),
  };
  show("BM25", other.bm25);
  show("MiniSearch", other.miniSearch);
  show(`plain Pagefind, ${plain.length} questions`, plain);
  const different = differences(ours, outcomes);
  if (!options.json)
    console.log(
      `${different} of ${ours.length} questions have other first three in Chromium`,
      measured,
    );
  const { p50Ms, p95Ms } = figures(outcomes);
  return {
    ...measured,
    browserP50Ms: p50Ms,
    browserP95Ms: p95Ms,
    browserDifferent: different,
    bm25Hit1: figures(other.bm25).hit1,
    bm25Mrr: figures(other.bm25).mrr,
    miniSearchHit1: figures(other.miniSearch).hit1,
    pagefindHit1: figures(plain).hit1,
  };
}

async function ask(how: Ask, questions: readonly Question[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    const started = performance.now();
    const keys = await how(question.query);
    outcomes.push({ question, keys, confident: false, took: performance.now() - started });
  }
  return outcomes;
}

function show(name: string, outcomes: readonly Outcome[]): void {
  if (options.json) return;
  const sets = Map.groupBy(outcomes, ({ question }) => question.set ?? "all");
  const rows = sets.size > 1 ? [...sets, ["all", outcomes] as const] : [...sets];
  console.log(name);
  console.table(Object.fromEntries(rows.map(([set, some]) => [set, figures(some)])));
}

await main();
