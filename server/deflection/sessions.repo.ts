import type { Tx } from "../db.ts";
import { siteId } from "./network.ts";
import { markStale } from "./rollups.repo.ts";
import type { Sessions } from "./sessions.ts";

const job = "sessionise";

/** Only one at a time. False: another worker is at it. Held until the transaction ends. */
export async function claimSessions(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ claimed: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('m.sessions')) AS claimed`;
  return row!.claimed;
}

/** Waits until no worker is at it, and keeps all others away until the transaction ends. */
export async function holdSessions(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('m.sessions'))) AS held`;
}

/** Up to when events have been looked at; 1970 before the first time. */
export async function sessionsDoneTo(tx: Tx): Promise<Date> {
  const row = await tx.watermark.findUnique({ where: { job } });
  return row?.doneTo ?? new Date(0);
}

export async function markSessionsDone(tx: Tx, doneTo: Date): Promise<void> {
  await tx.watermark.upsert({ where: { job }, create: { job, doneTo }, update: { doneTo } });
}

/** From when on something has to be looked at. */
export type Touched = {
  since: Date;
  /** What began before is old enough to count; a reading before `readRipe`. */
  ripe: Date;
  readRipe: Date;
  /** Nothing that began before it is still waiting. */
  young: Date;
};

/**
 * Keys with events since `since`, keys whose form a ticket since then was sent with, and keys with
 * something that was not old enough to count the last time and is now.
 */
export async function touchedKeys(
  tx: Tx,
  { since, ripe, readRipe, young }: Touched,
): Promise<bigint[]> {
  const rows = await tx.$queryRaw<{ key: bigint }[]>`
    SELECT visit_key AS key FROM m.events WHERE ts >= ${since} AND visit_key IS NOT NULL
    UNION SELECT f.visit_key FROM m.events t JOIN m.events f
      ON f.episode_id = t.episode_id AND f.etype = 'form_open' AND f.visit_key IS NOT NULL AND f.ts >= ${young}
      WHERE t.ts >= ${since} AND t.etype = 'ticket_created' AND t.episode_id IS NOT NULL
    UNION SELECT v.visit_key FROM m.events t JOIN m.visits v
      ON v.subject_key = t.subject_key AND v.day >= ${young}::date
      WHERE t.ts >= ${since} AND t.etype = 'ticket_created' AND t.subject_key IS NOT NULL
    UNION SELECT visit_key FROM m.visits WHERE NOT mature AND day >= ${young}::date AND started <= ${ripe}
    UNION SELECT visit_key FROM m.episodes WHERE NOT mature AND day >= ${young}::date AND opened <= ${ripe}
      AND visit_key IS NOT NULL
    UNION SELECT visit_key FROM m.reads WHERE NOT mature AND day >= ${young}::date AND at <= ${readRipe}`;
  return rows.map(({ key }) => key);
}

/**
 * Replaces what is stored of the keys since `from`, and notes the days of what was and of what is now
 * as stale. @param dayOf the day a time is reported under.
 */
export async function replaceSessions(
  tx: Tx,
  keys: readonly bigint[],
  from: Date,
  sessions: Sessions,
  dayOf: (at: Date) => Date,
): Promise<void> {
  const { visits, episodes, reads, searches } = sessions;
  const visitKey = { in: [...keys] };
  const gone = await daysOfKeys(tx, keys, from);
  await tx.visit.deleteMany({ where: { visitKey, started: { gte: from } } });
  await tx.visit.createMany({
    data: visits.map((row) => ({ ...row, siteId, day: dayOf(row.started) })),
  });
  await tx.episode.deleteMany({ where: { visitKey, opened: { gte: from } } });
  await tx.episode.createMany({
    data: episodes.map((row) => ({ ...row, siteId, day: dayOf(row.opened) })),
    // An id that another visit used first stays with that visit: ids are made by browsers.
    skipDuplicates: true,
  });
  await tx.read.deleteMany({ where: { visitKey, started: { gte: from } } });
  await tx.read.createMany({ data: reads.map((row) => ({ ...row, siteId, day: dayOf(row.at) })) });
  await tx.search.deleteMany({ where: { visitKey, at: { gte: from } } });
  await tx.search.createMany({
    data: searches.map((row) => ({ ...row, siteId, day: dayOf(row.at) })),
    skipDuplicates: true,
  });
  const times = [
    ...visits.map(({ started }) => started),
    ...[...reads, ...searches].map(({ at }) => at),
  ];
  await markStale(tx, [
    ...gone,
    ...times.map(dayOf),
    ...episodes.map(({ opened }) => dayOf(opened)),
  ]);
}

/** Days under which something of the keys is stored now. */
async function daysOfKeys(tx: Tx, keys: readonly bigint[], from: Date): Promise<Date[]> {
  const rows = await tx.$queryRaw<{ day: Date }[]>`
    SELECT day FROM m.visits WHERE visit_key = ANY(${[...keys]}::int8[]) AND started >= ${from}
    UNION SELECT day FROM m.episodes WHERE visit_key = ANY(${[...keys]}::int8[]) AND opened >= ${from}
    UNION SELECT day FROM m.reads WHERE visit_key = ANY(${[...keys]}::int8[]) AND started >= ${from}
    UNION SELECT day FROM m.searches WHERE visit_key = ANY(${[...keys]}::int8[]) AND at >= ${from}`;
  return rows.map(({ day }) => day);
}

/** Takes the keys off what is older than `raw`, and deletes what is older than `kept`. */
export async function forgetKeys(tx: Tx, raw: Date, kept: Date): Promise<void> {
  await tx.visit.deleteMany({ where: { day: { lt: raw } } });
  await tx.read.deleteMany({ where: { day: { lt: raw } } });
  await tx.search.deleteMany({ where: { day: { lt: raw } } });
  await tx.episode.deleteMany({ where: { day: { lt: kept } } });
  await tx.episode.updateMany({
    where: { day: { lt: raw }, visitKey: { not: null } },
    data: { visitKey: null, subjectKey: null },
  });
}
