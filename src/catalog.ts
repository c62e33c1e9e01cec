/** What the help center shows, and the questions its pages ask about it. Pure functions of a catalog. */
import type { Category, Locale } from "../content/schema.ts";
import type { Catalog, Entry } from "./catalog/model.ts";

export type { Catalog, ContentProblem, Entry } from "./catalog/model.ts";
export { contentDir, readCatalog } from "./catalog/read.ts";

type Index = {
  byHref: Map<string, Entry>;
  byId: Map<string, Entry[]>;
  byFolder: Map<string, Entry[]>;
};

const indexes = new WeakMap<Catalog, Index>();

/** The article at an address such as `/en/invoices/request-invoice/`. */
export function entryAt(catalog: Catalog, href: string): Entry | undefined {
  return index(catalog).byHref.get(href);
}

/** Those that readers don't get as well: for the desk, and for what must be taken only once. */
export const everyEntry = ({ entries, unlisted }: Catalog): Entry[] => [...entries, ...unlisted];

/** The articles of a category in the order they are listed: featured ones first, then by title. */
export function byCategory(catalog: Catalog, locale: Locale, category: string): Entry[] {
  const entries = index(catalog).byFolder.get(`${locale}/${category}`) ?? [];
  return entries.toSorted((a, b) => rank(a) - rank(b) || compareTitles(locale)(a, b));
}

/** The categories that have an article in this language, with their number of articles. */
export function categoriesOf(catalog: Catalog, locale: Locale): (Category & { count: number })[] {
  return catalog.categories
    .map((item) => ({
      ...item,
      count: index(catalog).byFolder.get(`${locale}/${item.id}`)?.length ?? 0,
    }))
    .filter(({ count }) => count > 0);
}

/** What the home page lists: the articles that say so in `featured`, 1 first. */
export function popular(catalog: Catalog, locale: Locale, limit = 8): Entry[] {
  return catalog.entries
    .filter((entry) => entry.locale === locale && entry.featured !== undefined)
    .sort((a, b) => rank(a) - rank(b) || a.id.localeCompare(b.id))
    .slice(0, limit);
}

/** The last changed articles, newest first. */
export function recent(catalog: Catalog, locale: Locale, limit = 50): Entry[] {
  return catalog.entries
    .filter((entry) => entry.locale === locale)
    .sort((a, b) => changed(b).localeCompare(changed(a)) || b.id.localeCompare(a.id))
    .slice(0, limit);
}

/**
 * What to read next: the articles named in `related`, in that order, then those of the same
 * category that share most product modules (equal ones by id).
 */
export function related(catalog: Catalog, entry: Entry, limit = 4): Entry[] {
  const { byId, byFolder } = index(catalog);
  const named = entry.related.flatMap((id) => inLocale(byId.get(id), entry.locale) ?? []);
  const taken = new Set([entry, ...named]);
  const rest = (byFolder.get(`${entry.locale}/${entry.category}`) ?? [])
    .filter((other) => !taken.has(other))
    .map((other) => ({ other, shared: sharedModules(entry, other) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.other.id.localeCompare(b.other.id));
  return [...named, ...rest.map(({ other }) => other)].slice(0, limit);
}

/** The same article in the other languages. */
export function translations(catalog: Catalog, entry: Entry): Entry[] {
  return (index(catalog).byId.get(entry.id) ?? []).filter((other) => other !== entry);
}

/** The day a reader is told the text was last changed. */
export function changed(entry: Entry): string {
  return entry.updated ?? entry.created;
}

function index(catalog: Catalog): Index {
  const known = indexes.get(catalog);
  if (known) return known;
  const made: Index = {
    byHref: new Map(catalog.entries.map((entry) => [entry.href, entry])),
    byId: Map.groupBy(catalog.entries, ({ id }) => id),
    byFolder: Map.groupBy(catalog.entries, ({ locale, category }) => `${locale}/${category}`),
  };
  indexes.set(catalog, made);
  return made;
}

const rank = ({ featured }: Entry) => featured ?? Number.MAX_SAFE_INTEGER;

const collators = { en: new Intl.Collator("en"), zh: new Intl.Collator("zh-Hans-u-co-pinyin") };

function compareTitles(locale: Locale) {
  return (a: Entry, b: Entry) => collators[locale].compare(a.title, b.title);
}

function inLocale(entries: Entry[] | undefined, locale: Locale): Entry | undefined {
  return entries?.find((entry) => entry.locale === locale);
}

function sharedModules(a: Entry, b: Entry): number {
  return a.modules.filter((id) => b.modules.includes(id)).length;
}
