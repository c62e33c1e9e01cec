import type { Tx } from "../db.ts";
import { siteId } from "./network.ts";
import type { EpisodeRow, VisitRow } from "./sessions.ts";

const job = "sessionise";

/** Only one at a time. False: another worker is at it. Held until the transaction ends. */
export async function claimSessions(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ claimed: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('m.sessions')) AS claimed`;
  return row!.claimed;
}

/** Up to when events have been looked at; 1970 before the first time. */
export async function sessionsDoneTo(tx: Tx): Promise<Date> {
  const row = await tx.watermark.findUnique({ where: { job } });
  return row?.doneTo ?? new Date(0);
}

export async function markSessionsDone(tx: Tx, doneTo: Date): Promise<void> {
  await tx.watermark.upsert({ where: { job }, create: { job, doneTo }, update: { doneTo } });
}

/**
 * Keys with events since `since`, keys whose form a ticket since then was sent with, and keys with
 * something begun before `ripe` that was not old enough to count the last time.
 * @param young nothing that began before it is still waiting.
 */
export async function touchedKeys(
  tx: Tx,
  { since, ripe, young }: { since: Date; ripe: Date; young: Date },
): Promise<bigint[]> {
  const rows = await tx.$queryRaw<{ key: bigint }[]>`
    SELECT visit_key AS key FROM m.events WHERE ts >= ${since} AND visit_key IS NOT NULL
    UNION SELECT f.visit_key FROM m.events t JOIN m.events f
      ON f.episode_id = t.episode_id AND f.etype = 'form_open' AND f.visit_key IS NOT NULL AND f.ts >= ${young}
      WHERE t.ts >= ${since} AND t.etype = 'ticket_created' AND t.episode_id IS NOT NULL
    UNION SELECT visit_key FROM m.visits WHERE NOT mature AND day >= ${young}::date AND started <= ${ripe}
    UNION SELECT visit_key FROM m.episodes WHERE NOT mature AND day >= ${young}::date AND opened <= ${ripe}
      AND visit_key IS NOT NULL`;
  return rows.map(({ key }) => key);
}

/** Replaces what is stored of the keys since `from`. @param dayOf the day a time is reported under. */
export async function replaceSessions(
  tx: Tx,
  keys: readonly bigint[],
  from: Date,
  sessions: { visits: readonly VisitRow[]; episodes: readonly EpisodeRow[] },
  dayOf: (at: Date) => Date,
): Promise<void> {
  const visitKey = { in: [...keys] };
  await tx.visit.deleteMany({ where: { visitKey, started: { gte: from } } });
  await tx.visit.createMany({
    data: sessions.visits.map((visit) => ({ ...visit, siteId, day: dayOf(visit.started) })),
  });
  await tx.episode.deleteMany({ where: { visitKey, opened: { gte: from } } });
  await tx.episode.createMany({
    data: sessions.episodes.map((episode) => ({ ...episode, siteId, day: dayOf(episode.opened) })),
    // An id that another visit used first stays with that visit: ids are made by browsers.
    skipDuplicates: true,
  });
}

/** Takes the keys off what is older than `raw`, and deletes what is older than `kept`. */
export async function forgetKeys(tx: Tx, raw: Date, kept: Date): Promise<void> {
  await tx.visit.deleteMany({ where: { day: { lt: raw } } });
  await tx.episode.deleteMany({ where: { day: { lt: kept } } });
  await tx.episode.updateMany({
    where: { day: { lt: raw }, visitKey: { not: null } },
    data: { visitKey: null, subjectKey: null },
  });
}
