/** How long things took on tickets of a period. */
import { Prisma } from "#prisma";
import type { Tx } from "../db.ts";
import type { Asked } from "./attainment.repo.ts";
import { only, type Page } from "./insight.repo.ts";
import { type TimeChoice, type Timed, timedMetrics } from "./measures.ts";
import { toldClocks } from "./told.repo.ts";

/** Clocks of tickets received in the period; `seconds` on the wall, null while it is awaited. */
const timedClocks = (
  { cut, period: { start, end }, now, beside }: Asked,
  timed: readonly Timed[],
): Prisma.Sql => Prisma.sql`
  SELECT c.metric, t.number, t.subject, t.priority, c."startedAt" AS started, c."stoppedAt" AS stopped,
    extract(epoch FROM c."stoppedAt" - c."startedAt")::float8 AS seconds,
    CASE WHEN c.state = 'met' THEN 'met'
      WHEN c.state = 'breached' OR c."dueAt" < date_trunc('second', ${now}::timestamptz) THEN 'missed'
    END AS outcome
  FROM tickets t JOIN ${toldClocks(beside)} c ON c."ticketId" = t.id
  WHERE t."receivedAt" >= ${start} AND t."receivedAt" < ${end} AND t.status <> 'unconfirmed'
    AND c.metric = ANY(${timed}) AND c.state <> 'cancelled' ${only(cut)}`;

/** Seconds; null where nothing is done yet. */
export type Spread = {
  metric: Timed;
  n: number;
  mean: number | null;
  median: number | null;
  p90: number | null;
  inTarget: number;
  judged: number;
  /** Still awaited, and since when the oldest is. */
  awaited: number;
  oldest: Date | null;
};

export const spreads = (tx: Tx, asked: Asked): Promise<Spread[]> =>
  tx.$queryRaw`SELECT metric, count(seconds)::int AS n, avg(seconds) AS mean,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median,
      percentile_cont(0.9) WITHIN GROUP (ORDER BY seconds) AS p90,
      count(*) FILTER (WHERE outcome = 'met')::int AS "inTarget", count(outcome)::int AS judged,
      (count(*) - count(seconds))::int AS awaited,
      min(started) FILTER (WHERE seconds IS NULL) AS oldest
    FROM (${timedClocks(asked, timedMetrics)}) AS took GROUP BY 1`;

export type TimeRow = {
  number: number;
  subject: string;
  priority: string;
  started: Date;
  /** Null while it is awaited. */
  stopped: Date | null;
  /** On the wall. */
  seconds: number | null;
  /** Null while it may still come in time. */
  outcome: "met" | "missed" | null;
};

const chosenBy = {
  time: Prisma.sql`seconds IS NOT NULL`,
  in_target: Prisma.sql`outcome = 'met'`,
  judged: Prisma.sql`outcome IS NOT NULL`,
};

/** The longest first; what is still awaited before all. */
export async function listTimes(
  tx: Tx,
  asked: Asked,
  { metric, timing }: TimeChoice,
  { skip, take }: Page,
): Promise<{ total: number; rows: TimeRow[] }> {
  const chosen = Prisma.sql`FROM (${timedClocks(asked, [metric])}) AS took WHERE ${chosenBy[timing]}`;
  const [count] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${chosen}`;
  const rows = await tx.$queryRaw<TimeRow[]>`
    SELECT number, subject, priority, started, stopped, seconds, outcome
    ${chosen} ORDER BY seconds DESC NULLS FIRST, number DESC LIMIT ${take} OFFSET ${skip}`;
  return { total: count!.total, rows };
}
