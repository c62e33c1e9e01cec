/** Daily counts of what sessions left: dashboards read these only. */
import { Prisma } from "#prisma";
import type { Tx } from "../db.ts";

const dateOf = (day: Date): string => day.toISOString().slice(0, 10);

export async function markStale(tx: Tx, days: readonly Date[]): Promise<void> {
  const data = [...new Set(days.map(dateOf))].map((day) => ({ day: new Date(day) }));
  await tx.staleDay.createMany({ data, skipDuplicates: true });
}

/** Days whose counts are out of date, the latest first: the present is looked at most. */
export async function staleDays(tx: Tx): Promise<Date[]> {
  const rows = await tx.staleDay.findMany({ orderBy: { day: "desc" } });
  return rows.map(({ day }) => day);
}

export async function forgetStale(tx: Tx, day: Date): Promise<void> {
  await tx.staleDay.deleteMany({ where: { day } });
}

/** Only one at a time for each day. False: another worker is at it. Held until the transaction ends. */
export async function claimDay(tx: Tx, day: Date): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ claimed: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('m.rollups'), ${dateOf(day)}::date - '2000-01-01') AS claimed`;
  return row!.claimed;
}

/** What a day was is deleted and counted anew: in one transaction, so that nobody sees half of it. */
export async function rebuildDay(tx: Tx, day: Date, isFinal: boolean): Promise<void> {
  await forgetStale(tx, day);
  await tx.dayFunnel.deleteMany({ where: { day } });
  await tx.$executeRaw(funnelOfDay(day, isFinal));
  await tx.dayArticle.deleteMany({ where: { day } });
  await tx.$executeRaw`
    INSERT INTO m.d_article (day, site_id, locale, article_id, category, views, pending, engaged,
      followed_any, followed_last, yes, no, as_suggestion, final)
    SELECT day, site_id, locale, article_id, coalesce(category, ''), count(*) FILTER (WHERE mature),
      count(*) FILTER (WHERE NOT mature), coalesce(sum(engaged_ms / 1000) FILTER (WHERE mature), 0),
      count(*) FILTER (WHERE mature AND followed_any), count(*) FILTER (WHERE mature AND followed_last),
      count(*) FILTER (WHERE mature AND vote > 0), count(*) FILTER (WHERE mature AND vote < 0),
      count(*) FILTER (WHERE mature AND as_suggestion), ${isFinal}::boolean
    FROM m.reads WHERE day = ${day}::date GROUP BY 1, 2, 3, 4, 5`;
  await tx.daySearch.deleteMany({ where: { day } });
  await tx.$executeRaw`
    INSERT INTO m.d_search (day, site_id, locale, query_id, searches, zero, clicked, success, refined,
      then_intent, final)
    SELECT day, site_id, locale, query_id, count(*), count(*) FILTER (WHERE results = 0),
      count(*) FILTER (WHERE clicked AND results > 0), count(*) FILTER (WHERE success),
      count(*) FILTER (WHERE refined), count(*) FILTER (WHERE then_intent), ${isFinal}::boolean
    FROM m.searches WHERE day = ${day}::date GROUP BY 1, 2, 3, 4`;
}

/**
 * A person is counted once a month by their first attempt that had something to show: known people
 * keep their arm for a month, and keys of others live no longer than a day.
 */
export const isFirstOfMonth = Prisma.sql`e.n_suggest > 0 AND CASE WHEN e.subject_key IS NULL
  THEN NOT EXISTS (SELECT 1 FROM m.episodes b WHERE b.visit_key = e.visit_key
    AND b.subject_key IS NULL AND ${Prisma.raw(earlier())})
  ELSE NOT EXISTS (SELECT 1 FROM m.episodes b WHERE b.subject_key = e.subject_key
    AND ${Prisma.raw(earlier())}) END`;

function earlier(): string {
  return `b.traffic = 'human' AND b.n_suggest > 0
    AND date_trunc('month', b.day) = date_trunc('month', e.day)
    AND (b.opened, b.episode_id) < (e.opened, e.episode_id)`;
}

const funnelOfDay = (day: Date, isFinal: boolean): Prisma.Sql => Prisma.sql`
  INSERT INTO m.d_funnel (day, site_id, locale, category, arm, visits, success, retracted, no_signal,
    episodes, submitted, late_contact, confirmed, assumed, abandoned, pending, triggered, contacted, final)
  SELECT day, site_id, locale, coalesce(entry_category, ''), '-', count(*),
    count(*) FILTER (WHERE mature AND status = 'success'),
    count(*) FILTER (WHERE mature AND status = 'late_contact'),
    count(*) FILTER (WHERE mature AND status = 'no_signal'), 0, 0, 0, 0, 0, 0, 0, 0, 0, ${isFinal}::boolean
  FROM m.visits WHERE day = ${day}::date AND traffic = 'human' GROUP BY 1, 2, 3, 4
  UNION ALL
  SELECT day, site_id, locale, category, arm, 0, 0, 0, 0, count(*) FILTER (WHERE mature),
    count(*) FILTER (WHERE mature AND status = 'submitted'),
    count(*) FILTER (WHERE mature AND status = 'late_contact'),
    count(*) FILTER (WHERE mature AND status = 'confirmed'),
    count(*) FILTER (WHERE mature AND status = 'assumed'),
    count(*) FILTER (WHERE mature AND status = 'abandoned'), count(*) FILTER (WHERE NOT mature),
    count(*) FILTER (WHERE mature AND is_first),
    count(*) FILTER (WHERE mature AND is_first AND contact_at IS NOT NULL), ${isFinal}::boolean
  FROM (SELECT e.day, e.site_id, e.locale, coalesce(e.category, '') AS category, e.arm, e.mature, e.status,
      e.contact_at, ${isFirstOfMonth} AS is_first
    FROM m.episodes e WHERE e.day = ${day}::date AND e.traffic = 'human') AS attempts
  GROUP BY 1, 2, 3, 4, 5`;

/** What is stored of the days, as rows of the tables. */
export async function storedDays(tx: Tx, first: Date, last: Date) {
  const where = { day: { gte: first, lte: last } };
  const [funnel, article, search] = await Promise.all([
    tx.dayFunnel.findMany({ where }),
    tx.dayArticle.findMany({ where }),
    tx.daySearch.findMany({ where }),
  ]);
  return { funnel, article, search };
}
