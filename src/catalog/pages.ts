/** What each page of the help center is given: plain data, made from a catalog and nothing else. */
import { type Category, type Locale, locales, type Site } from "../../content/schema.ts";
import {
  byCategory,
  type Catalog,
  categoriesOf,
  changed,
  type Entry,
  entryAt,
  popular,
  related,
  translations,
} from "../catalog.ts";
import type { RenderedArticle } from "../markdown/render.ts";
import { articlePath, categoryPath } from "../paths.ts";

/** Paths of a page in each language that has it. */
export type Alternates = Partial<Record<Locale, string>>;

export type Link = { href: string; title: string; description: string };

/** What stands around every page. `categories` are the filters of the search. */
export type Frame = {
  locale: Locale;
  site: Site;
  categories: { id: string; title: string; href: string }[];
};

export type HomeProps = {
  frame: Frame;
  popular: Link[];
  topics: (Link & { icon: string; count: number })[];
};

export type CategoryProps = {
  frame: Frame;
  category: Link & { icon: string };
  articles: Link[];
  alternates: Alternates;
};

export type ArticleProps = {
  frame: Frame;
  id: string;
  article: Link;
  category: Link;
  /** Days, `YYYY-MM-DD`. */
  created: string;
  changed: string;
  validated: boolean;
  related: Link[];
  alternates: Alternates;
  rendered: RenderedArticle;
};

export function frame(catalog: Catalog, locale: Locale): Frame {
  const categories = categoriesOf(catalog, locale).map(({ id, title }) => ({
    id,
    title: title[locale],
    href: categoryPath(locale, id),
  }));
  return { locale, site: catalog.site, categories };
}

export function homePage(catalog: Catalog, locale: Locale): HomeProps {
  return {
    frame: frame(catalog, locale),
    popular: popular(catalog, locale).map(link),
    topics: categoriesOf(catalog, locale).map((category) => ({
      ...categoryLink(category, locale),
      icon: category.icon,
      count: category.count,
    })),
  };
}

/** Nothing where the category has no article in this language. */
export function categoryPage(
  catalog: Catalog,
  locale: Locale,
  id: string,
): CategoryProps | undefined {
  const category = categoriesOf(catalog, locale).find((known) => known.id === id);
  if (!category) return undefined;
  const languages = locales.filter((other) => byCategory(catalog, other, id).length > 0);
  return {
    frame: frame(catalog, locale),
    category: { ...categoryLink(category, locale), icon: category.icon },
    articles: byCategory(catalog, locale, id).map(link),
    alternates: Object.fromEntries(languages.map((other) => [other, categoryPath(other, id)])),
  };
}

/** Nothing where no public article has this address. `render` turns the entry's text into HTML. */
export async function articlePage(
  catalog: Catalog,
  at: { locale: Locale; category: string; slug: string },
  render: (entry: Entry) => Promise<RenderedArticle>,
): Promise<ArticleProps | undefined> {
  const entry = entryAt(catalog, articlePath(at.locale, at.category, at.slug));
  const category = catalog.categories.find(({ id }) => id === at.category);
  if (!entry || !category) return undefined;
  const languages = [entry, ...translations(catalog, entry)];
  return {
    frame: frame(catalog, at.locale),
    id: entry.id,
    article: link(entry),
    category: categoryLink(category, at.locale),
    created: entry.created,
    changed: changed(entry),
    validated: entry.confidence === "validated",
    related: related(catalog, entry).map(link),
    alternates: Object.fromEntries(languages.map(({ locale, href }) => [locale, href])),
    rendered: await render(entry),
  };
}

function link({ href, title, description }: Entry): Link {
  return { href, title, description };
}

function categoryLink({ id, title, description }: Category, locale: Locale): Link {
  return {
    href: categoryPath(locale, id),
    title: title[locale],
    description: description[locale],
  };
}
