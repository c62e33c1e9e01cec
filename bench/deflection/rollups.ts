/** How long counting takes: one day of the base, all of its days, and the sessions of a day. */
import type pg from "pg";
import { markStale } from "../../server/deflection/rollups.repo.ts";
import { markAllStale, rollUp } from "../../server/deflection/rollups.service.ts";
import { sessionise } from "../../server/deflection/sessionise.service.ts";
import type { Deps } from "../../server/deps.ts";
import { percentile } from "../../test/product.ts";

const rounds = 5;

/** @param day one with a full day's events. */
export async function measureRollups(deps: Deps, day: Date, days: number) {
  const started = performance.now();
  await markAllStale(deps);
  await rollUp(deps);
  const allMs = performance.now() - started;
  const times: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    await markStale(deps.db, [day]);
    const began = performance.now();
    await rollUp(deps);
    times.push(performance.now() - began);
  }
  return {
    rollupDayMs: Math.round(percentile(times, 0.5)),
    rollupAllMs: Math.round(allMs),
    rollupDays: days,
  };
}

/**
 * Sessions of the last three hours of the base, from the raw log by the rules: what a worker catches
 * up with after that long a silence. @param to where the base ends.
 */
export async function measureSessions(deps: Deps, db: pg.Client, to: Date) {
  const since = new Date(to.getTime() - 3 * 3_600_000);
  const { rows } = await db.query<{ n: string }>(
    "SELECT count(*) AS n FROM m.events WHERE ts >= $1 AND ts < $2",
    [since, to],
  );
  const began = performance.now();
  await db.query("UPDATE m.watermark SET done_to = $1 WHERE job = 'sessionise'", [since]);
  const sessionKeys = await sessionise(deps);
  const ms = performance.now() - began;
  await rollUp(deps);
  return { sessionKeys, sessionEventsPerS: Math.round((Number(rows[0]!.n) * 1000) / ms) };
}
