import { type Contacts, contactWindow } from "./contacts.ts";
import { hasIntent } from "./episodes.ts";
import type { DeflectionParams, VisitEvent } from "./events.ts";
import { type Visit, votesOf } from "./visits.ts";

/** What became of a visit that searched or read and never reached the form. */
export type ImplicitStatus = "success" | "retracted" | "no_signal";

/** The status of every mature visit without intent that has a search or an article view. */
export function implicitOutcomes(
  visits: readonly Visit[],
  contacts: Contacts,
  asOf: number,
  params: DeflectionParams,
): ImplicitStatus[] {
  return visits
    .filter((visit) => !hasIntent(visit) && visit.events.some(isContent))
    .filter((visit) => asOf >= visit.startedAt + contactWindow(visit, params))
    .map((visit) => {
      if (!helped(visit, params)) return "no_signal";
      const ends = visit.startedAt + contactWindow(visit, params);
      // A ticket may be the visit's first event, so the start itself counts.
      return contacts.first(visit, visit.startedAt - 1, ends) ? "retracted" : "success";
    });
}

const isContent = ({ type }: VisitEvent): boolean => type === "search" || type === "article_view";

function helped(visit: Visit, params: DeflectionParams): boolean {
  const votes = votesOf(visit);
  if ([...votes.values()].includes("yes")) return true;
  const last = visit.events.findLast(isContent);
  if (last?.type !== "article_view" || (last.engagedMs ?? 0) < params.implicitRead) return false;
  return votes.get(last.article ?? "") !== "no";
}
