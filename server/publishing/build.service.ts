/** The full build: the program that renders pages, the files they need, and the search index. */
import { cpSync, existsSync, globSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Locale, locales } from "../../content/schema.ts";
import { renderEntry } from "../../src/catalog/current.ts";
import type { Catalog, Entry } from "../../src/catalog.ts";
import type { Renderer } from "../../src/renderer/open.ts";
import type { SearchRecord } from "../../src/search/entry.ts";
import { root, tool } from "../prepare.ts";
import { exclusively, fingerprint } from "../stale.ts";
import { allPaths } from "./affected.ts";
import { writePages, writeRedirects } from "./pages.service.ts";
import { publishBase } from "./searchpublish.service.ts";
import { searchRecord } from "./searchrecord.ts";
import { keepGenerations } from "./searchsweep.service.ts";

const at = (path: string) => join(root, path);
/** One folder for each state of the code: a server that runs keeps the files it was started with. */
const folderOf = (code: string) => at(`.build/${code.slice(0, 16)}`);
/** What Astro wrote for the shipped content: styles and scripts, with `site.csp.json` beside it. */
export const builtSite = (code: string) => join(folderOf(code), "site");
export const rendererDir = (code: string) => join(folderOf(code), "renderer");
/** States of the code whose builds are kept. */
const kept = 4;

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

/** Builds assets and renderer unless they are there; another process that does so is waited for. */
export async function buildCode(
  publicUrl: string,
  code: string,
  step: (what: string) => void,
): Promise<void> {
  const done = join(folderOf(code), "done");
  if (existsSync(done)) return;
  await exclusively(at(".build/lock"), async () => {
    if (existsSync(done)) return;
    rmSync(folderOf(code), { recursive: true, force: true });
    step("styles and scripts");
    await astro(publicUrl, code, "site");
    step("renderer");
    await astro(publicUrl, code, "renderer");
    writeFileSync(done, "");
    forgetOldBuilds();
  });
}

function forgetOldBuilds(): void {
  const builds = globSync("*/done", { cwd: at(".build") }).map((file) => {
    const folder = join(at(".build"), dirname(file));
    return { folder, at: statSync(join(folder, "done")).mtimeMs };
  });
  const old = builds.sort((a, b) => b.at - a.at).slice(kept);
  for (const { folder } of old) rmSync(folder, { recursive: true, force: true });
}

const astro = (publicUrl: string, code: string, build: "site" | "renderer") =>
  runAstro({
    CONTENT_DIR: at("content"),
    PUBLIC_URL: publicUrl,
    ANSWERABLE_BUILD: build,
    SITE_DIR: builtSite(code),
    RENDERER_DIR: rendererDir(code),
  });

const runAstro = (env: Record<string, string>) =>
  tool("astro/bin/astro.mjs", ["build", "--silent"], {
    ...env,
    NODE_ENV: "production",
    ASTRO_TELEMETRY_DISABLED: "1",
  });

/** Every page by Astro itself, without what the resident renderer has made before. */
export async function fullBuild(dir: string, publicUrl: string, out: string): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  await runAstro({
    CONTENT_DIR: dir,
    PUBLIC_URL: publicUrl,
    ANSWERABLE_BUILD: "site",
    SITE_DIR: out,
  });
  rmSync(`${out}.csp.json`, { force: true });
}

/** Puts every page and a new search index where readers get them, all at once. */
export async function install(
  place: { siteDir: string; stateDir: string },
  code: string,
  content: { dir: string; catalog: Catalog },
  render: Renderer,
  step: (what: string) => void,
): Promise<void> {
  const built = builtSite(code);
  const next = `${place.siteDir}.next`;
  rmSync(next, { recursive: true, force: true });
  const pages = new Set(
    [...locales, "index.html", "404.html", "sitemap.xml", "media"].map((name) => join(built, name)),
  );
  cpSync(built, next, { recursive: true, filter: (source) => !pages.has(source) });
  copyMedia(content.dir, next);
  step("pages");
  await writePages(next, render, allPaths(content.catalog), content.catalog);
  await writeRedirects(next, content.catalog);
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
  keepGenerations(old, place.siteDir);
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

/** An article as search knows it, from its file. */
export async function recordOf(catalog: Catalog, entry: Entry): Promise<SearchRecord> {
  const { sections } = await renderEntry(entry);
  const category = catalog.categories.find(({ id }) => id === entry.category);
  const title = category?.title[entry.locale] ?? entry.category;
  return searchRecord(entry, title, catalog.synonyms[entry.locale], sections);
}
