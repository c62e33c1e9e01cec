import type { Category, Locale } from "#content/schema.ts";
import { chosenLevels, namesOf } from "./importlevels.ts";
import { fold, idFor } from "./importnames.ts";
import { commonCategories, generalCategory } from "./importtopics.ts";

/** What a file calls its category: its own words, and the language they stand in. */
export type CategoryName = {
  /** Same for translations of one text. */
  pair: string;
  locale: Locale;
  /** As written, with its upper categories: `Store Support / Shipping`. Empty = none. */
  name: string;
};

/** Folders that say how a site is made, not what a text is about. */
const technical = new Set(
  "docs doc content contents articles pages posts src help help-center kb guides versioned_docs current i18n docusaurus-plugin-content-docs".split(
    " ",
  ),
);

/** The path of a text without the folders that every path of such a site begins with. */
export function withoutTechnical(path: string): string {
  const parts = path.split("/");
  const first = parts.findIndex(
    (part, i) => i === parts.length - 1 || !technical.has(part.toLowerCase()),
  );
  return parts.slice(Math.max(0, first)).join("/");
}

type Known = Map<string, string>;

/**
 * Gives each name its category: one that exists, by id or title in either language, else a new one.
 * Names in levels are cut where `chosenLevels` says. Where a text and its translation name their
 * category, the two names mean the same one.
 * @returns the id for each name, in the order of the names, and the categories to add.
 */
export function assignCategories(
  names: readonly CategoryName[],
  existing: readonly Category[],
): { ids: string[]; added: Category[] } {
  const known: Known = new Map();
  for (const category of existing) remember(known, category);
  const shown = shownNames(names, known);
  const english = englishNames(names, shown);
  const added = new Map<string, Category>();
  const ids: string[] = [];
  // English first: its words make the id, and the Chinese title joins it.
  for (const locale of ["en", "zh"] as const) {
    names.forEach((item, i) => {
      if (item.locale !== locale) return;
      const own = shown[i]!;
      const key = (locale === "zh" && english.get(own)) || own;
      ids[i] =
        known.get(fold(key)) ?? known.get(fold(own)) ?? add(key, { [locale]: own }, known, added);
      if (own !== "") known.set(fold(own), ids[i]);
      complete(added.get(ids[i]), own);
    });
  }
  return { ids, added: [...added.values()] };
}

function remember(known: Known, { id, title }: Pick<Category, "id" | "title">): void {
  for (const name of [id, title.en, title.zh]) {
    if (!known.has(fold(name))) known.set(fold(name), id);
  }
}

function add(
  key: string,
  titles: Partial<Record<Locale, string>>,
  known: Known,
  added: Map<string, Category>,
): string {
  const category = newCategory(key, titles);
  const isKnown = [...known.values()].includes(category.id);
  if (!isKnown) added.set(category.id, category);
  known.set(fold(key), category.id);
  return category.id;
}

/** The names as they become titles: one level, or a whole name that is a category already. */
function shownNames(names: readonly CategoryName[], known: Known): string[] {
  const filed = names.map(({ pair, name }) => ({ pair, levels: levelsOf(name, known) }));
  return namesOf(chosenLevels(filed));
}

function levelsOf(name: string, known: Known): string[] {
  const whole = name.trim();
  if (whole === "") return [];
  if (known.has(fold(whole))) return [whole];
  const levels = whole.split(/\s*[/>»›\\|]\s*/).filter((part) => !/^\.*$/.test(part));
  const first = levels.findIndex((part) => !technical.has(part.toLowerCase()));
  return first < 0 ? levels.slice(-1) : levels.slice(first);
}

/** Chinese name → English name, from pairs that carry both. */
function englishNames(
  names: readonly CategoryName[],
  shown: readonly string[],
): Map<string, string> {
  const byPair = new Map<string, string>();
  names.forEach(({ pair, locale }, i) => {
    if (locale === "en" && shown[i]) byPair.set(pair, shown[i]);
  });
  const english = new Map<string, string>();
  names.forEach(({ pair, locale }, i) => {
    const other = byPair.get(pair);
    const own = shown[i]!;
    if (locale === "zh" && own && other && other !== own && !english.has(own)) {
      english.set(own, other);
    }
  });
  return english;
}

/** A Chinese title that was only the English one gives way to one that a file brings. */
function complete(category: Category | undefined, own: string): void {
  if (category && category.title.zh === category.title.en && /\p{Script=Han}/u.test(own)) {
    category.title.zh = own;
  }
}

function newCategory(key: string, titles: Partial<Record<Locale, string>>): Category {
  const common =
    key === ""
      ? generalCategory
      : commonCategories.find(({ id, en, zh }) =>
          [id, en, ...zh].some((name) => fold(name) === fold(key)),
        );
  const isHan = /\p{Script=Han}/u.test(key);
  const en = titles.en || (isHan || key === "" ? (common?.en ?? key) : key);
  const zh = titles.zh || (common?.zh[0] ?? en);
  return {
    id: common?.id ?? idFor(key),
    title: { en: readable(en), zh: readable(zh) },
    description: { en: "", zh: "" },
    icon: common?.icon ?? "folder",
  };
}

const initials = new Set(
  "acl ai api cli cas css faq html http id ldap oidc pdf qr saml sdk sip sms sql sso ui url usb vip vpn".split(
    " ",
  ),
);

/** `teams-sign-in` is a folder's name and reads as "Teams sign in"; a title stays as it is. */
function readable(name: string): string {
  if (/\s|\p{Script=Han}|\p{Lu}/u.test(name)) return name;
  const words = name.split(/[-_]+/).map((word) => (initials.has(word) ? word.toUpperCase() : word));
  const title = words.join(" ").trim();
  return title.charAt(0).toUpperCase() + title.slice(1);
}
