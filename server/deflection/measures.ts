import { type ArticleUse, articleUse } from "./articleuse.ts";
import { contactsOf, isHumanTicket, issuesOf } from "./contacts.ts";
import { type Episode, type EpisodeStatus, episodesOf } from "./episodes.ts";
import { type DeflectionParams, defaultParams, type VisitEvent } from "./events.ts";
import { causalSample } from "./experiment.ts";
import { implicitOutcomes } from "./implicit.ts";
import { newcombe, rate } from "./interval.ts";
import { searchesOf } from "./searches.ts";
import { eventsUpTo, type Visit, visitsOf } from "./visits.ts";

/**
 * Every measure of the period the events cover, as it stood at `asOf` (milliseconds). Rates are
 * null where nothing is mature yet.
 */
export function measure(
  events: readonly VisitEvent[],
  asOf: number,
  params: DeflectionParams = defaultParams,
) {
  const known = eventsUpTo(events, asOf);
  const visits = visitsOf(known, params).filter(({ traffic }) => traffic === "human");
  const contacts = contactsOf(known);
  const episodes = episodesOf(visits, contacts, asOf, params);
  const funnel = funnelOf(episodes);
  const issues = issuesOf(known, params);
  const matureIssues = issues.filter(({ at }) => asOf >= at + params.contactWindow).length;
  const deflected = funnel.confirmed + funnel.assumed;
  return {
    visits: visits.length,
    visitors: new Set(visits.map(({ visitor }) => visitor)).size,
    episodes: { total: episodes.length, ...funnel },
    ...episodeRates(funnel),
    causal: causal(episodes),
    implicit: implicit(implicitOutcomes(visits, contacts, asOf, params)),
    selfServiceScore: selfServiceScore(visits, known),
    tickets: known.filter(isHumanTicket).length,
    issues: issues.length,
    selfServiceRate: rate(deflected, deflected + matureIssues),
    search: search(visits, params),
    articles: articles(articleUse(visits, contacts, asOf, params)),
  };
}

type Funnel = Record<EpisodeStatus, number> & { mature: number; pending: number };

/** Treatment episodes: the mature ones by status, and those that are still waiting. */
export function funnelOf(episodes: readonly Episode[]): Funnel {
  const treated = episodes.filter(({ arm, traffic }) => arm === "T" && traffic === "human");
  const mature = treated.filter((episode) => episode.mature);
  const count = (status: EpisodeStatus): number => mature.filter((e) => e.status === status).length;
  return {
    mature: mature.length,
    pending: treated.length - mature.length,
    submitted: count("submitted"),
    late_contact: count("late_contact"),
    confirmed: count("confirmed"),
    assumed: count("assumed"),
    abandoned: count("abandoned"),
  };
}

export function episodeRates(funnel: Funnel) {
  const { mature, submitted, late_contact, confirmed, assumed } = funnel;
  return {
    confirmedRate: rate(confirmed, mature),
    /** The rate to show: people who meant to write, read, and did not write. */
    explicitRate: rate(confirmed + assumed, mature),
    /** Everyone who sent nothing at once; shown only to explain what is wrong with it. */
    naiveRate: rate(mature - submitted, mature),
    submissionRate: rate(submitted + late_contact, mature),
    /** Share of the apparent successes that a later contact took back. */
    retractionRate: rate(late_contact, mature - submitted),
  };
}

/** The randomised comparison: `difference` is the share of contacts that suggestions avoid. */
export function causal(episodes: readonly Episode[]) {
  const { control, treatment } = causalSample(episodes);
  const difference = newcombe(control, treatment);
  const { n } = treatment;
  const avoided = difference && {
    tickets: n * difference.difference,
    lower: n * difference.lower,
    upper: n * difference.upper,
  };
  return { control, treatment, difference, avoided };
}

function implicit(outcomes: readonly ("success" | "retracted" | "no_signal")[]) {
  const count = (status: string): number => outcomes.filter((o) => o === status).length;
  const success = count("success");
  return {
    mature: outcomes.length,
    success,
    retracted: count("retracted"),
    noSignal: count("no_signal"),
    rate: rate(success, outcomes.length),
  };
}

/** Visits over people who ask, as others publish it; `bounded` is the same as a share. */
function selfServiceScore(visits: readonly Visit[], events: readonly VisitEvent[]) {
  const tickets = events.filter(isHumanTicket);
  const requesters = new Set(tickets.map(({ requester, ticket, id }) => requester ?? ticket ?? id))
    .size;
  return {
    visits: visits.length,
    requesters,
    score: requesters === 0 ? null : visits.length / requesters,
    bounded: visits.length === 0 ? null : visits.length / (visits.length + requesters),
  };
}

function search(visits: readonly Visit[], params: DeflectionParams) {
  const searches = visits.flatMap((visit) => searchesOf(visit, params));
  const answered = searches.filter(({ results }) => results > 0);
  const n = searches.length;
  return {
    searches: n,
    zeroRate: rate(n - answered.length, n),
    clickRate: rate(answered.filter(({ clicked }) => clicked).length, answered.length),
    successRate: rate(searches.filter(({ success }) => success).length, n),
    refinementRate: rate(searches.filter(({ refined }) => refined).length, n),
  };
}

/** By article id; `effectiveness` is the share of reading visits that no contact followed. */
function articles(uses: Map<string, ArticleUse>) {
  return Object.fromEntries(
    [...uses].map(([article, use]) => [
      article,
      {
        ...use,
        effectiveness: rate(use.views - use.followedAny, use.views),
        helpful: rate(use.yes, use.yes + use.no),
      },
    ]),
  );
}
