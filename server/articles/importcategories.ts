import { type Category, type Locale, slugSchema } from "#content/schema.ts";
import { commonCategories, generalCategory } from "./importtopics.ts";

/** What a file calls its category: its own words, and the language they stand in. */
export type CategoryName = {
  /** Same for translations of one text. */
  pair: string;
  locale: Locale;
  /** As written, with its upper categories: `Store Support / Shipping`. Empty = none. */
  name: string;
};

/** Pages of the site have these addresses already. */
const reserved = new Set(["search", "contact", "ticket", "404", "rss", "index"]);

/** Folders that say how a site is made, not what a text is about. */
const technical = new Set(
  "docs doc content contents articles pages posts src help help-center kb guides versioned_docs current i18n docusaurus-plugin-content-docs".split(" "),
);

/** The folder a text lies in, without the parts that every path of such a site has. */
export function withoutTechnical(path: string): string {
  const parts = path.split("/");
  const first = parts.findIndex((part, i) => i === parts.length - 1 || !technical.has(part.toLowerCase()));
  return parts.slice(Math.max(0, first)).join("/");
}

const fold = (name: string): string => name.normalize("NFKC").toLowerCase().replace(/[\s_-]+/g, " ").trim();

/** Both of a category's titles, as far as they are known. */
type Titles = Partial<Record<Locale, string>>;

/**
 * Gives each name its category: one that exists, by id or title in either language, else a new one.
 * Of names in levels the uppermost counts, unless the whole name is a category. Where a text and its
 * translation name their category, the two names mean the same one.
 * @returns the id for each name, in the order of the names, and the categories to add.
 */
export function assignCategories(
  names: readonly CategoryName[],
  existing: readonly Category[],
): { ids: string[]; added: Category[] } {
  const known = new Map<string, string>();
  const remember = ({ id, title }: Pick<Category, "id" | "title">) => {
    for (const name of [id, title.en, title.zh]) if (!known.has(fold(name))) known.set(fold(name), id);
  };
  existing.forEach(remember);
  const english = englishNames(names, known);
  const added = new Map<string, Category>();
  const idOf = ({ name, locale }: CategoryName): string => {
    const shown = topLevel(name, known);
    const key = (locale === "zh" && english.get(shown)) || shown;
    const found = known.get(fold(key)) ?? known.get(fold(shown));
    const titles: Titles = { [locale]: shown };
    if (found) {
      complete(added.get(found), titles);
      known.set(fold(shown), found);
      return found;
    }
    const category = newCategory(key, titles);
    if (![...known.values()].includes(category.id)) added.set(category.id, category);
    remember(category);
    known.set(fold(key), category.id);
    known.set(fold(shown), category.id);
    return category.id;
  };
  // English first: its words make the id, and the Chinese title joins it.
  const ids = new Map<CategoryName, string>();
  for (const locale of ["en", "zh"] as const) {
    for (const item of names) if (item.locale === locale) ids.set(item, idOf(item));
  }
  return { ids: names.map((item) => ids.get(item)!), added: [...added.values()] };
}

/** Chinese name → English name, from pairs that carry both. */
function englishNames(names: readonly CategoryName[], known: ReadonlyMap<string, string>): Map<string, string> {
  const byPair = new Map<string, string>();
  for (const { pair, locale, name } of names) if (locale === "en" && name) byPair.set(pair, topLevel(name, known));
  const english = new Map<string, string>();
  for (const { pair, locale, name } of names) {
    const other = byPair.get(pair);
    const own = topLevel(name, known);
    if (locale === "zh" && name && other && other !== own && !english.has(own)) english.set(own, other);
  }
  return english;
}

function topLevel(name: string, known: ReadonlyMap<string, string>): string {
  const whole = name.trim();
  if (whole === "" || known.has(fold(whole))) return whole;
  const levels = whole.split(/\s*[/>»›\\|]\s*/).filter((part) => part !== "");
  return levels.find((part) => !technical.has(part.toLowerCase())) ?? levels[0] ?? "";
}

/** A title that was only guessed gives way to one that a file brings. */
function complete(category: Category | undefined, titles: Titles): void {
  if (!category) return;
  const { en, zh } = category.title;
  if (titles.zh && zh === en && titles.zh !== en && /\p{Script=Han}/u.test(titles.zh)) category.title.zh = readable(titles.zh);
}

function newCategory(key: string, titles: Titles): Category {
  if (key === "") return describe(generalCategory);
  const common = commonCategories.find(({ id, en, zh }) => [id, en, ...zh].some((name) => fold(name) === fold(key)));
  const id = common?.id ?? idFor(key);
  const en = titles.en ?? (/\p{Script=Han}/u.test(key) ? (common?.en ?? key) : key);
  const zh = titles.zh ?? common?.zh[0] ?? en;
  return { id, title: { en: readable(en), zh: readable(zh) }, description: { en: "", zh: "" }, icon: common?.icon ?? "folder" };
}

const describe = ({ id, en, zh, icon }: (typeof commonCategories)[number]): Category => ({
  id,
  title: { en, zh: zh[0]! },
  description: { en: "", zh: "" },
  icon,
});

/** `teams-sign-in` is a folder's name and reads as "Teams sign in"; a title stays as it is. */
function readable(name: string): string {
  if (/\s|\p{Script=Han}|\p{Lu}/u.test(name)) return name;
  const words = name.replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A folder's name: the words of the name, or a number made of it where it has no Latin words. */
export function idFor(name: string): string {
  const words = latinSlug(name);
  const id = words === "" || /\p{Script=Han}/u.test(name) ? `topic-${checksum(name)}` : words;
  return reserved.has(id) ? `${id}-help` : id;
}

/** Lower-case words joined by hyphens, at most 80 characters; empty where there are none. */
export function latinSlug(name: string): string {
  const words = name.normalize("NFKD").replace(/[\p{M}'’]/gu, "").toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const slug = words.join("-");
  const short = slug.length <= 80 ? slug : slug.slice(0, 80).replace(/-[^-]*$/, "");
  return slugSchema.safeParse(short).success ? short : "";
}

/** FNV-1a of the name in base 36: the same name is the same folder in every import. */
function checksum(name: string): string {
  let hash = 0x811c9dc5;
  for (const char of fold(name)) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193) >>> 0;
  return hash.toString(36);
}
