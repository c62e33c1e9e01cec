/** Which articles are read, and after which of them people still write. */
import type { Deps } from "../deps.ts";
import { isLeaky, siteMean } from "./leaks.ts";
import { before, type Filter, periodOf } from "./period.ts";
import { type ArticleCount, countReads, countReuse } from "./reading.repo.ts";
import {
  type Body,
  countValue,
  type FigureId,
  figure,
  type Row,
  shareValue,
  type Value,
} from "./report.ts";

const columns = [
  "views",
  "effectiveness_rate",
  "followed_rate",
  "helpful_rate",
  "suggested_reads",
  "reuse",
] as const satisfies FigureId[];
const most = 200;

type Counted = Omit<ArticleCount, "articleId" | "category" | "pending"> & { reuse: number };

const nothing: Counted = {
  ...{ views: 0, followedAny: 0, followedLast: 0, yes: 0, no: 0, asSuggestion: 0, reuse: 0 },
};

const valuesOf = (of: Counted): Record<(typeof columns)[number], Value> => ({
  views: countValue(of.views),
  effectiveness_rate: shareValue({ x: of.views - of.followedAny, n: of.views }),
  followed_rate: shareValue({ x: of.followedLast, n: of.views }),
  helpful_rate: shareValue({ x: of.yes, n: of.yes + of.no }),
  suggested_reads: countValue(of.asSuggestion),
  reuse: countValue(of.reuse),
});

const idOf = (articleId: number): string => `kb-${String(articleId).padStart(6, "0")}`;

async function counted(deps: Deps, filter: Filter): Promise<(Counted & { articleId: number })[]> {
  const asked = { filter, period: periodOf(filter) };
  const [reads, reuse] = await Promise.all([
    countReads(deps.db, asked),
    countReuse(deps.db, asked),
  ]);
  return reads.map((read) => ({ ...read, reuse: reuse.get(idOf(read.articleId)) ?? 0 }));
}

function total(articles: readonly Counted[]): Counted {
  const names = Object.keys(nothing) as (keyof Counted)[];
  return articles.reduce<Counted>(
    (sum, one) => Object.fromEntries(names.map((name) => [name, sum[name] + one[name]])) as Counted,
    nothing,
  );
}

/** The most read first; whoever wants the leaks sorts by them. */
export async function articlesReport(deps: Deps, filter: Filter): Promise<Body> {
  const [now, then] = await Promise.all([counted(deps, filter), counted(deps, before(filter))]);
  const mean = siteMean(now);
  const rows = now
    .toSorted((a, b) => b.views - a.views || a.articleId - b.articleId)
    .slice(0, most)
    .map((article): Row => {
      const row = { key: String(article.articleId), name: null, cells: valuesOf(article) };
      return isLeaky(article, mean) ? { ...row, flag: "leaky" } : row;
    });
  const [values, old] = [valuesOf(total(now)), valuesOf(total(then))];
  return {
    ...{ from: filter.from, to: filter.to },
    figures: columns.map((id) => figure(id, values[id], old[id])),
    tables: [{ id: "article_figures", by: "article", columns, rows }],
  };
}
