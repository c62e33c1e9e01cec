/** Arms beside each other: counts only, of people or of days. */
import type { Tx } from "../db.ts";
import type { Share } from "../deflection/interval.ts";
import { reportZone } from "../deflection/reportday.ts";

/** Contacts among attempts that had something to show, by arm. `to` excluded. */
export async function armCounts(tx: Tx, from: Date, to: Date): Promise<Record<"C" | "T", Share>> {
  const rows = await tx.dayFunnel.groupBy({
    by: ["arm"],
    where: { day: { gte: from, lt: to }, arm: { in: ["C", "T"] } },
    _sum: { triggered: true, contacted: true },
  });
  const share = (arm: string): Share => {
    const sum = rows.find((row) => row.arm === arm)?._sum;
    return { x: sum?.contacted ?? 0, n: sum?.triggered ?? 0 };
  };
  return { C: share("C"), T: share("T") };
}

/** Openings of the form and tickets of each day, `YYYY-MM-DD`; `to` excluded. */
export const dayCounts = (
  tx: Tx,
  from: Date,
  to: Date,
): Promise<{ day: string; openings: number; tickets: number }[]> => tx.$queryRaw`
  SELECT to_char(d.day, 'YYYY-MM-DD') AS day, coalesce(o.openings, 0)::int AS openings,
    coalesce(k.tickets, 0)::int AS tickets
  FROM generate_series(${from}::date, ${to}::date - 1, interval '1 day') AS d (day)
  LEFT JOIN (SELECT day, sum(episodes + pending) AS openings FROM m.d_funnel WHERE arm <> '-' GROUP BY 1) AS o
    ON o.day = d.day
  LEFT JOIN (SELECT ("receivedAt" AT TIME ZONE ${reportZone})::date AS day, count(*) AS tickets FROM tickets
    WHERE status <> 'unconfirmed' AND "receivedAt" >= ${from}::timestamptz - interval '1 day'
      AND "receivedAt" < ${to}::timestamptz + interval '1 day' GROUP BY 1) AS k ON k.day = d.day
  ORDER BY 1`;

/** Tickets by people since `from`, and those of them that any visit is known of. */
export async function linkCoverage(tx: Tx, from: Date, to: Date): Promise<Share> {
  const [row] = await tx.$queryRaw<{ x: number; n: number }[]>`
    SELECT count(*) FILTER (WHERE visit_key IS NOT NULL OR subject_key IS NOT NULL)::int AS x, count(*)::int AS n
    FROM m.events WHERE ts >= ${from} AND ts < ${to} AND etype = 'ticket_created' AND n IS NULL
      AND traffic = 'human'`;
  return row!;
}

/** Attempts a day that had something to show, of the last so many days. */
export async function triggeredPerDay(tx: Tx, from: Date, to: Date): Promise<number> {
  const { C, T } = await armCounts(tx, from, to);
  return (C.n + T.n) / Math.max(1, (to.getTime() - from.getTime()) / 86_400_000);
}
