import { type Locale, localeSchema, locales } from "../../content/schema.ts";
import { renderMarkdown } from "../markdown/render.ts";
import { readBody } from "./article.ts";
import type { Catalog, Entry } from "./model.ts";
import { readCatalog } from "./read.ts";

let built: Catalog | undefined;

/** The part of Astro's context that says how a page is being made. */
type Making = { locals: object; isPrerendered: boolean };

/**
 * The catalog a page is made from. A full build reads the folder once, so that all its pages show
 * the same moment; the resident renderer uses the one it is handed, or reads the folder again.
 */
export function catalogFor({ locals, isPrerendered }: Making): Catalog {
  if ("catalog" in locals) return locals.catalog as Catalog;
  if (import.meta.env.PROD && isPrerendered) {
    built ??= reportProblems(readCatalog());
    return built;
  }
  return readCatalog();
}

/** For `getStaticPaths`, which has no context. */
export function catalogForPaths(): Catalog {
  return catalogFor({ locals: {}, isPrerendered: true });
}

export function renderEntry(entry: Entry) {
  const { locale, category, slug } = entry;
  return renderMarkdown(readBody(entry), { locale, place: `${locale}/${category}/${slug}` });
}

/** The language of an address, or nothing where its first part is none. */
export function localeOf(part: string | undefined): Locale | undefined {
  return localeSchema.safeParse(part).data;
}

export const localePaths = () => locales.map((locale) => ({ params: { locale } }));

function reportProblems(catalog: Catalog): Catalog {
  for (const { file, reason } of catalog.problems) console.warn(`content: ${file}: ${reason.en}`);
  return catalog;
}
