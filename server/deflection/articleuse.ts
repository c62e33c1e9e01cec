import type { Contacts } from "./contacts.ts";
import type { DeflectionParams } from "./events.ts";
import { readsOf, type Visit } from "./visits.ts";

/** Visits that read an article, and how many of them were followed by a contact. */
export type ArticleUse = {
  views: number;
  followedAny: number;
  /** Of those, the ones where this article was the last one read before the contact. */
  followedLast: number;
  yes: number;
  no: number;
};

/** One article as one visit read it. */
export type ArticleRead = {
  visit: Visit;
  article: string;
  category: string | null;
  /** When it was opened last, and until when a contact counts against it. */
  at: number;
  ends: number;
  /** All readings of the visit together. */
  engagedMs: number;
  vote: "yes" | "no" | undefined;
  asSuggestion: boolean;
  followedAny: boolean;
  followedLast: boolean;
};

/** @returns use by article id, of views old enough that a contact would have been seen. */
export function articleUse(
  visits: readonly Visit[],
  contacts: Contacts,
  asOf: number,
  params: DeflectionParams,
): Map<string, ArticleUse> {
  const uses = new Map<string, ArticleUse>();
  for (const read of articleReads(visits, contacts, params)) {
    if (read.ends > asOf) continue;
    const { article, vote } = read;
    const use = uses.get(article) ?? { views: 0, followedAny: 0, followedLast: 0, yes: 0, no: 0 };
    use.views += 1;
    if (vote) use[vote] += 1;
    if (read.followedAny) use.followedAny += 1;
    if (read.followedLast) use.followedLast += 1;
    uses.set(article, use);
  }
  return uses;
}

/** What each visit read for long enough to count, as far as contacts are known. */
export function articleReads(
  visits: readonly Visit[],
  contacts: Contacts,
  params: DeflectionParams,
): ArticleRead[] {
  const byUnit = Map.groupBy(visits, ({ unit }) => unit);
  return visits.flatMap((visit) => {
    const reads = Map.groupBy(readsOf(visit, params.articleRead), ({ article }) => article ?? "");
    return [...reads].map(([article, views]) => {
      const at = views.at(-1)!.at;
      const ends = at + params.articleFollow;
      const contact = contacts.first(visit, at, ends);
      const last = contact && lastArticle(byUnit.get(visit.unit)!, contact.at, params);
      return {
        ...{ visit, article, at, ends, followedAny: contact !== undefined },
        category: views.find(({ category }) => category)?.category ?? null,
        engagedMs: views.reduce((sum, { engagedMs = 0 }) => sum + engagedMs, 0),
        vote: visit.events.findLast((e) => e.type === "feedback" && e.article === article)?.vote,
        asSuggestion: visit.events.some((e) => e.type === "suggest_click" && e.article === article),
        followedLast: last === article,
      };
    });
  });
}

function lastArticle(visits: readonly Visit[], before: number, params: DeflectionParams) {
  return visits
    .flatMap((visit) => readsOf(visit, params.articleRead))
    .filter(({ at }) => at <= before)
    .toSorted((a, b) => a.at - b.at)
    .at(-1)?.article;
}
