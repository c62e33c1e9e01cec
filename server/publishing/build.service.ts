/** The full build: every page as a file, the resident renderer beside it, the search index. */
import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Locale, locales } from "../../content/schema.ts";
import { renderEntry } from "../../src/catalog/current.ts";
import type { Catalog, Entry } from "../../src/catalog.ts";
import type { SearchRecord } from "../../src/search/entry.ts";
import { root, tool } from "../prepare.ts";
import { fingerprint, unlessFresh } from "../stale.ts";
import { publishBase } from "./searchpublish.service.ts";

export type BuildEnv = { CONTENT_DIR: string; PUBLIC_URL: string };

const at = (path: string) => join(root, path);
export const builtSite = at(".build/site");
export const rendererDir = at(".build/renderer");

/** Changes with everything that can change a page other than its article. */
export function codeFingerprint(env: BuildEnv): string {
  const sources = [
    "src/**/*",
    "content/*.ts",
    "server/sla/*.ts",
    "astro.config.mjs",
    "package-lock.json",
  ].map(at);
  const settings = [join(env.CONTENT_DIR, "*.yml")];
  return fingerprint([...sources, ...settings], [env.PUBLIC_URL], [at("src/i18n/paraglide/**")]);
}

/** Builds the renderer if the code changed since. */
export function buildRenderer(
  env: BuildEnv,
  code: string,
  step: (what: string) => void,
): Promise<void> {
  const result = join(rendererDir, "server/entry.mjs");
  return unlessFresh({ stamp: at(".build/renderer.stamp"), result, wanted: code }, async () => {
    step("renderer");
    await astro(env, "renderer");
  });
}

/** Builds every page if code or articles changed since. */
export function buildPages(
  env: BuildEnv,
  code: string,
  step: (what: string) => void,
): Promise<void> {
  const articles = fingerprint([
    join(env.CONTENT_DIR, "{en,zh}/*/*.md"),
    join(env.CONTENT_DIR, "media/**/*"),
  ]);
  const result = join(builtSite, "index.html");
  return unlessFresh(
    { stamp: at(".build/site.stamp"), result, wanted: `${code} ${articles}` },
    async () => {
      step("pages");
      rmSync(builtSite, { recursive: true, force: true });
      await astro(env, "site");
    },
  );
}

const astro = (env: BuildEnv, build: "site" | "renderer") =>
  tool("astro/bin/astro.mjs", ["build", "--silent"], {
    ...env,
    ANSWERABLE_BUILD: build,
    SITE_DIR: builtSite,
    NODE_ENV: "production",
    ASTRO_TELEMETRY_DISABLED: "1",
  });

/** Puts the built pages and a new search index where readers get them, all at once. */
export async function install(
  place: { siteDir: string; stateDir: string },
  catalog: Catalog,
  step: (what: string) => void,
): Promise<void> {
  const next = `${place.siteDir}.next`;
  rmSync(next, { recursive: true, force: true });
  cpSync(builtSite, next, { recursive: true });
  step("search index");
  for (const locale of locales) {
    const records = await Promise.all(
      entriesOf(catalog, locale).map((entry) => searchRecord(catalog, entry)),
    );
    await publishBase({ siteDir: next, stateDir: place.stateDir }, locale, records);
  }
  const old = `${place.siteDir}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(place.siteDir)) renameSync(place.siteDir, old);
  renameSync(next, place.siteDir);
  rmSync(old, { recursive: true, force: true });
}

const entriesOf = (catalog: Catalog, locale: Locale) =>
  catalog.entries.filter((entry) => entry.locale === locale);

export const keyOf = ({
  locale,
  category,
  slug,
}: Pick<Entry, "locale" | "category" | "slug">): string => `${locale}/${category}/${slug}`;

/** An article as search knows it, from its file. */
export async function searchRecord(catalog: Catalog, entry: Entry): Promise<SearchRecord> {
  const { sections } = await renderEntry(entry);
  const category = catalog.categories.find(({ id }) => id === entry.category);
  return {
    key: keyOf(entry),
    article: entry.id,
    url: entry.href,
    title: entry.title,
    description: entry.description,
    category: category?.title[entry.locale] ?? entry.category,
    aliases: entry.aliases,
    sections,
    locale: entry.locale,
  };
}
