import { htmlLang, type Locale, locales } from "../../content/schema.ts";
import { type Catalog, categoriesOf, changed, translations } from "../catalog.ts";
import { categoryPath, contactPath, homePath } from "../paths.ts";
import type { Alternates } from "./pages.ts";

type Place = { path: string; alternates: Alternates; changed?: string };

/** Every page a search engine should know, each with its translations. `site` is the public address. */
export function sitemap(catalog: Catalog, site: string): string {
  const places = [
    ...shell(homePath),
    ...shell(contactPath),
    ...categories(catalog),
    ...articles(catalog),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...places.map((place) => url(place, site)),
    "</urlset>",
    "",
  ].join("\n");
}

function shell(pathOf: (locale: Locale) => string): Place[] {
  const alternates = Object.fromEntries(locales.map((locale) => [locale, pathOf(locale)]));
  return locales.map((locale) => ({ path: pathOf(locale), alternates }));
}

function categories(catalog: Catalog): Place[] {
  const ids = locales.map((locale) => ({
    locale,
    ids: categoriesOf(catalog, locale).map(({ id }) => id),
  }));
  return ids.flatMap(({ locale, ids: own }) =>
    own.map((id) => ({
      path: categoryPath(locale, id),
      alternates: Object.fromEntries(
        ids
          .filter((other) => other.ids.includes(id))
          .map((other) => [other.locale, categoryPath(other.locale, id)]),
      ),
    })),
  );
}

function articles(catalog: Catalog): Place[] {
  return catalog.entries.map((entry) => ({
    path: entry.href,
    changed: changed(entry),
    alternates: Object.fromEntries(
      [entry, ...translations(catalog, entry)].map(({ locale, href }) => [locale, href]),
    ),
  }));
}

/** Paths are ASCII without `&` or `<`: slugs and category ids are checked when they are read. */
function url({ path, alternates, changed }: Place, site: string): string {
  const absolute = (to: string) => new URL(to, site).href;
  const languages = locales.filter((locale) => alternates[locale]);
  const links = languages.length < 2 ? [] : languages;
  const alternate = (locale: Locale) =>
    `<xhtml:link rel="alternate" hreflang="${htmlLang[locale]}" href="${absolute(alternates[locale] ?? "")}"/>`;
  const modified = changed ? `<lastmod>${changed}</lastmod>` : "";
  return `<url><loc>${absolute(path)}</loc>${modified}${links.map(alternate).join("")}</url>`;
}
