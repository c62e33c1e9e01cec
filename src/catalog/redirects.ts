/** Where readers are led on to from addresses that articles had. */
import { type Locale, locales } from "../../content/schema.ts";
import { categoriesOf, entryAt } from "../catalog.ts";
import { articlePath, categoryPath, homePath } from "../paths.ts";
import type { Catalog, Entry } from "./model.ts";

export type Redirects = Record<string, string>;

const known = new WeakMap<Catalog, Redirects>();

/** From each address to a page that exists. An article that lies at an address is never led past. */
export function redirectsOf(catalog: Catalog): Redirects {
  const found = known.get(catalog) ?? Object.fromEntries([...archived(catalog), ...moved(catalog)]);
  known.set(catalog, found);
  return found;
}

const moved = (catalog: Catalog): [string, string][] =>
  catalog.entries.flatMap(({ locale, href, redirect_from }) =>
    redirect_from
      .map((place) => `/${locale}/${place}/`)
      .filter((from) => !entryAt(catalog, from))
      .map((from): [string, string] => [from, href]),
  );

/** To the article that took its place, or else to its topic. */
function archived(catalog: Catalog): [string, string][] {
  const topics = Object.fromEntries(
    locales.map((locale) => [locale, new Set(categoriesOf(catalog, locale).map(({ id }) => id))]),
  ) as Record<Locale, Set<string>>;
  const placeOf = ({ locale, category, replaced_by }: Entry): string => {
    const next = catalog.entries.find((one) => one.id === replaced_by && one.locale === locale);
    if (next) return next.href;
    return topics[locale].has(category) ? categoryPath(locale, category) : homePath(locale);
  };
  return catalog.unlisted
    .filter(({ confidence, audience }) => confidence === "archived" && audience === "public")
    .flatMap((entry) => [
      [entry.href, placeOf(entry)],
      ...entry.redirect_from.map((place): [string, string] => [
        articlePath(entry.locale, ...(place.split("/") as [string, string])),
        placeOf(entry),
      ]),
    ]);
}
