import { type Contacts, contactWindow } from "./contacts.ts";
import type { Arm, DeflectionParams, Traffic, VisitEvent } from "./events.ts";
import { readsOf, type Visit } from "./visits.ts";

/** How an episode ended. May change until the episode is mature. */
export type EpisodeStatus = "submitted" | "late_contact" | "confirmed" | "assumed" | "abandoned";

/** A visit in which a person meant to contact us: a form was opened or a contact link clicked. */
export type Episode = {
  visitor: string;
  unit: string;
  traffic: Traffic;
  openedAt: number;
  arm: Arm;
  /** Suggestions there were to show; only episodes with more than 0 enter the causal estimate. */
  suggested: number;
  locale: string;
  category: string | null;
  status: EpisodeStatus;
  contactAt: number | null;
  contactTicket: string | null;
  /** Older than W, whatever its outcome: only then it enters a rate. */
  mature: boolean;
};

const isIntent = ({ type }: VisitEvent): boolean =>
  type === "form_open" || type === "contact_click";

export const hasIntent = (visit: Visit): boolean => visit.events.some(isIntent);

/** At most one episode a visit, opened at its first intent; later openings join it. */
export function episodesOf(
  visits: readonly Visit[],
  contacts: Contacts,
  asOf: number,
  params: DeflectionParams,
): Episode[] {
  return visits.flatMap((visit) => {
    const opening = visit.events.find(isIntent);
    return opening ? [episode(visit, opening, contacts, asOf, params)] : [];
  });
}

function episode(
  visit: Visit,
  opening: VisitEvent,
  contacts: Contacts,
  asOf: number,
  params: DeflectionParams,
): Episode {
  const ends = opening.at + contactWindow(visit, params);
  const inVisit = visit.events.find(({ type }) => type === "ticket_created");
  const contact = inVisit ?? contacts.first(visit, opening.at, ends);
  return {
    visitor: visit.visitor,
    unit: visit.unit,
    traffic: visit.traffic,
    openedAt: opening.at,
    arm: visit.events.find(({ arm }) => arm !== undefined)?.arm ?? "T",
    suggested: Math.max(0, ...visit.events.map((event) => event.suggested ?? 0)),
    locale: opening.locale,
    category: opening.category ?? null,
    status: inVisit ? "submitted" : contact ? "late_contact" : unaided(visit, opening.at, params),
    contactAt: contact?.at ?? null,
    contactTicket: contact?.ticket ?? null,
    mature: asOf >= ends,
  };
}

/** What became of an opening without a ticket. */
function unaided(visit: Visit, openedAt: number, params: DeflectionParams): EpisodeStatus {
  const after = (event: VisitEvent): boolean => event.at > openedAt;
  if (visit.events.some((event) => event.type === "form_solved" && after(event)))
    return "confirmed";
  return readsOf(visit, params.episodeRead).some(after) ? "assumed" : "abandoned";
}
