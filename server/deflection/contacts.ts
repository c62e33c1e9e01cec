import type { DeflectionParams, VisitEvent } from "./events.ts";
import type { Visit } from "./visits.ts";

/** Finds the tickets of a person, whichever channel they came through. */
export type Contacts = {
  /** The person's first ticket after `from` (exclusive) up to `to` (inclusive). */
  first(visit: Visit, from: number, to: number): VisitEvent | undefined;
};

/** A ticket is a visit's contact if it carries the visit's subject key or its visit key. */
export function contactsOf(events: readonly VisitEvent[]): Contacts {
  const tickets = events.filter(isHumanTicket);
  const bySubject = Map.groupBy(tickets, ({ subject }) => subject);
  const byVisitor = Map.groupBy(tickets, ({ visitor }) => visitor);
  return {
    first(visit, from, to) {
      const known = visit.subject === null ? [] : (bySubject.get(visit.subject) ?? []);
      return [...known, ...(byVisitor.get(visit.visitor) ?? [])]
        .filter(({ at }) => at > from && at <= to)
        .toSorted((a, b) => a.at - b.at)[0];
    },
  };
}

export const isHumanTicket = (event: VisitEvent): boolean =>
  event.type === "ticket_created" && event.traffic === "human";

/** W of this visit: an anonymous person is linked only as long as the salts live. */
export function contactWindow(visit: Visit, params: DeflectionParams): number {
  if (visit.subject !== null) return params.contactWindow;
  return Math.min(params.contactWindow, params.anonymousWindow);
}

/**
 * One issue = one requester's tickets of one category within the merge time of the first of them.
 * @returns the first ticket of each issue, oldest first.
 */
export function issuesOf(events: readonly VisitEvent[], params: DeflectionParams): VisitEvent[] {
  const open = new Map<string, VisitEvent>();
  return events.filter(isHumanTicket).filter((ticket) => {
    const key = JSON.stringify([
      ticket.requester ?? ticket.ticket ?? ticket.id,
      ticket.category ?? null,
    ]);
    const first = open.get(key);
    if (first && ticket.at - first.at <= params.issueMerge) return false;
    open.set(key, ticket);
    return true;
  });
}
