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

/** @returns use by article id, of views old enough that a contact would have been seen. */
export function articleUse(
  visits: readonly Visit[],
  contacts: Contacts,
  asOf: number,
  params: DeflectionParams,
): Map<string, ArticleUse> {
  const uses = new Map<string, ArticleUse>();
  const byUnit = Map.groupBy(visits, ({ unit }) => unit);
  for (const visit of visits) {
    for (const [article, lastAt] of lastReads(visit, params)) {
      const ends = lastAt + params.articleFollow;
      if (ends > asOf) continue;
      const use = uses.get(article) ?? { views: 0, followedAny: 0, followedLast: 0, yes: 0, no: 0 };
      const contact = contacts.first(visit, lastAt, ends);
      const vote = visit.events.findLast(
        (e) => e.type === "feedback" && e.article === article,
      )?.vote;
      use.views += 1;
      if (vote) use[vote] += 1;
      if (contact) use.followedAny += 1;
      if (contact && lastArticle(byUnit.get(visit.unit)!, contact.at, params) === article)
        use.followedLast += 1;
      uses.set(article, use);
    }
  }
  return uses;
}

function lastReads(visit: Visit, params: DeflectionParams): Map<string, number> {
  return new Map(readsOf(visit, params.articleRead).map(({ article, at }) => [article ?? "", at]));
}

function lastArticle(visits: readonly Visit[], before: number, params: DeflectionParams) {
  return visits
    .flatMap((visit) => readsOf(visit, params.articleRead))
    .filter(({ at }) => at <= before)
    .toSorted((a, b) => a.at - b.at)
    .at(-1)?.article;
}
