import type { DeflectionParams, Traffic, VisitEvent } from "./events.ts";

export type Visit = {
  visitor: string;
  subject: string | null;
  /** The person as far as is known: the subject, else the visitor. */
  unit: string;
  startedAt: number;
  endedAt: number;
  traffic: Traffic;
  /** In order of time; views carry the reading time that `article_leave` brought. */
  events: VisitEvent[];
};

/** Reading time of one view is cut here: a forgotten tab reads nothing. */
const longestRead = 600_000;

/** Each id once, oldest first, nothing younger than `asOf` (milliseconds). */
export function eventsUpTo(events: readonly VisitEvent[], asOf: number): VisitEvent[] {
  const known = events.filter(({ at }) => at <= asOf);
  const first = new Map(known.toReversed().map((event) => [event.id, event]));
  return [...first.values()].toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** @param events as `eventsUpTo` gives them; those without a visitor belong to no visit. */
export function visitsOf(events: readonly VisitEvent[], params: DeflectionParams): Visit[] {
  const byVisitor = Map.groupBy(events, ({ visitor }) => visitor);
  byVisitor.delete(null);
  return [...byVisitor]
    .flatMap(([visitor, own]) => split(own, params.visitGap).map((part) => visit(visitor!, part)))
    .toSorted((a, b) => a.startedAt - b.startedAt);
}

function split(events: readonly VisitEvent[], gap: number): VisitEvent[][] {
  const parts: VisitEvent[][] = [];
  for (const event of events) {
    const last = parts.at(-1)?.at(-1);
    if (last && event.at - last.at <= gap) parts.at(-1)!.push(event);
    else parts.push([event]);
  }
  return parts;
}

function visit(visitor: string, events: VisitEvent[]): Visit {
  const subject = events.find((event) => event.subject !== null)?.subject ?? null;
  return {
    visitor,
    subject,
    unit: subject ?? visitor,
    startedAt: events[0]!.at,
    endedAt: events.at(-1)!.at,
    // One sign of a machine or of staff colours the whole visit.
    traffic: events.find(({ traffic }) => traffic !== "human")?.traffic ?? "human",
    events: withReadingTime(events),
  };
}

function withReadingTime(events: readonly VisitEvent[]): VisitEvent[] {
  const joined: VisitEvent[] = [];
  for (const event of events) {
    if (event.type !== "article_leave") {
      joined.push({ ...event });
      continue;
    }
    const view = joined.findLast((e) => e.type === "article_view" && e.article === event.article);
    if (!view) continue;
    view.engagedMs = Math.min((view.engagedMs ?? 0) + (event.engagedMs ?? 0), longestRead);
  }
  return joined;
}

/** The visit's last word on each article: one vote per visit and article. */
export function votesOf(visit: Visit): Map<string, "yes" | "no"> {
  const votes = new Map<string, "yes" | "no">();
  for (const { type, article, vote } of visit.events) {
    if (type === "feedback" && article && vote) votes.set(article, vote);
  }
  return votes;
}

/** Views of the visit that were read for at least so many milliseconds, oldest first. */
export function readsOf(visit: Visit, atLeast: number): VisitEvent[] {
  return visit.events.filter((e) => e.type === "article_view" && (e.engagedMs ?? 0) >= atLeast);
}
