/** The full build: the program that renders pages, the files they need, and the search index. */
import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Locale, locales } from "../../content/schema.ts";
import { renderEntry } from "../../src/catalog/current.ts";
import type { Catalog, Entry } from "../../src/catalog.ts";
import type { Renderer } from "../../src/renderer/open.ts";
import type { SearchRecord } from "../../src/search/entry.ts";
import { root, tool } from "../prepare.ts";
import { fingerprint, unlessFresh } from "../stale.ts";
import { allPaths } from "./affected.ts";
import { writePages } from "./pages.service.ts";
import { publishBase } from "./searchpublish.service.ts";
import { searchKey, searchRecord } from "./searchrecord.ts";

const at = (path: string) => join(root, path);
/** What Astro wrote for the shipped content: styles, scripts, console. Its pages serve the tests. */
export const builtSite = at(".build/site");
export const rendererDir = at(".build/renderer");

/** Changes with everything that can change a page other than the content folder. */
export function codeFingerprint(publicUrl: string): string {
  const sources = [
    "src/**/*",
    "content/*.ts",
    "server/*/*.ts",
    "server/errors.ts",
    "astro.config.mjs",
    "package-lock.json",
  ];
  // Of the server the site knows rules only.
  const others = ["src/i18n/paraglide/**", "server/*/*.{repo,service,router,http}.ts"];
  return fingerprint(sources.map(at), [publicUrl], others.map(at));
}

/** Builds renderer and assets if the code changed since. @throws StartupProblem */
export async function buildCode(
  publicUrl: string,
  code: string,
  step: (what: string) => void,
): Promise<void> {
  const assets = {
    stamp: at(".build/site.stamp"),
    result: join(builtSite, "index.html"),
    wanted: code,
  };
  await unlessFresh(assets, async () => {
    step("styles and scripts");
    rmSync(builtSite, { recursive: true, force: true });
    await astro(publicUrl, "site");
  });
  const renderer = {
    stamp: at(".build/renderer.stamp"),
    result: join(rendererDir, "server/entry.mjs"),
    wanted: code,
  };
  await unlessFresh(renderer, async () => {
    step("renderer");
    await astro(publicUrl, "renderer");
  });
}

const astro = (publicUrl: string, build: "site" | "renderer") =>
  tool("astro/bin/astro.mjs", ["build", "--silent"], {
    CONTENT_DIR: at("content"),
    PUBLIC_URL: publicUrl,
    ANSWERABLE_BUILD: build,
    SITE_DIR: builtSite,
    NODE_ENV: "production",
    ASTRO_TELEMETRY_DISABLED: "1",
  });

/** Puts every page and a new search index where readers get them, all at once. */
export async function install(
  place: { siteDir: string; stateDir: string },
  content: { dir: string; catalog: Catalog },
  render: Renderer,
  step: (what: string) => void,
): Promise<void> {
  const next = `${place.siteDir}.next`;
  rmSync(next, { recursive: true, force: true });
  const pages = new Set(
    [...locales, "index.html", "404.html", "sitemap.xml", "media"].map((name) =>
      join(builtSite, name),
    ),
  );
  cpSync(builtSite, next, { recursive: true, filter: (source) => !pages.has(source) });
  copyMedia(content.dir, next);
  step("pages");
  await writePages(next, render, allPaths(content.catalog), content.catalog);
  step("search index");
  for (const locale of locales)
    await publishBase(
      { siteDir: next, stateDir: place.stateDir },
      locale,
      await recordsOf(content.catalog, locale),
    );
  const old = `${place.siteDir}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(place.siteDir)) renameSync(place.siteDir, old);
  renameSync(next, place.siteDir);
  rmSync(old, { recursive: true, force: true });
}

/** Pictures have names made from their content: what is there already is the same. */
export function copyMedia(contentDir: string, siteDir: string): void {
  const media = join(contentDir, "media");
  if (existsSync(media)) cpSync(media, join(siteDir, "media"), { recursive: true, force: false });
}

const recordsOf = (catalog: Catalog, locale: Locale): Promise<SearchRecord[]> =>
  Promise.all(
    catalog.entries
      .filter((entry) => entry.locale === locale)
      .map((entry) => recordOf(catalog, entry)),
  );

export const keyOf = ({ locale, category, slug }: Pick<Entry, "locale" | "category" | "slug">) =>
  searchKey(locale, category, slug);

/** An article as search knows it, from its file. */
export async function recordOf(catalog: Catalog, entry: Entry): Promise<SearchRecord> {
  const { sections } = await renderEntry(entry);
  const category = catalog.categories.find(({ id }) => id === entry.category);
  return searchRecord(entry, category?.title[entry.locale] ?? entry.category, sections);
}
