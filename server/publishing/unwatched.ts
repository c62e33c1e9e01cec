/** Which pages may show something of articles that changed while nobody watched. */
import { type Locale, locales } from "../../content/schema.ts";
import { redirectsOf } from "../../src/catalog/redirects.ts";
import type { Catalog, Entry } from "../../src/catalog.ts";
import { categoryPath, homePath, rssPath } from "../../src/paths.ts";
import { allPaths, isOfOther, movedPaths } from "./affected.ts";
import { type ArticleChange, type Listed, listedOf } from "./changes.ts";

/**
 * More than need be: how the articles looked before is not known any more. Pages choose what to show
 * of others by topic, by id and by language, so those are rendered that share one with a change.
 * @param listed what the site lists, as `listedOf` gives it.
 */
export function unwatchedPaths(
  listed: Listed,
  after: Catalog,
  changes: readonly ArticleChange[],
): string[] {
  if (changes.length === 0) return [];
  const { topics } = listedOf(after);
  const everywhere = locales.filter((locale) => listed.topics[locale] !== topics[locale]);
  const whole = allPaths(after).filter((path) =>
    everywhere.some((locale) => !isOfOther(path, locale)),
  );
  const places = new Set(changes.map(({ key }) => key.slice(0, key.lastIndexOf("/"))));
  const ids = new Set(changes.map(({ id }) => id));
  const mayShow = ({ locale, category, id, related }: Entry) =>
    places.has(`${locale}/${category}`) || ids.has(id) || related.some((other) => ids.has(other));
  return [
    ...new Set([
      ...changes.flatMap(({ key }) => pathsOf(key)),
      ...after.entries.filter(mayShow).map(({ href }) => href),
      ...whole,
      ...movedPaths(listed.redirects, redirectsOf(after)),
      "/sitemap.xml",
    ]),
  ];
}

/** Its own page, or where it was, and the lists of its place. */
function pathsOf(key: string): string[] {
  const [locale, category] = key.split("/") as [Locale, string];
  return [`/${key}/`, categoryPath(locale, category), homePath(locale), rssPath(locale)];
}
