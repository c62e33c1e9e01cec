/** Clocks that came due, met or missed. */
import { Prisma } from "#prisma";
import type { Tx } from "../db.ts";
import type { Metric } from "../sla/metrics.ts";
import { type Cut, only, type Page } from "./insight.repo.ts";
import type { ClockChoice } from "./measures.ts";
import type { Period } from "./period.ts";

/**
 * Clocks whose time came within the period and before now. One that was met early waits for its
 * time like all others; one that is overdue counts as missed before the sweep has said so.
 */
const dueClocks = (cut: Cut, { start, end }: Period, now: Date): Prisma.Sql => Prisma.sql`
  SELECT c.metric, t.number, t.subject, t.priority, coalesce(c."breachedAt", c."dueAt") AS due,
    CASE WHEN c.state = 'met' THEN 'met' ELSE 'missed' END AS outcome
  FROM clocks c JOIN tickets t ON t.id = c."ticketId"
  WHERE c.state IN ('met', 'breached', 'running')
    AND coalesce(c."breachedAt", c."dueAt") >= ${start}
    AND coalesce(c."breachedAt", c."dueAt") < least(${end}::timestamptz, date_trunc('second', ${now}::timestamptz))
    ${only(cut)}`;

export const countClocks = (
  tx: Tx,
  cut: Cut,
  period: Period,
  now: Date,
): Promise<{ metric: Metric; outcome: "met" | "missed"; count: number }[]> =>
  tx.$queryRaw`SELECT metric, outcome, count(*)::int AS count
    FROM (${dueClocks(cut, period, now)}) AS came GROUP BY 1, 2`;

export type ClockRow = {
  number: number;
  subject: string;
  priority: string;
  due: Date;
  outcome: "met" | "missed";
};

/** Newest first. */
export async function listClocks(
  tx: Tx,
  cut: Cut,
  period: Period,
  now: Date,
  { metric, outcome }: ClockChoice,
  { skip, take }: Page,
): Promise<{ total: number; rows: ClockRow[] }> {
  const chosen = Prisma.sql`FROM (${dueClocks(cut, period, now)}) AS came
    WHERE metric = ${metric} AND (${outcome} = 'due' OR outcome = ${outcome})`;
  const [count] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${chosen}`;
  const rows = await tx.$queryRaw<ClockRow[]>`SELECT number, subject, priority, due, outcome
    ${chosen} ORDER BY due DESC, number DESC LIMIT ${take} OFFSET ${skip}`;
  return { total: count!.total, rows };
}
