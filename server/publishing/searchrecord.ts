/** An article of the catalog as search knows it. */
import type { Synonyms } from "#content/schema.ts";
import type { Entry } from "#src/catalog/model.ts";
import type { SearchRecord, Section } from "#src/search/entry.ts";
import { otherWords } from "./synonyms.ts";

/**
 * An English address says the task once more in the author's own words.
 *
 * @param synonyms phrases that mean the same in the article's language
 * @param category the category's title in the article's locale
 * @param sections the article's text by headings, from `renderMarkdown`
 */
export function searchRecord(
  entry: Entry,
  category: string,
  synonyms: Synonyms,
  sections: readonly Section[],
): SearchRecord {
  const { locale, slug, id, href, title, description, aliases } = entry;
  const key = searchKey(locale, entry.category, slug);
  const plain = sections.map(({ id, heading, text }) => ({ id, heading, text }));
  return {
    key,
    article: id,
    url: href,
    title,
    description,
    category,
    subtitle: locale === "en" ? slug.replaceAll("-", " ") : "",
    aliases,
    synonyms: otherWords(title, synonyms),
    sections: plain,
    locale,
  };
}

/** `en/setup/connect-camera-to-wifi`, by which an article is replaced or removed. */
export function searchKey(locale: string, category: string, slug: string): string {
  return `${locale}/${category}/${slug}`;
}
