/** The help center's own articles as search records, and a published search in a temporary folder. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locale } from "#content/schema.ts";
import { publishBase, type SearchPlace } from "#server/publishing/searchpublish.service.ts";
import { fileLoader } from "#server/publishing/searchread.service.ts";
import { searchRecord } from "#server/publishing/searchrecord.ts";
import { readBody } from "#src/catalog/article.ts";
import { readCatalog } from "#src/catalog/read.ts";
import { renderMarkdown } from "#src/markdown/render.ts";
import type { SearchRecord } from "#src/search/entry.ts";
import { createSearch, type Search } from "#src/search/search.ts";

/** All published articles of a locale. */
export async function articles(locale: Locale): Promise<SearchRecord[]> {
  const catalog = readCatalog("content");
  const titles = new Map(catalog.categories.map(({ id, title }) => [id, title[locale]]));
  const entries = catalog.entries.filter((entry) => entry.locale === locale);
  return Promise.all(
    entries.map(async (entry) => {
      const place = `${locale}/${entry.category}/${entry.slug}`;
      const { sections } = await renderMarkdown(readBody(entry), { locale, place });
      const category = titles.get(entry.category) ?? "";
      return searchRecord(entry, category, catalog.synonyms[locale], sections);
    }),
  );
}

/** A record made up for a test; `key` is its id and address too. */
export function article(key: string, title: string, text: string, aliases: string[] = []) {
  const sections = [{ id: "steps", heading: "", text }];
  const blank = { article: key, url: `/${key}/`, subtitle: "", description: "", category: "" };
  return { key, locale: "en", ...blank, title, aliases, synonyms: [], sections } as SearchRecord;
}

export interface PublishedSearch {
  readonly place: SearchPlace;
  readonly locale: string;
  /** The search as a page opened now would have it. */
  readonly open: () => Search;
  readonly remove: () => Promise<void>;
}

/** Publishes a base index of these records in a folder of its own. */
export async function publish(
  records: readonly SearchRecord[],
  locale = "en",
): Promise<PublishedSearch> {
  const folder = await mkdtemp(join(tmpdir(), "search-"));
  const place = { siteDir: join(folder, "site"), stateDir: join(folder, "state") };
  await publishBase(place, locale, records);
  return {
    place,
    locale,
    open: () => createSearch(fileLoader(place.siteDir, locale)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
