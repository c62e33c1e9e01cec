/** The addresses of the help center. Every path begins and ends with a slash. */
import type { Locale } from "../content/schema.ts";

export const homePath = (locale: Locale) => `/${locale}/`;
export const categoryPath = (locale: Locale, category: string) => `/${locale}/${category}/`;
export const articlePath = (locale: Locale, category: string, slug: string) =>
  `/${locale}/${category}/${slug}/`;
export const searchPath = (locale: Locale) => `/${locale}/search/`;
export const ticketPath = (locale: Locale) => `/${locale}/ticket/`;
export const rssPath = (locale: Locale) => `/${locale}/rss.xml`;

/** `article` is an article's id: the form then says which text did not help. */
export const contactPath = (locale: Locale, article?: string) =>
  `/${locale}/contact/${article ? `?article=${article}` : ""}`;

/** The form for a message that goes on from a closed request. @param token its status link's. */
export const followUpPath = (locale: Locale, token: string, number: number) =>
  `/${locale}/contact/?follows=${encodeURIComponent(token)}&number=${number}`;

export const otherLocale = (locale: Locale): Locale => (locale === "en" ? "zh" : "en");
