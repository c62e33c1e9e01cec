/** What has to be done to a site: which articles are not what it was made from. */
import { type Locale, locales } from "../../content/schema.ts";
import { type Redirects, redirectsOf } from "../../src/catalog/redirects.ts";
import { type Catalog, categoriesOf, type Entry } from "../../src/catalog.ts";
import { searchKey } from "./searchrecord.ts";

/** One article as the site shows it: sha256 of its file, and its id. */
export type MadeFrom = { sha: string; id: string };

/** What a site was made from, by each article's key (`en/setup/x`). */
export type Made = Record<string, MadeFrom>;

/** An article that was added, changed or removed. `id` is the one it has, or had. */
export type ArticleChange = {
  key: string;
  id: string;
  /** As it was; unknown as well where the change was made while nobody watched. */
  before: Entry | undefined;
  after: Entry | undefined;
};

export const keyOf = ({ locale, category, slug }: Pick<Entry, "locale" | "category" | "slug">) =>
  searchKey(locale, category, slug);

/** What a site of these articles is made from. @param sha of an entry's file. */
export const madeFrom = (entries: readonly Entry[], sha: (entry: Entry) => string): Made =>
  Object.fromEntries(entries.map((entry) => [keyOf(entry), { sha: sha(entry), id: entry.id }]));

/**
 * By what the site was last made from, so that a change whose publishing was cut short is seen again.
 * @param before the catalog the site shows completely, which spares a look at what is the same entry
 * in both; null where that isn't known.
 */
export function changesSince(
  made: Made,
  before: Catalog | null,
  after: Catalog,
  sha: (entry: Entry) => string,
): ArticleChange[] {
  const old = new Map(unlike(before?.entries ?? [], after.entries));
  const now = new Map(unlike(after.entries, before?.entries ?? []));
  const gone = before ? [...old.keys()] : Object.keys(made);
  const keys = new Set([...gone, ...now.keys()]);
  return [...keys].flatMap((key) => {
    const [was, is] = [made[key], now.get(key)];
    if (was?.sha === (is && sha(is))) return [];
    return [{ key, id: is?.id ?? was!.id, before: old.get(key), after: is }];
  });
}

/** Entries of one list that are not in another. The catalog hands out the same one while its file is. */
function unlike(entries: readonly Entry[], others: readonly Entry[]): [string, Entry][] {
  const known = new Set(others);
  return entries.filter((entry) => !known.has(entry)).map((entry) => [keyOf(entry), entry]);
}

/** What a site was made from, after changes. */
export function withChanges(
  made: Made,
  changes: readonly ArticleChange[],
  sha: (entry: Entry) => string,
): Made {
  const next = { ...made };
  for (const { key, after } of changes)
    if (after) next[key] = { sha: sha(after), id: after.id };
    else delete next[key];
  return next;
}

/** What a site lists besides its articles. */
export type Listed = { topics: Record<Locale, string>; redirects: Redirects };

export const listedOf = (catalog: Catalog): Listed => ({
  topics: topicsOf(catalog),
  redirects: redirectsOf(catalog),
});

/** The topics that every page of a language lists. */
export const topicsOf = (catalog: Catalog): Record<Locale, string> =>
  Object.fromEntries(
    locales.map((locale) => [
      locale,
      JSON.stringify(categoriesOf(catalog, locale).map(({ id }) => id)),
    ]),
  ) as Record<Locale, string>;
