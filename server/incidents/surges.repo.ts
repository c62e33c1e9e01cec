/** What the surge alarm reads and remembers. */
import type { Tx } from "../db.ts";
import type { AlarmStates } from "./alarms.ts";
import type { DayCount } from "./windows.ts";

/** One look at a time, whichever worker it is. */
export async function claimLook(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('surges'))) AS held`;
}

/** Tickets by category and day before `at`; the instant itself belongs to the last 24 hours. */
export const countByDay = (tx: Tx, at: Date, days: number): Promise<DayCount[]> =>
  tx.$queryRaw`
    SELECT category, floor(extract(epoch FROM (${at}::timestamptz - "receivedAt")) / 86400)::int AS day,
      count(*)::int AS count
    FROM tickets
    WHERE "receivedAt" > ${at}::timestamptz - make_interval(days => ${days + 1}::int)
      AND "receivedAt" <= ${at} AND category <> '' AND status <> 'unconfirmed' AND "mergedIntoId" IS NULL
    GROUP BY 1, 2 ORDER BY 1, 2`;

export async function alarmStates(tx: Tx): Promise<AlarmStates> {
  const rows = await tx.surgeState.findMany();
  return Object.fromEntries(
    rows.map(({ category, armed, alarmedAt }) => [
      category,
      { armed, lastAlarmAt: alarmedAt?.getTime() ?? null },
    ]),
  );
}

export type Looked = { category: string; armed: boolean; alarmedAt: Date | null; figures: object };

export async function saveStates(tx: Tx, looked: readonly Looked[], at: Date): Promise<void> {
  await tx.$executeRaw`INSERT INTO surge_states (category, armed, alarmed_at, figures, at)
    SELECT category, armed, "alarmedAt", figures, ${at}
    FROM json_to_recordset(${JSON.stringify(looked)}::json) AS row
      (category text, armed bool, "alarmedAt" timestamptz, figures jsonb)
    ON CONFLICT (category) DO UPDATE SET armed = excluded.armed, alarmed_at = excluded.alarmed_at,
      figures = excluded.figures, at = excluded.at`;
}

/** Figures of the last look. */
export const lastLook = (tx: Tx) => tx.surgeState.findMany({ orderBy: { category: "asc" } });

/** @returns false when this occasion has made one already. */
export async function insertCheck(
  tx: Tx,
  task: { title: string; detail: string; assigneeId: string | null; dueAt: Date; once: string },
  createdAt: Date,
): Promise<boolean> {
  const data = [{ ...task, kind: "surge", createdAt }];
  const { count } = await tx.task.createMany({ data, skipDuplicates: true });
  return count === 1;
}

export async function localeOf(tx: Tx, userId: string): Promise<string> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { locale: true } });
  return user?.locale ?? "en";
}
