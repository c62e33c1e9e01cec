/** Every commitment by priority, and how long things took: the cold average never stands alone. */
import type { Deps } from "../deps.ts";
import { type Priority, prioritySchema } from "../sla/log.ts";
import { type ClockCount, countClocks } from "./attainment.repo.ts";
import { clockCounts } from "./clockcounts.ts";
import { besideClocks } from "./derived.service.ts";
import {
  type Share,
  shareOf,
  type Timed,
  type Told,
  timedMetrics,
  toldMetrics,
} from "./measures.ts";
import { type Filter, periodOf } from "./period.ts";
import { type Spread, spreads } from "./times.repo.ts";

export type Attainment = { metric: Told; all: Share; by: Record<Priority, Share> };

/** Seconds on the wall; null where nothing is done yet. */
export type Took = Omit<Spread, "inTarget" | "judged"> & { within: Share };

export async function promises(deps: Deps, filter: Filter) {
  const { from, to, ...cut } = filter;
  const period = periodOf({ from, to });
  const asked = { cut, period, now: deps.now(), beside: await besideClocks(deps, period) };
  const [counts, took] = await Promise.all([countClocks(deps.db, asked), spreads(deps.db, asked)]);
  return {
    /** Only what came due at all. */
    attainment: toldMetrics
      .map((metric) => attainmentOf(metric, counts))
      .filter(({ all }) => all.n > 0),
    /** Only what was begun at all. */
    times: timedMetrics.flatMap((metric) => timeOf(metric, took)),
  };
}

function attainmentOf(metric: Told, counts: readonly ClockCount[]): Attainment {
  const own = counts.filter((row) => row.metric === metric);
  const share = (rows: readonly ClockCount[]): Share => {
    const told = new Map(clockCounts(rows));
    const id = `attainment_${metric}` as const;
    return shareOf(id, told.get(`met_${metric}`) ?? 0, told.get(`due_${metric}`) ?? 0);
  };
  const by = prioritySchema.options.map((priority) => [
    priority,
    share(own.filter((row) => row.priority === priority)),
  ]);
  return { metric, all: share(own), by: Object.fromEntries(by) };
}

function timeOf(metric: Timed, rows: readonly Spread[]): Took[] {
  return rows
    .filter((row) => row.metric === metric)
    .map(({ inTarget, judged, ...spread }) => ({
      ...spread,
      within: shareOf(`within_target_${metric}`, inTarget, judged),
    }));
}
