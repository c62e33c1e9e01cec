/** What the address of the list says, and which articles that leaves. */
import { type Locale, localeSchema } from "../../../../content/schema.ts";
import type { Article } from "../records.ts";

export const orders = ["changed", "reuse", "review", "title"] as const;
export type Order = (typeof orders)[number];

export type KnowledgeSearch = {
  q?: string;
  language?: Locale;
  category?: string;
  /** Newest change first where it isn't said. */
  order?: Exclude<Order, "changed">;
};

/** Leaves out whatever the address says wrongly. */
export function readSearch(raw: Record<string, unknown>): KnowledgeSearch {
  const language = localeSchema.safeParse(raw.language).data;
  const order = orders.find((known) => known === raw.order);
  return {
    ...(raw.q !== undefined && raw.q !== "" && { q: String(raw.q) }),
    ...(language && { language }),
    ...(typeof raw.category === "string" && raw.category && { category: raw.category }),
    ...(order && order !== "changed" && { order }),
  };
}

const inOrder: Record<Order, (a: Article, b: Article) => number> = {
  changed: (a, b) => b.changed.localeCompare(a.changed),
  reuse: (a, b) => b.reuse - a.reuse,
  review: (a, b) => (a.reviewBy ?? "9999").localeCompare(b.reviewBy ?? "9999"),
  title: (a, b) => a.title.localeCompare(b.title, a.locale),
};

export function shownArticles(articles: readonly Article[], search: KnowledgeSearch): Article[] {
  const { q, language, category, order = "changed" } = search;
  return articles
    .filter((article) => !language || article.locale === language)
    .filter((article) => !category || article.category === category)
    .filter((article) => contains([article.title, article.articleId, article.href], q))
    .sort((a, b) => inOrder[order](a, b) || a.title.localeCompare(b.title));
}

/** Every word of the query somewhere in one of the texts. */
export function contains(texts: readonly string[], query = ""): boolean {
  const whole = texts.join("\n").toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => whole.includes(word));
}
