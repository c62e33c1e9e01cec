/** The page that shows deflection next to the state of every promise. */

import { reportZone } from "../deflection/reportday.ts";
import type { Deps } from "../deps.ts";
import { countClocks } from "./attainment.repo.ts";
import { clockCounts } from "./clockcounts.ts";
import { countEpisodes, countFlow, openTickets } from "./insight.repo.ts";
import {
  besideBefore,
  type Count,
  dueTimes,
  type EpisodeMeasure,
  episodeMeasures,
  headlines,
  type MeasureId,
  type RateId,
  rates,
  type Share,
  shareOf,
  standings,
} from "./measures.ts";
import { before, daysOf, type Filter, periodOf } from "./period.ts";
import { dueTimeOf, standingOf } from "./standing.ts";

/** One day of the charts. The five outcomes are of mature episodes. */
export type DayPoint = {
  /** `YYYY-MM-DD`, by the desk's calendar. */
  day: string;
  submitted: number;
  late_contact: number;
  confirmed: number;
  assumed: number;
  abandoned: number;
  pending: number;
  opened: number;
  solved: number;
};

/** The headlines need nothing that is worked out of logs. */
const nothingBeside = { reopened: [], clocks: [] };

export async function overview(deps: Deps, filter: Filter) {
  const { from, to, ...cut } = filter;
  const period = periodOf(filter);
  const now = deps.now();
  const [then, episodes, open, clocks, opened, solved] = await Promise.all([
    countsBefore(deps, filter),
    countEpisodes(deps.db, cut, period),
    openTickets(deps.db, cut),
    countClocks(deps.db, { cut, period, now, beside: nothingBeside }, headlines),
    countFlow(deps.db, "opened", cut, period),
    countFlow(deps.db, "solved", cut, period),
  ]);
  const counts = new Map<MeasureId, number>([
    ...episodeCounts(episodes),
    ...openCounts(open, now),
    ...clockCounts(clocks),
    ["opened", sum(opened)],
    ["solved", sum(solved)],
  ]);
  return {
    /** Time zone of the days, and the instant up to which everything is counted. */
    zone: reportZone,
    asOf: now,
    ...page(counts, then),
    days: series(daysOf(filter), episodes, opened, solved),
  };
}

const sum = (rows: readonly { count: number }[]): number =>
  rows.reduce((total, { count }) => total + count, 0);

type EpisodeCount = Awaited<ReturnType<typeof countEpisodes>>[number];

const chosenBy = (id: EpisodeMeasure) => {
  const { mature, statuses } = episodeMeasures[id];
  return (row: EpisodeCount): boolean =>
    row.mature === mature && (statuses as readonly string[]).includes(row.status);
};

const episodeCounts = (rows: readonly EpisodeCount[]): [MeasureId, number][] =>
  (Object.keys(episodeMeasures) as EpisodeMeasure[]).map((id) => [
    id,
    sum(rows.filter(chosenBy(id))),
  ]);

type OpenTicket = Awaited<ReturnType<typeof openTickets>>[number];

function openCounts(tickets: readonly OpenTicket[], now: Date): [MeasureId, number][] {
  const found = tickets.flatMap(({ clocks, nextDueAt }): MeasureId[] => [
    standingOf(clocks, now),
    dueTimeOf(nextDueAt, now),
  ]);
  const count = (id: MeasureId) => found.filter((other) => other === id).length;
  return [
    ["open", tickets.length],
    ...[...standings, ...dueTimes].map((id): [MeasureId, number] => [id, count(id)]),
  ];
}

/** What shares are made of, in the period before. */
async function countsBefore(deps: Deps, filter: Filter): Promise<ReadonlyMap<MeasureId, number>> {
  const { from, to, ...cut } = before(filter);
  const period = periodOf({ from, to });
  const asked = { cut, period, now: deps.now(), beside: nothingBeside };
  const [episodes, clocks] = await Promise.all([
    countEpisodes(deps.db, cut, period),
    countClocks(deps.db, asked, headlines),
  ]);
  return new Map([...episodeCounts(episodes), ...clockCounts(clocks)]);
}

function page(counts: ReadonlyMap<MeasureId, number>, then: ReadonlyMap<MeasureId, number>) {
  const count = (id: MeasureId): Count => ({ definition: id, count: counts.get(id) ?? 0 });
  const shareIn = (of: ReadonlyMap<MeasureId, number>, id: RateId): Share =>
    shareOf(id, of.get(rates[id].x) ?? 0, of.get(rates[id].n) ?? 0);
  const share = (id: RateId): Share => besideBefore(shareIn(counts, id), shareIn(then, id));
  return {
    deflection: {
      explicit: share("explicit_rate"),
      confirmed: share("confirmed_rate"),
      assumed: share("assumed_rate"),
      naive: share("naive_rate"),
      submission: share("submission_rate"),
      /** Mature episodes by outcome; together they are `episodes`. */
      outcomes: (["confirmed", "assumed", "abandoned", "late_contact", "submitted"] as const).map(
        count,
      ),
      episodes: count("episodes"),
      pending: count("pending"),
    },
    sla: {
      open: count("open"),
      /** Each adds up to `open`. */
      standings: standings.map(count),
      dueTimes: dueTimes.map(count),
      attainment: headlines.map((metric) => share(`attainment_${metric}`)),
      opened: count("opened"),
      solved: count("solved"),
    },
  };
}

type PerDay = readonly { day: string; count: number }[];

function series(
  days: readonly string[],
  episodes: readonly EpisodeCount[],
  opened: PerDay,
  solved: PerDay,
): DayPoint[] {
  const episodesOn = Map.groupBy(episodes, ({ day }) => day);
  const on = (rows: PerDay, day: string) => sum(rows.filter((row) => row.day === day));
  return days.map((day) => {
    const count = (id: EpisodeMeasure) => sum((episodesOn.get(day) ?? []).filter(chosenBy(id)));
    return {
      day,
      submitted: count("submitted"),
      late_contact: count("late_contact"),
      confirmed: count("confirmed"),
      assumed: count("assumed"),
      abandoned: count("abandoned"),
      pending: count("pending"),
      opened: on(opened, day),
      solved: on(solved, day),
    };
  });
}
