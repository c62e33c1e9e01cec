/** Clocks that came due, met or missed. */
import { Prisma } from "#prisma";
import type { Tx } from "../db.ts";
import type { Priority } from "../sla/log.ts";
import { type Cut, only, type Page } from "./insight.repo.ts";
import { type ClockChoice, type Told, toldMetrics } from "./measures.ts";
import type { Period } from "./period.ts";
import { type Beside, toldClocks } from "./told.repo.ts";

/** Of which tickets, from when to when, as seen from which moment. */
export type Asked = { cut: Cut; period: Period; now: Date; beside: Beside };

/**
 * Clocks whose time came within the period and before now. One that was met early waits for its
 * time like all others; one that is overdue counts as missed before the sweep has said so.
 */
function dueClocks({ cut, period: { start, end }, now, beside }: Asked, told: readonly Told[]) {
  const until = new Date(Math.min(end.getTime(), Math.floor(now.getTime() / 1000) * 1000));
  return Prisma.sql`
    SELECT c.metric, t.number, t.subject, t.priority, coalesce(c."breachedAt", c."dueAt") AS due,
      CASE WHEN c.state = 'met' THEN 'met' ELSE 'missed' END AS outcome
    FROM ${toldClocks(beside)} c JOIN tickets t ON t.id = c."ticketId"
    WHERE c.metric = ANY(${told})
      AND (c.state IN ('met', 'running') AND c."dueAt" >= ${start} AND c."dueAt" < ${until}
        OR c.state = 'breached' AND c."breachedAt" >= ${start} AND c."breachedAt" < ${until})
      ${only(cut)}`;
}

export type ClockCount = {
  metric: Told;
  outcome: "met" | "missed";
  priority: Priority;
  count: number;
};

export const countClocks = (
  tx: Tx,
  asked: Asked,
  told: readonly Told[] = toldMetrics,
): Promise<ClockCount[]> =>
  tx.$queryRaw`SELECT metric, outcome, priority, count(*)::int AS count
    FROM (${dueClocks(asked, told)}) AS came GROUP BY 1, 2, 3`;

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
  asked: Asked,
  { metric, outcome }: ClockChoice,
  { skip, take }: Page,
): Promise<{ total: number; rows: ClockRow[] }> {
  const chosen = Prisma.sql`FROM (${dueClocks(asked, [metric])}) AS came
    WHERE ${outcome} = 'due' OR outcome = ${outcome}`;
  const [count] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${chosen}`;
  const rows = await tx.$queryRaw<ClockRow[]>`SELECT number, subject, priority, due, outcome
    ${chosen} ORDER BY due DESC, number DESC LIMIT ${take} OFFSET ${skip}`;
  return { total: count!.total, rows };
}
