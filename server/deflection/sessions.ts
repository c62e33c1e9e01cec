/** From rows of the visit log to visits and episodes as they are stored. */

import { articleReads } from "./articleuse.ts";
import { type Contacts, contactsOf, contactWindow } from "./contacts.ts";
import { type Episode, type EpisodeStatus, episodesOf } from "./episodes.ts";
import { type EventRow, eventOf, isKnownToRules, isMark, withFormsKey } from "./eventrow.ts";
import type { Arm, DeflectionParams, Traffic } from "./events.ts";
import { type ReadRow, readRow, type SearchRow, searchRow } from "./facts.ts";
import { implicitOutcomes } from "./implicit.ts";
import { searchesOf } from "./searches.ts";
import { looksAutomatic } from "./traffic.ts";
import { eventsUpTo, type Visit, visitsOf, votesOf } from "./visits.ts";

export type VisitRow = {
  visitKey: bigint;
  started: Date;
  ended: Date;
  locale: string;
  entryCategory: string | null;
  subjectKey: bigint | null;
  traffic: Traffic;
  hasIntent: boolean;
  lastArticle: number | null;
  lastEngagedMs: number | null;
  vote: number | null;
  contactAt: Date | null;
  /** `none`: nothing was searched or read. */
  status: "success" | "no_signal" | "late_contact" | "intent" | "none";
  mature: boolean;
};

export type EpisodeRow = {
  episodeId: string;
  visitKey: bigint;
  subjectKey: bigint | null;
  opened: Date;
  locale: string;
  category: string | null;
  arm: Arm;
  nSuggest: number;
  clickedArticle: number | null;
  contactAt: Date | null;
  contactTicket: string | null;
  status: EpisodeStatus;
  mature: boolean;
  traffic: Traffic;
};

/** What the log says of some visit keys. Rates are counts of these rows. */
export type Sessions = {
  visits: VisitRow[];
  episodes: EpisodeRow[];
  reads: ReadRow[];
  searches: SearchRow[];
};

/**
 * @param rows everything known of some visit keys, and the tickets sent with their forms.
 * @param asOf milliseconds; decides what is mature.
 */
export function sessionsOf(
  rows: readonly EventRow[],
  asOf: number,
  params: DeflectionParams,
): Sessions {
  const joined = withFormsKey(rows);
  const events = eventsUpTo(joined.filter(isKnownToRules).map(eventOf), asOf);
  const marks = new Set(joined.filter(isMark).map(({ eventId }) => eventId));
  const contacts = contactsOf(events);
  const visits = visitsOf(
    events.filter(({ id }) => !marks.has(id)),
    params,
  ).map((visit) => (looksAutomatic(visit) ? { ...visit, traffic: "bot" as const } : visit));
  const ids = formIds(joined);
  const made = visits.map((visit) => {
    const [episode] = episodesOf([visit], contacts, asOf, params);
    return {
      visit: visitRow(visit, episode, contacts, asOf, params),
      episode: episode && episodeRow(visit, episode, ids),
    };
  });
  const people = visits.filter(({ traffic }) => traffic === "human");
  return {
    visits: made.map(({ visit }) => visit),
    episodes: made.flatMap(({ episode }) => episode ?? []),
    reads: articleReads(people, contacts, params).map((read) => readRow(read, asOf)),
    searches: people.flatMap((visit) =>
      searchesOf(visit, params).map((search) => searchRow(visit, search)),
    ),
  };
}

/** Ids of episodes by the event that carries them. */
const formIds = (rows: readonly EventRow[]): Map<string, string> =>
  new Map(
    rows.flatMap(({ eventId, etype, episodeId }) =>
      etype === "form_open" && episodeId ? [[eventId, episodeId] as const] : [],
    ),
  );

function visitRow(
  visit: Visit,
  episode: Episode | undefined,
  contacts: Contacts,
  asOf: number,
  params: DeflectionParams,
): VisitRow {
  const ends = visit.startedAt + contactWindow(visit, params);
  const last = visit.events.findLast(({ type }) => type === "article_view");
  const contactAt =
    episode?.contactAt ?? contacts.first(visit, visit.startedAt - 1, ends)?.at ?? null;
  return {
    visitKey: BigInt(visit.visitor),
    started: new Date(visit.startedAt),
    ended: new Date(visit.endedAt),
    locale: visit.events[0]!.locale,
    entryCategory: visit.events.find(({ category }) => category)?.category ?? null,
    subjectKey: visit.subject === null ? null : BigInt(visit.subject),
    traffic: visit.traffic,
    hasIntent: episode !== undefined,
    lastArticle: last?.article ? Number(last.article) : null,
    lastEngagedMs: last?.engagedMs ?? null,
    vote: lastVote(visit),
    contactAt: contactAt === null ? null : new Date(contactAt),
    status: episode ? "intent" : unasked(visit, contacts, params),
    mature: episode?.mature ?? asOf >= ends,
  };
}

function lastVote(visit: Visit): number | null {
  const vote = [...votesOf(visit).values()].at(-1);
  return vote ? (vote === "yes" ? 1 : -1) : null;
}

/** What a visit without intent stands for once it is mature; until then, if nothing else happens. */
function unasked(visit: Visit, contacts: Contacts, params: DeflectionParams): VisitRow["status"] {
  const [outcome] = implicitOutcomes([visit], contacts, Number.POSITIVE_INFINITY, params);
  return outcome === "retracted" ? "late_contact" : (outcome ?? "none");
}

function episodeRow(visit: Visit, episode: Episode, ids: Map<string, string>): EpisodeRow {
  const clicked = visit.events.find(({ type }) => type === "suggest_click")?.article;
  const form = visit.events.find(({ id }) => ids.has(id));
  const visitKey = BigInt(visit.visitor);
  return {
    episodeId: form ? ids.get(form.id)! : madeId(visitKey, episode.openedAt),
    visitKey,
    subjectKey: visit.subject === null ? null : BigInt(visit.subject),
    opened: new Date(episode.openedAt),
    locale: episode.locale,
    category: episode.category,
    arm: episode.arm,
    nSuggest: episode.suggested,
    clickedArticle: clicked ? Number(clicked) : null,
    contactAt: episode.contactAt === null ? null : new Date(episode.contactAt),
    contactTicket: episode.contactTicket,
    status: episode.status,
    mature: episode.mature,
    traffic: episode.traffic,
  };
}

/** An id for intent without a form: the same each time it is asked for. */
function madeId(key: bigint, openedAt: number): string {
  const hex = (part: bigint): string => BigInt.asUintN(64, part).toString(16).padStart(16, "0");
  const digits = hex(key) + hex(BigInt(openedAt));
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
