/** Keeps the daily rollups true to what they are made of. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { defaultParams } from "./events.ts";
import { reportDay } from "./reportday.ts";
import { rawDays } from "./retention.ts";
import { claimDay, forgetStale, markStale, rebuildDay, staleDays } from "./rollups.repo.ts";
import { sessionise } from "./sessionise.service.ts";

const dayMs = 86_400_000;
/** A contact may come this many days later, and its beacon a day after that. */
const settling = Math.ceil(defaultParams.contactWindow / dayMs) + 1;

/** From the visit log to what dashboards read: sessions, then the days that they changed. */
export async function countVisits(deps: Deps): Promise<void> {
  await sessionise(deps);
  await rollUp(deps);
}

/**
 * Counts every stale day anew, each in a transaction of its own: killed half-way, a day is as it was
 * or as it is, and stays stale until it is done. Safe to repeat, and by two workers at once.
 * @returns days counted.
 */
export async function rollUp(deps: Pick<Deps, "db" | "now">): Promise<number> {
  let done = 0;
  for (const day of await staleDays(deps.db))
    done += Number(await deps.db.$transaction((tx) => rollUpDay(tx, day, deps.now()), patience));
  return done;
}

const patience = { timeout: 120_000, maxWait: 10_000 };

async function rollUpDay(tx: Tx, day: Date, now: Date): Promise<boolean> {
  if (!(await claimDay(tx, day))) return false;
  // What a day older than the log was made of is gone: its counts stay as they are.
  if (day.getTime() < now.getTime() - rawDays * dayMs) {
    await forgetStale(tx, day);
    return false;
  }
  const isFinal = day.getTime() + settling * dayMs < reportDay(now).getTime();
  await rebuildDay(tx, day, isFinal);
  return true;
}

/** Everything that the log still holds is counted anew the next time. */
export async function markAllStale(deps: Pick<Deps, "db" | "now">): Promise<void> {
  const today = reportDay(deps.now()).getTime();
  const days = Array.from({ length: rawDays }, (_, i) => new Date(today - i * dayMs));
  await markStale(deps.db, days);
}
