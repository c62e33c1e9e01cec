/**
 * The same counts as the daily rollups, made one row at a time: what storage counted is checked
 * against this, so the two share nothing but the definitions.
 */
import type { EpisodeRow, Sessions, VisitRow } from "./sessions.ts";

/** Counts by cell; a cell is named by its day and what else it is cut by. */
export type Tally = Map<string, Record<string, number>>;
export type Tallies = { funnel: Tally; article: Tally; search: Tally };

type DayOf = (at: Date) => string;
/** A person's first attempt of a month that had something to show. */
type First = { episode: EpisodeRow; cell: string };

export function openTallies(dayOf: DayOf) {
  const tallies: Tallies = { funnel: new Map(), article: new Map(), search: new Map() };
  const firsts = new Map<string, First>();
  return {
    add(sessions: Sessions): void {
      for (const visit of sessions.visits) countVisit(tallies.funnel, visit, dayOf);
      for (const episode of sessions.episodes)
        if (episode.traffic === "human") countEpisode(tallies.funnel, episode, dayOf, firsts);
      countReads(tallies.article, sessions, dayOf);
      countSearches(tallies.search, sessions, dayOf);
    },
    /** Nothing is added after this. */
    close(): Tallies {
      for (const { episode, cell } of firsts.values())
        if (episode.mature)
          add(tallies.funnel, cell, {
            triggered: true,
            contacted: episode.contactAt !== null,
          });
      return tallies;
    },
  };
}

/** @param counts a number, or true for one more. */
function add(tally: Tally, cell: string, counts: Record<string, number | boolean>): void {
  const known = tally.get(cell) ?? {};
  for (const [name, more] of Object.entries(counts))
    known[name] = (known[name] ?? 0) + Number(more);
  tally.set(cell, known);
}

export const cellOf = (...parts: unknown[]): string => parts.join("|");

function countVisit(tally: Tally, visit: VisitRow, dayOf: DayOf): void {
  if (visit.traffic !== "human") return;
  const cell = cellOf(dayOf(visit.started), visit.locale, visit.entryCategory ?? "", "-");
  const is = (status: VisitRow["status"]) => visit.mature && visit.status === status;
  add(tally, cell, {
    visits: true,
    success: is("success"),
    retracted: is("late_contact"),
    noSignal: is("no_signal"),
  });
}

function countEpisode(
  tally: Tally,
  episode: EpisodeRow,
  dayOf: DayOf,
  firsts: Map<string, First>,
): void {
  const day = dayOf(episode.opened);
  const cell = cellOf(day, episode.locale, episode.category ?? "", episode.arm);
  const is = (status: EpisodeRow["status"]) => episode.mature && episode.status === status;
  add(tally, cell, {
    episodes: episode.mature,
    submitted: is("submitted"),
    lateContact: is("late_contact"),
    confirmed: is("confirmed"),
    assumed: is("assumed"),
    abandoned: is("abandoned"),
    pending: !episode.mature,
  });
  if (episode.nSuggest === 0) return;
  const unit = cellOf(episode.subjectKey !== null, episode.subjectKey ?? episode.visitKey);
  const key = cellOf(unit, day.slice(0, 7));
  const known = firsts.get(key)?.episode;
  if (!known || isBefore(episode, known)) firsts.set(key, { episode, cell });
}

const isBefore = (a: EpisodeRow, b: EpisodeRow): boolean =>
  a.opened < b.opened || (a.opened.getTime() === b.opened.getTime() && a.episodeId < b.episodeId);

function countReads(tally: Tally, { reads }: Sessions, dayOf: DayOf): void {
  for (const read of reads) {
    const { mature, vote, followedAny, followedLast, asSuggestion } = read;
    const cell = cellOf(dayOf(read.at), read.locale, read.articleId, read.category ?? "");
    add(tally, cell, {
      views: mature,
      pending: !mature,
      engaged: mature ? Math.floor(read.engagedMs / 1000) : 0,
      followedAny: mature && followedAny,
      followedLast: mature && followedLast,
      yes: mature && vote === 1,
      no: mature && vote === -1,
      asSuggestion: mature && asSuggestion,
    });
  }
}

function countSearches(tally: Tally, { searches }: Sessions, dayOf: DayOf): void {
  for (const search of searches) {
    const { results, clicked, success, refined, thenIntent } = search;
    add(tally, cellOf(dayOf(search.at), search.locale, search.queryId), {
      searches: true,
      zero: results === 0,
      clicked: clicked && results > 0,
      ...{ success, refined, thenIntent },
    });
  }
}
