/**
 * The only writer of the published site. Whatever changes an article, by the desk or by hand,
 * comes here: render what shows it, then make it findable. One change follows another.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Locale, locales } from "../../content/schema.ts";
import { type Catalog, type Entry, readCatalog } from "../../src/catalog.ts";
import { openRenderer, type Renderer } from "../../src/renderer/open.ts";
import type { Deps } from "../deps.ts";
import { fingerprint } from "../stale.ts";
import { affectedPaths } from "./affected.ts";
import { type Announcer, openAnnouncer } from "./announce.service.ts";
import {
  buildCode,
  builtSite,
  codeFingerprint,
  copyMedia,
  install,
  recordOf,
  rendererDir,
} from "./build.service.ts";
import {
  type ArticleChange,
  changesSince,
  type Listed,
  listedOf,
  type Made,
  madeFrom,
  withChanges,
} from "./changes.ts";
import { openCompactor } from "./compactor.service.ts";
import { writePages, writeRedirects } from "./pages.service.ts";
import { readJson, writeWhole } from "./searchfiles.service.ts";
import { publishDelta, type SearchPlace } from "./searchpublish.service.ts";
import { sweepSearch } from "./searchsweep.service.ts";
import { openTurns } from "./turns.ts";
import { unwatchedPaths } from "./unwatched.ts";
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
  /** Brings the site up to what the content folder says; resolves when all of it is there. */
  sync(): Promise<Published>;
  /**
   * The same where only these files were written, removed or replaced, by their paths below the
   * content folder. Resolves as soon as readers can find them; lists and neighbours follow at once.
   */
  publish(files: readonly string[]): Promise<void>;
  /** Resolves when everything that was asked for is done. */
  settled(): Promise<void>;
  /** Says what is known to be broken, on every page. */
  announce: Announcer["announce"];
  /** What is published now. */
  catalog(): Catalog;
  /** Hashes of inline scripts for the security policy. */
  scriptHashes(): string[];
  close(): Promise<void>;
};

/** What the site was made from: code and settings, what its pages list, and articles. */
type SiteState = { made: string; listed: Listed; articles: Made };

const known = new WeakMap<Entry, string>();

/** The catalog hands out the same entry for as long as its file is the same. */
function sha(entry: Entry): string {
  const hash =
    known.get(entry) ?? createHash("sha256").update(readFileSync(entry.file)).digest("hex");
  known.set(entry, hash);
  return hash;
}

/** The site as this process keeps it. */
type Site = {
  contentDir: string;
  place: SearchPlace;
  stateFile: string;
  state: SiteState;
  render: Renderer;
  /** What the desk is told. */
  current: Catalog;
  /** What every page shows; null while that is not certain. */
  shown: Catalog | null;
  /** Languages whose delta has grown so large that a new base is due. */
  due: Set<Locale>;
};

/** @throws StartupProblem when the site can't be built. */
export async function openPublisher(
  deps: Pick<Deps, "env" | "log" | "now">,
  contentDir: string,
  step: (what: string) => void,
): Promise<Publisher> {
  const code = codeFingerprint(deps.env.PUBLIC_URL);
  const site = await openSite(deps, contentDir, code, step);
  const announcer = await openAnnouncer(deps.env.DATA_DIR);
  const turns = openTurns();
  const compactor = openCompactor(deps, turns, site);
  const inTurn = (touched?: readonly string[]) => {
    const taken = turns.take((found) => bringUp(site, found, touched));
    taken.done.then(compactor.look, () => {});
    return taken;
  };
  const logged = (done: Promise<unknown>): void => {
    done.catch((error) => deps.log.error({ err: error }, "publishing failed"));
  };
  const sync = () => inTurn().done;
  await sync();
  const watcher = watchContent(contentDir, (touched) => logged(inTurn(touched).done));
  return {
    sync,
    publish(files) {
      const { found, done } = inTurn(files.map((file) => join(contentDir, file)));
      logged(done);
      return found;
    },
    async settled() {
      await turns.settled();
      await compactor.settled();
    },
    announce: announcer.announce,
    catalog: () => site.current,
    scriptHashes: () => JSON.parse(readFileSync(`${builtSite(code)}.csp.json`, "utf8")).scriptSrc,
    async close() {
      watcher.close();
      await Promise.all([turns.settled(), announcer.settled()]);
      compactor.close();
    },
  };
}

/** Builds what is stale. What changed since the site was made is left to the first turn. */
async function openSite(
  { env, now }: Pick<Deps, "env" | "now">,
  contentDir: string,
  code: string,
  step: (what: string) => void,
): Promise<Site> {
  const place = {
    siteDir: join(env.DATA_DIR, "site"),
    stateDir: join(env.DATA_DIR, "search-state"),
  };
  const stateFile = join(env.DATA_DIR, "site-state.json");
  await buildCode(env.PUBLIC_URL, code, step);
  const render = await openRenderer(rendererDir(code));
  // Pages show names of the site and its categories: another setting is another site.
  const made = `${code} ${fingerprint([join(contentDir, "*.yml")])}`;
  let state = await readJson<SiteState>(stateFile);
  if (!state || state.made !== made || !existsSync(join(place.siteDir, "index.html"))) {
    const catalog = readCatalog(contentDir);
    // Before the pages: a file that changes while they are made is seen to have changed.
    state = { made, listed: listedOf(catalog), articles: madeFrom(catalog.entries, sha) };
    // Until now it was in use, however long ago it was made.
    await sweepSearch(place, now());
    await install(place, code, { dir: contentDir, catalog }, render, step);
    await writeWhole(stateFile, JSON.stringify(state));
  }
  const current = readCatalog(contentDir);
  return { contentDir, place, stateFile, state, render, current, shown: null, due: new Set() };
}

/**
 * First what was changed and where search finds it, then lists and neighbours. The state is noted
 * last: whatever is cut short is done again.
 */
async function bringUp(
  site: Site,
  found: () => void,
  touched?: readonly string[],
): Promise<Published> {
  const started = performance.now();
  const { place, render, state, shown: before } = site;
  const after = readCatalog(site.contentDir, touched);
  const changes = changesSince(state.articles, before, after, sha);
  site.shown = null;
  copyMedia(site.contentDir, place.siteDir);
  const own = changes.flatMap(({ after }) => (after ? [after.href] : []));
  await writePages(place.siteDir, render, own, after);
  await index(site, after, changes);
  site.current = after;
  found();
  const others = before
    ? affectedPaths(before, after, changes)
    : unwatchedPaths(state.listed, after, changes);
  const rest = others.filter((path) => !own.includes(path));
  await writePages(place.siteDir, render, rest, after);
  if (changes.length > 0) {
    const articles = withChanges(state.articles, changes, sha);
    site.state = { ...state, listed: listedOf(after), articles };
    await writeRedirects(place.siteDir, after);
    await writeWhole(site.stateFile, JSON.stringify(site.state));
  }
  site.shown = after;
  const changed = changes.map(({ key }) => key);
  return { changed, pages: own.length + rest.length, tookMs: performance.now() - started };
}

async function index(
  { place, due }: Site,
  catalog: Catalog,
  changes: readonly ArticleChange[],
): Promise<void> {
  for (const locale of locales) {
    const ours = changes.filter(({ key }) => key.startsWith(`${locale}/`));
    if (ours.length === 0) continue;
    const present = ours.flatMap(({ after }) => after ?? []);
    const records = await Promise.all(present.map((entry) => recordOf(catalog, entry)));
    const removed = ours.filter(({ after }) => !after).map(({ key }) => key);
    const { baseIsDue } = await publishDelta(place, locale, records, removed);
    if (baseIsDue) due.add(locale);
  }
}
