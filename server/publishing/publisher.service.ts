/**
 * The only writer of the published site. Whatever changes an article, by the desk or by hand,
 * comes here: render what shows it, then make it findable. One change follows another.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Catalog, type Entry, readCatalog } from "../../src/catalog.ts";
import { openRenderer } from "../../src/renderer/open.ts";
import type { Deps } from "../deps.ts";
import { fingerprint } from "../stale.ts";
import { type ArticleChange, affectedPaths } from "./affected.ts";
import {
  buildCode,
  builtSite,
  codeFingerprint,
  copyMedia,
  install,
  keyOf,
  recordOf,
  rendererDir,
} from "./build.service.ts";
import { writePages } from "./pages.service.ts";
import { readJson, writeWhole } from "./searchfiles.service.ts";
import { publishDelta } from "./searchpublish.service.ts";
import { sweepSearch } from "./searchsweep.service.ts";
import { watchContent } from "./watch.service.ts";

export type Published = {
  /** Keys (`en/setup/x`) of articles that were added, changed or removed. */
  changed: string[];
  /** Pages written. */
  pages: number;
  /** Milliseconds of work. */
  tookMs: number;
};

export type Publisher = {
  /** Brings the site up to what the content folder says; resolves when readers can find it. */
  sync(): Promise<Published>;
  /** What is published now. */
  catalog(): Catalog;
  /** Hashes of inline scripts for the security policy. */
  scriptHashes(): string[];
  close(): Promise<void>;
};

/** What the site was made from: code and settings, and each article file's sha256 by key. */
type SiteState = { made: string; articles: Record<string, string> };

const known = new WeakMap<Entry, string>();

/** The catalog hands out the same entry for as long as its file is the same. */
function sha(entry: Entry): string {
  const hash =
    known.get(entry) ?? createHash("sha256").update(readFileSync(entry.file)).digest("hex");
  known.set(entry, hash);
  return hash;
}

const hashes = (catalog: Catalog) =>
  Object.fromEntries(catalog.entries.map((entry) => [keyOf(entry), sha(entry)]));

/** @throws StartupProblem when the site can't be built. */
export async function openPublisher(
  deps: Pick<Deps, "env" | "log" | "now">,
  contentDir: string,
  step: (what: string) => void,
): Promise<Publisher> {
  const place = {
    siteDir: join(deps.env.DATA_DIR, "site"),
    stateDir: join(deps.env.DATA_DIR, "search-state"),
  };
  const stateFile = join(deps.env.DATA_DIR, "site-state.json");
  const code = codeFingerprint(deps.env.PUBLIC_URL);
  await buildCode(deps.env.PUBLIC_URL, code, step);
  const render = await openRenderer(rendererDir(code));
  // Pages show names of the site and its categories: another setting is another site.
  const made = `${code} ${fingerprint([join(contentDir, "*.yml")])}`;
  const stored = await readJson<SiteState>(stateFile);
  if (stored?.made !== made || !existsSync(join(place.siteDir, "index.html"))) {
    const catalog = readCatalog(contentDir);
    // Before the pages: a file that changes while they are made is seen to have changed.
    const articles = hashes(catalog);
    // Until now it was in use, however long ago it was made.
    await sweepSearch(place, deps.now());
    await install(place, code, { dir: contentDir, catalog }, render, step);
    await writeWhole(stateFile, JSON.stringify({ made, articles }));
  }
  let current = readCatalog(contentDir);
  let turn: Promise<unknown> = Promise.resolve();

  const work = async (): Promise<Published> => {
    const started = performance.now();
    const state = (await readJson<SiteState>(stateFile))!;
    const after = readCatalog(contentDir);
    const articles = hashes(after);
    const changes = changesBetween(state.articles, articles, current, after);
    const changed = [...changes.keys()];
    copyMedia(contentDir, place.siteDir);
    const paths = affectedPaths(current, after, [...changes.values()]);
    await writePages(place.siteDir, render, paths, after);
    await index(place, after, changes);
    if (changed.length > 0) await writeWhole(stateFile, JSON.stringify({ made, articles }));
    current = after;
    return { changed, pages: paths.length, tookMs: performance.now() - started };
  };
  const sync = (): Promise<Published> => {
    const next = turn.then(work, work);
    turn = next;
    return next;
  };
  await sync();
  const watcher = watchContent(contentDir, () => {
    sync().catch((error) =>
      deps.log.error({ err: error }, "publishing a change made by hand failed"),
    );
  });
  return {
    sync,
    catalog: () => current,
    scriptHashes: () => JSON.parse(readFileSync(`${builtSite(code)}.csp.json`, "utf8")).scriptSrc,
    async close() {
      watcher.close();
      await turn.catch(() => {});
    },
  };
}

/** By what the site was last made from, so that a change whose publishing was cut short is seen again. */
function changesBetween(
  made: SiteState["articles"],
  articles: SiteState["articles"],
  before: Catalog,
  after: Catalog,
): Map<string, ArticleChange> {
  const old = new Map(before.entries.map((entry) => [keyOf(entry), entry]));
  const now = new Map(after.entries.map((entry) => [keyOf(entry), entry]));
  const keys = [...new Set([...Object.keys(made), ...Object.keys(articles)])];
  return new Map(
    keys
      .filter((key) => made[key] !== articles[key])
      .map((key) => [key, { before: old.get(key), after: now.get(key) }]),
  );
}

async function index(
  place: { siteDir: string; stateDir: string },
  catalog: Catalog,
  changes: Map<string, ArticleChange>,
): Promise<void> {
  for (const locale of ["en", "zh"] as const) {
    const ours = [...changes].filter(([key]) => key.startsWith(`${locale}/`));
    if (ours.length === 0) continue;
    const present = ours.flatMap(([, { after }]) => after ?? []);
    const records = await Promise.all(present.map((entry) => recordOf(catalog, entry)));
    const removed = ours.filter(([, { after }]) => !after).map(([key]) => key);
    await publishDelta(place, locale, records, removed);
  }
}
