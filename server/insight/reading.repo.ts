/** What people read and searched: daily rollups for numbers, rows of visits behind them. */
import { Prisma } from "#prisma";
import type { Tx } from "../db.ts";
import type { ReadFact, SearchFact } from "./facts.ts";
import type { Page } from "./insight.repo.ts";
import type { Filter, Period } from "./period.ts";

export type ReadingAsked = { filter: Filter; period: Period };

const only = ({ locale, category }: Filter, hasCategory: boolean): Prisma.Sql => Prisma.sql`
  ${locale ? Prisma.sql`AND locale = ${locale}` : Prisma.empty}
  ${hasCategory && category ? Prisma.sql`AND category = ${category}` : Prisma.empty}`;

export type ArticleCount = {
  articleId: number;
  category: string;
  views: number;
  pending: number;
  followedAny: number;
  followedLast: number;
  yes: number;
  no: number;
  asSuggestion: number;
};

export const countReads = (
  tx: Tx,
  { filter, period: { first, last } }: ReadingAsked,
): Promise<ArticleCount[]> =>
  tx.$queryRaw`
    SELECT article_id AS "articleId", max(category) AS category, sum(views)::int AS views,
      sum(pending)::int AS pending, sum(followed_any)::int AS "followedAny", sum(followed_last)::int AS "followedLast",
      sum(yes)::int AS yes, sum(no)::int AS no, sum(as_suggestion)::int AS "asSuggestion"
    FROM m.d_article WHERE day BETWEEN ${first}::date AND ${last}::date ${only(filter, true)} GROUP BY 1`;

/** Tickets of the period solved with each article. */
export async function countReuse(
  tx: Tx,
  { period: { start, end } }: ReadingAsked,
): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ id: string; n: number }[]>`
    SELECT "articleId" AS id, count(*)::int AS n FROM article_links
    WHERE role = 'resolved_by' AND at >= ${start} AND at < ${end} GROUP BY 1`;
  return new Map(rows.map(({ id, n }) => [id, n]));
}

export type SearchCount = Record<
  "searches" | "zero" | "clicked" | "success" | "refined" | "thenIntent",
  number
>;
export type QueryCount = SearchCount & { queryId: bigint; text: string | null };

const sums =
  Prisma.raw(`sum(searches)::int AS searches, sum(zero)::int AS zero, sum(clicked)::int AS clicked,
  sum(success)::int AS success, sum(refined)::int AS refined, sum(then_intent)::int AS "thenIntent"`);

export async function countSearches(
  tx: Tx,
  { filter, period: { first, last } }: ReadingAsked,
): Promise<SearchCount> {
  const [row] = await tx.$queryRaw<Record<keyof SearchCount, number | null>[]>`
    SELECT ${sums} FROM m.d_search WHERE day BETWEEN ${first}::date AND ${last}::date ${only(filter, false)}`;
  return Object.fromEntries(Object.entries(row!).map(([name, n]) => [name, n ?? 0])) as SearchCount;
}

/** The questions asked most, with those without an answer or help before others of the same number. */
export const countQueries = (
  tx: Tx,
  { filter, period: { first, last } }: ReadingAsked,
  take: number,
): Promise<QueryCount[]> => tx.$queryRaw`
  SELECT d.*, q.text FROM (
    SELECT query_id AS "queryId", ${sums} FROM m.d_search
    WHERE day BETWEEN ${first}::date AND ${last}::date AND query_id <> 0 ${only(filter, false)}
    GROUP BY 1 HAVING sum(searches) >= 5 ORDER BY sum(searches) DESC, 1 LIMIT ${take}) AS d
  LEFT JOIN m.queries q ON q.query_id = d."queryId" ORDER BY d.searches DESC, d.success`;

const readConditions: Record<ReadFact, string> = {
  reads: "mature",
  reads_alone: "mature AND NOT followed_any",
  reads_last: "mature AND followed_last",
  reads_voted: "mature AND vote IS NOT NULL",
  reads_yes: "mature AND vote > 0",
  reads_suggested: "mature AND as_suggestion",
};

/** The same in columns of the rollup. */
const readSums: Record<ReadFact, string> = {
  reads: "views",
  reads_alone: "views - followed_any",
  reads_last: "followed_last",
  reads_voted: "yes + no",
  reads_yes: "yes",
  reads_suggested: "as_suggestion",
};

export type ReadRow = {
  at: Date;
  articleId: number;
  seconds: number;
  followed: boolean;
  last: boolean;
  vote: number | null;
};

/** Readings behind a number, newest first; they are kept as long as the raw log. */
export async function listReads(
  tx: Tx,
  fact: ReadFact,
  { filter, period: { first, last } }: ReadingAsked,
  { skip, take }: Page,
): Promise<{ total: number; rows: ReadRow[] }> {
  const chosen = Prisma.sql`day BETWEEN ${first}::date AND ${last}::date ${only(filter, true)}
    ${filter.article ? Prisma.sql`AND article_id = ${Number(filter.article)}` : Prisma.empty}`;
  // As many as the number says: counting a million rows anew would only take time.
  const [count] = await tx.$queryRaw<{ total: number }[]>`
    SELECT coalesce(sum(${Prisma.raw(readSums[fact])}), 0)::int AS total FROM m.d_article WHERE ${chosen}`;
  const rows = await tx.$queryRaw<ReadRow[]>`
    SELECT at, article_id AS "articleId", engaged_ms / 1000 AS seconds, followed_any AS followed,
      followed_last AS last, vote
    FROM m.reads WHERE ${chosen} AND ${Prisma.raw(readConditions[fact])}
    ORDER BY day DESC, at DESC, article_id LIMIT ${take} OFFSET ${skip}`;
  return { total: count!.total, rows };
}

const searchConditions: Record<SearchFact, string> = {
  searches: "true",
  searches_zero: "s.results = 0",
  searches_found: "s.results > 0",
  searches_clicked: "s.clicked AND s.results > 0",
  searches_success: "s.success",
  searches_refined: "s.refined",
  searches_intent: "s.then_intent",
};

const searchSums: Record<SearchFact, string> = {
  searches: "searches",
  searches_zero: "zero",
  searches_found: "searches - zero",
  searches_clicked: "clicked",
  searches_success: "success",
  searches_refined: "refined",
  searches_intent: "then_intent",
};

export type SearchRow = {
  at: Date;
  text: string | null;
  results: number;
  clicked: boolean;
  success: boolean;
  intent: boolean;
};

/** Searches behind a number, newest first. */
export async function listSearches(
  tx: Tx,
  fact: SearchFact,
  { filter, period: { first, last } }: ReadingAsked,
  { skip, take }: Page,
): Promise<{ total: number; rows: SearchRow[] }> {
  const chosen = Prisma.sql`s.day BETWEEN ${first}::date AND ${last}::date
    ${filter.locale ? Prisma.sql`AND s.locale = ${filter.locale}` : Prisma.empty}
    ${filter.question ? Prisma.sql`AND s.query_id = ${BigInt(filter.question)}` : Prisma.empty}`;
  const [count] = await tx.$queryRaw<{ total: number }[]>`
    SELECT coalesce(sum(${Prisma.raw(searchSums[fact])}), 0)::int AS total FROM m.d_search s WHERE ${chosen}`;
  const rows = await tx.$queryRaw<SearchRow[]>`
    SELECT s.at, q.text, s.results, s.clicked, s.success, s.then_intent AS intent
    FROM m.searches s LEFT JOIN m.queries q ON q.query_id = s.query_id
    WHERE ${chosen} AND ${Prisma.raw(searchConditions[fact])}
    ORDER BY s.day DESC, s.at DESC, s.event_id LIMIT ${take} OFFSET ${skip}`;
  return { total: count!.total, rows };
}

export type ReuseRow = { number: number; subject: string; articleId: string; at: Date };

/** Tickets solved with an article in the period, newest first. */
export async function listReuse(
  tx: Tx,
  { filter, period: { start, end } }: ReadingAsked,
  { skip, take }: Page,
): Promise<{ total: number; rows: ReuseRow[] }> {
  const of = Prisma.sql`FROM article_links l JOIN tickets t ON t.id = l."ticketId"
    WHERE l.role = 'resolved_by' AND l.at >= ${start} AND l.at < ${end}
    ${filter.article ? Prisma.sql`AND l."articleId" = ${`kb-${filter.article.padStart(6, "0")}`}` : Prisma.empty}`;
  const [count] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${of}`;
  const rows = await tx.$queryRaw<ReuseRow[]>`
    SELECT t.number, t.subject, l."articleId" AS "articleId", l.at ${of}
    ORDER BY l.at DESC, t.number LIMIT ${take} OFFSET ${skip}`;
  return { total: count!.total, rows };
}
