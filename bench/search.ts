/**
 * Search quality over given documents and questions, through the real index and the real layer.
 *
 * `npm run bench:search -- --docs F --queries F [--learn F] [--lang en|zh] [--json]`
 * Documents: JSON lines `{id, title, body}`; questions: `{query, relevant: [id], set?}`. A question
 * without relevant documents has no answer: being confident about it is a false answer.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { closeIndexer } from "#server/publishing/searchindex.service.ts";
import { publishBase } from "#server/publishing/searchpublish.service.ts";
import { fileLoader } from "#server/publishing/searchread.service.ts";
import { CONFIDENT } from "#src/search/confidence.ts";
import type { SearchRecord } from "#src/search/entry.ts";
import { createSearch, type SearchAnswer } from "#src/search/search.ts";

interface Doc {
  readonly id?: string;
  readonly path?: string;
  readonly title: string;
  readonly body?: string;
}

interface Question {
  readonly query: string;
  readonly relevant: readonly string[];
  readonly set?: string;
}

interface Outcome {
  readonly question: Question;
  readonly answer: SearchAnswer;
  /** Place of the first relevant document, from 1; 0 if it isn't among the first ten. */
  readonly place: number;
  readonly took: number;
}

const { values: options } = parseArgs({
  options: {
    docs: { type: "string" },
    queries: { type: "string" },
    learn: { type: "string" },
    lang: { type: "string", default: "en" },
    json: { type: "boolean", default: false },
  },
});

async function readLines<T>(path: string): Promise<T[]> {
  const lines = (await readFile(path, "utf8")).split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as T);
}

function recordOf(doc: Doc, aliases: readonly string[], locale: string): SearchRecord {
  const key = doc.id ?? doc.path ?? doc.title;
  const sections = [{ id: "", heading: "", text: doc.body ?? "" }];
  const blank = { subtitle: "", url: `/${key}`, description: "", category: "" };
  return { key, article: key, ...blank, title: doc.title, aliases, sections, locale };
}

/** Answered questions as aliases of their documents, as tickets leave them in practice. */
async function aliasesFrom(path: string | undefined): Promise<Map<string, string[]>> {
  const aliases = new Map<string, string[]>();
  for (const { query, relevant } of path === undefined ? [] : await readLines<Question>(path)) {
    for (const id of relevant) aliases.set(id, [...(aliases.get(id) ?? []), query]);
  }
  return aliases;
}

async function main(): Promise<void> {
  if (options.docs === undefined || options.queries === undefined) {
    throw new Error("Say --docs FILE and --queries FILE.");
  }
  const aliases = await aliasesFrom(options.learn);
  const docs = await readLines<Doc>(options.docs);
  const questions = await readLines<Question>(options.queries);
  const records = docs.map((doc) =>
    recordOf(doc, aliases.get(doc.id ?? doc.path ?? "") ?? [], options.lang),
  );
  const folder = await mkdtemp(join(tmpdir(), "bench-search-"));
  try {
    const place = { siteDir: join(folder, "site"), stateDir: join(folder, "state") };
    const started = performance.now();
    await publishBase(place, options.lang, records);
    await closeIndexer();
    const built = performance.now() - started;
    const outcomes = await askAll(place.siteDir, questions);
    report(outcomes, docs.length, built);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function askAll(siteDir: string, questions: readonly Question[]): Promise<Outcome[]> {
  const search = createSearch(fileLoader(siteDir, options.lang));
  await search.warm();
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    const started = performance.now();
    const answer = await search.search(question.query, { limit: 10 });
    const took = performance.now() - started;
    const place = answer.results.findIndex(({ key }) => question.relevant.includes(key)) + 1;
    outcomes.push({ question, answer, place, took });
  }
  return outcomes;
}

function report(outcomes: readonly Outcome[], docs: number, built: number): void {
  const sets = Map.groupBy(outcomes, ({ question }) => question.set ?? "all");
  if (!options.json) {
    const rows = sets.size > 1 ? [...sets, ["all", outcomes] as const] : [...sets];
    console.table(Object.fromEntries(rows.map(([name, some]) => [name, figures(some)])));
    console.log(`${docs} documents indexed in ${(built / 1000).toFixed(1)} s`);
  }
  console.log(JSON.stringify({ ...figures(outcomes), docs, buildS: round(built / 1000) }));
}

function figures(outcomes: readonly Outcome[]) {
  const answerable = outcomes.filter(({ question }) => question.relevant.length > 0);
  const others = outcomes.filter(({ question }) => question.relevant.length === 0);
  const shown = answerable.filter(isConfident);
  const within = (limit: number) => share(answerable, ({ place }) => place > 0 && place <= limit);
  const times = outcomes.map(({ took }) => took).sort((a, b) => a - b);
  return {
    hit1: within(1),
    hit3: within(3),
    hit10: within(10),
    mrr: mean(answerable.map(({ place }) => (place > 0 ? 1 / place : 0))),
    zero: share(answerable, ({ answer }) => answer.results.length === 0),
    confident: round(shown.length / Math.max(answerable.length, 1)),
    confidentRight: share(shown, ({ place }) => place === 1),
    falseConfident: share(others, isConfident),
    queries: outcomes.length,
    p50Ms: round(times[Math.floor(times.length / 2)] ?? 0),
    p95Ms: round(times[Math.floor(times.length * 0.95)] ?? 0),
  };
}

function isConfident({ answer }: Outcome): boolean {
  return answer.confidence >= CONFIDENT;
}

function share<T>(all: readonly T[], counts: (one: T) => boolean): number {
  return mean(all.map((one) => (counts(one) ? 1 : 0)));
}

function mean(numbers: readonly number[]): number {
  return round(numbers.reduce((sum, number) => sum + number, 0) / Math.max(numbers.length, 1));
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}

await main();
