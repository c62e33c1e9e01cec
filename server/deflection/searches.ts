import type { DeflectionParams, VisitEvent } from "./events.ts";
import { readsOf, type Visit, votesOf } from "./visits.ts";

/** One settled search of a visit. */
export type Search = {
  /** Of the event that noted it. */
  id: string;
  at: number;
  query: string;
  results: number;
  clicked: boolean;
  /** Followed by a different query soon after. */
  refined: boolean;
  /** A clicked result was read, not voted down, and nothing else was searched. */
  success: boolean;
  /** The visit went on to the form or a contact link. */
  thenIntent: boolean;
};

export function searchesOf(visit: Visit, params: DeflectionParams): Search[] {
  const settled = settle(
    visit.events.filter(({ type }) => type === "search"),
    params.settle,
  );
  const votes = votesOf(visit);
  const reads = readsOf(visit, params.episodeRead);
  return settled.map((search, i) => {
    const next = settled[i + 1];
    const clicks = visit.events.filter(
      ({ type, at }) => type === "search_click" && at >= search.at && at < (next?.at ?? Infinity),
    );
    const refined =
      next !== undefined && next.query !== search.query && next.at - search.at <= params.refine;
    const helped = clicks.some(
      ({ article, at }) =>
        reads.some((read) => read.article === article && read.at >= at) &&
        votes.get(article ?? "") !== "no",
    );
    return {
      id: search.id,
      at: search.at,
      query: search.query ?? "",
      results: search.results ?? 0,
      clicked: clicks.length > 0,
      refined,
      success: helped && !refined,
      thenIntent: visit.events.some(
        ({ type, at }) => (type === "form_open" || type === "contact_click") && at >= search.at,
      ),
    };
  });
}

/** A query that the next one extends at once was still being typed. */
function settle(searches: readonly VisitEvent[], within: number): VisitEvent[] {
  return searches.filter((search, i) => {
    const next = searches[i + 1];
    if (!next || next.at - search.at > within) return true;
    return !(next.query ?? "").startsWith(search.query ?? "");
  });
}
