/** Whether the published site is what a full build makes of the content folder, byte for byte. */
import { existsSync, globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { locales } from "../../content/schema.ts";
import { type Catalog, readCatalog } from "../../src/catalog.ts";
import type { SearchEntry } from "../../src/search/entry.ts";
import { fullBuild, recordOf } from "./build.service.ts";
import { keyOf } from "./changes.ts";
import { readJson } from "./searchfiles.service.ts";
import { recordHash } from "./searchindex.service.ts";
import { type SearchPlace, searchState } from "./searchpublish.service.ts";

export type Verified = {
  /** Milliseconds that the full build took. */
  buildMs: number;
  /** Pages and feeds compared. */
  pages: number;
  /** Articles whose entry in the search was compared. */
  articles: number;
  /** Paths of pages and keys of articles that aren't what they should be, with what is wrong. */
  differences: { what: string; how: "other" | "missing" | "too_much" }[];
};

/** @param buildDir for the full build; removed before and afterwards. */
export async function verifySite(
  place: SearchPlace,
  content: { dir: string; publicUrl: string },
  buildDir: string,
): Promise<Verified> {
  const started = performance.now();
  await fullBuild(content.dir, content.publicUrl, buildDir);
  const buildMs = performance.now() - started;
  const pages = comparePages(buildDir, place.siteDir);
  rmSync(buildDir, { recursive: true });
  const catalog = readCatalog(content.dir);
  const search = await compareSearch(place, catalog);
  return {
    buildMs,
    pages: pages.count,
    articles: catalog.entries.length,
    differences: [...pages.differences, ...search],
  };
}

const pagesOf = (dir: string) =>
  globSync("**/*.{html,xml}", { cwd: dir })
    .filter((file) => !/^(console|search)\//.test(file))
    .sort();

function comparePages(built: string, site: string) {
  const [wanted, found] = [pagesOf(built), new Set(pagesOf(site))];
  const read = (dir: string, file: string) => readFileSync(join(dir, file));
  const differences = wanted.flatMap((what): Verified["differences"] => {
    if (!found.delete(what)) return [{ what, how: "missing" }];
    return read(built, what).equals(read(site, what)) ? [] : [{ what, how: "other" }];
  });
  const rest = [...found].map((what) => ({ what, how: "too_much" as const }));
  return { count: wanted.length, differences: [...differences, ...rest] };
}

async function compareSearch(
  place: SearchPlace,
  catalog: Catalog,
): Promise<Verified["differences"]> {
  const differences: Verified["differences"] = [];
  for (const locale of locales) {
    const found = await searchable(place, locale);
    for (const entry of catalog.entries.filter((one) => one.locale === locale)) {
      const what = `search ${keyOf(entry)}`;
      const hash = found.get(keyOf(entry));
      found.delete(keyOf(entry));
      if (hash === undefined) differences.push({ what, how: "missing" });
      else if (hash !== recordHash(await recordOf(catalog, entry)))
        differences.push({ what, how: "other" });
    }
    for (const key of found.keys()) differences.push({ what: `search ${key}`, how: "too_much" });
  }
  return differences;
}

/** What readers of a language find: the hash of each article by its key. */
async function searchable(place: SearchPlace, locale: string) {
  const { siteDir } = place;
  const found = new Map<string, string>();
  const entry = await readJson<SearchEntry>(join(siteDir, "search", locale, "entry.json"));
  const { base, delta } = await searchState(place, locale);
  if (!entry || base.path !== entry.base.path) return found;
  const gone = new Set(entry.tombstones);
  for (const [key, { id, hash }] of Object.entries(base.pages))
    if (!gone.has(id)) found.set(key, hash);
  if (!entry.delta || !existsSync(join(siteDir, "search", entry.delta.path))) return found;
  for (const [key, record] of Object.entries(delta.changed)) found.set(key, recordHash(record));
  return found;
}
