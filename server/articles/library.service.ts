/** What the knowledge pages of the console list. */
import type { Locale } from "../../content/schema.ts";
import { changed, everyEntry } from "../../src/catalog.ts";
import { renderMarkdown } from "../../src/markdown/render.ts";
import type { Deps } from "../deps.ts";
import { listDrafts, reuseCounts } from "./articles.repo.ts";

export async function articleList(deps: Deps) {
  const catalog = deps.publisher.catalog();
  const reuse = await reuseCounts(deps.db);
  const onSite = new Set(catalog.entries);
  const articles = everyEntry(catalog).map((entry) => ({
    articleId: entry.id,
    locale: entry.locale,
    category: entry.category,
    title: entry.title,
    href: entry.href,
    /** Whether readers have a page of it. */
    onSite: onSite.has(entry),
    audience: entry.audience,
    confidence: entry.confidence,
    owner: entry.owner,
    changed: changed(entry),
    reviewBy: entry.review_by ?? null,
    reuse: reuse.get(entry.id) ?? 0,
  }));
  return { articles, problems: catalog.problems };
}

export async function draftList(deps: Deps) {
  const drafts = await listDrafts(deps.db);
  return drafts.map(({ frontMatter, ...draft }) => ({
    ...draft,
    title: (frontMatter as { title: string }).title,
  }));
}

/** The same pipeline as the page, so that a reviewer sees what the reader will get. */
export async function preview(input: {
  markdown: string;
  locale: Locale;
  category: string;
  slug: string;
}) {
  const { locale, category, slug, markdown } = input;
  const { html } = await renderMarkdown(markdown, {
    locale,
    place: `${locale}/${category}/${slug}`,
  });
  return { html };
}
