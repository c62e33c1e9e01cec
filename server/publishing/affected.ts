/** Which pages show something of an article, so that exactly those are rendered again. */
import { type Locale, locales } from "../../content/schema.ts";
import { type Redirects, redirectsOf } from "../../src/catalog/redirects.ts";
import {
  type Catalog,
  categoriesOf,
  type Entry,
  related,
  translations,
} from "../../src/catalog.ts";
import { categoryPath, homePath, rssPath } from "../../src/paths.ts";
import { type ArticleChange, topicsOf } from "./changes.ts";

/**
 * Paths to render (those without a page any more answer 404 and are removed).
 * When a category appears or disappears every page of its language is affected: all of them list it.
 */
export function affectedPaths(
  before: Catalog,
  after: Catalog,
  changes: readonly ArticleChange[],
): string[] {
  if (changes.length === 0) return [];
  const paths = new Set<string>(["/sitemap.xml"]);
  const [topicsBefore, topicsAfter] = [topicsOf(before), topicsOf(after)];
  // The article itself comes first; then the pages of a language whose topics changed.
  for (const { after } of changes) if (after) paths.add(after.href);
  for (const locale of locales) {
    if (topicsBefore[locale] === topicsAfter[locale]) continue;
    for (const path of allPaths(after, before)) if (!isOfOther(path, locale)) paths.add(path);
  }
  for (const change of changes) {
    for (const [catalog, entry] of [
      [before, change.before],
      [after, change.after],
    ] as const) {
      if (!entry) continue;
      paths.add(entry.href).add(homePath(entry.locale)).add(rssPath(entry.locale));
      paths.add(categoryPath(entry.locale, entry.category));
      if (isShownAlike(change)) continue;
      for (const other of translations(catalog, entry)) paths.add(other.href);
      for (const other of showing(before, after, entry)) paths.add(other.href);
    }
  }
  for (const path of movedPaths(redirectsOf(before), redirectsOf(after))) paths.add(path);
  return [...paths];
}

/** Addresses from which readers are led elsewhere than before, or no more. */
export const movedPaths = (before: Redirects, after: Redirects): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (from) => before[from] !== after[from],
  );

/** Whether a page is of another language; those of no language, such as `/`, are of every one. */
export const isOfOther = (path: string, locale: Locale): boolean =>
  locales.some((other) => other !== locale && path.startsWith(homePath(other)));

/** What other articles' pages show of an article, or choose it by. Most changes are of the text alone. */
const shownElsewhere = [
  "href",
  "title",
  "description",
  "confidence",
  "modules",
  "related",
] as const;

function isShownAlike({ before, after }: ArticleChange): boolean {
  if (!before || !after) return false;
  return shownElsewhere.every((key) => JSON.stringify(before[key]) === JSON.stringify(after[key]));
}

/** Every page of one or several moments. */
export function allPaths(...catalogs: Catalog[]): string[] {
  const articles = catalogs.flatMap(({ entries }) => entries.map(({ href }) => href));
  const categories = catalogs.flatMap((catalog) =>
    locales.flatMap((locale) =>
      categoriesOf(catalog, locale).map(({ id }) => categoryPath(locale, id)),
    ),
  );
  const single = locales.flatMap((locale) => [
    homePath(locale),
    rssPath(locale),
    ...["search", "contact", "ticket", "404"].map((name) => `/${locale}/${name}/`),
  ]);
  return [
    ...new Set([
      "/",
      "/404.html",
      "/sitemap.xml",

      ...single,
      ...categories,
      ...articles,
      ...catalogs.flatMap((catalog) => Object.keys(redirectsOf(catalog))),
    ]),
  ];
}

/** Articles of the same language whose list of related ones shows the entry, before or after. */
function showing(before: Catalog, after: Catalog, entry: Entry): Entry[] {
  const lists = (catalog: Catalog) =>
    catalog.entries.filter(
      (other) =>
        other.locale === entry.locale &&
        (other.category === entry.category || other.related.includes(entry.id)) &&
        related(catalog, other).some(({ id }) => id === entry.id),
    );
  return [...lists(before), ...lists(after)];
}
