/** What people read and searched, as it is stored: the rows that rates of articles and searches count. */
import type { ArticleRead } from "./articleuse.ts";
import type { Search } from "./searches.ts";
import type { Visit } from "./visits.ts";

export type ReadRow = {
  visitKey: bigint;
  started: Date;
  articleId: number;
  at: Date;
  locale: string;
  category: string | null;
  engagedMs: number;
  asSuggestion: boolean;
  followedAny: boolean;
  followedLast: boolean;
  vote: number | null;
  mature: boolean;
};

export type SearchRow = {
  eventId: string;
  visitKey: bigint;
  at: Date;
  locale: string;
  queryId: bigint;
  results: number;
  clicked: boolean;
  success: boolean;
  refined: boolean;
  thenIntent: boolean;
};

/** @param asOf milliseconds; decides what is mature. */
export function readRow(read: ArticleRead, asOf: number): ReadRow {
  const { visit, article, at, ends, vote, ...rest } = read;
  const { category, engagedMs, asSuggestion, followedAny, followedLast } = rest;
  return {
    visitKey: BigInt(visit.visitor),
    started: new Date(visit.startedAt),
    articleId: Number(article),
    at: new Date(at),
    locale: visit.events[0]!.locale,
    ...{ category, engagedMs, asSuggestion, followedAny, followedLast },
    vote: vote ? (vote === "yes" ? 1 : -1) : null,
    mature: asOf >= ends,
  };
}

export function searchRow(visit: Visit, search: Search): SearchRow {
  const { id, at, query, results, clicked, success, refined, thenIntent } = search;
  return {
    eventId: id,
    visitKey: BigInt(visit.visitor),
    at: new Date(at),
    locale: visit.events[0]!.locale,
    queryId: BigInt(query || 0),
    ...{ results, clicked, success, refined, thenIntent },
  };
}
