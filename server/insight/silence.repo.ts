/** Tickets of a period and how long they heard nothing. */
import { Prisma } from "#prisma";
import type { Tx } from "../db.ts";
import type { Asked } from "./attainment.repo.ts";
import { only, type Page } from "./insight.repo.ts";
import type { SilenceMeasure } from "./measures.ts";

type Of = Omit<Asked, "beside">;

const received = ({ cut, period: { start, end } }: Of): Prisma.Sql => Prisma.sql`
  t."receivedAt" >= ${start} AND t."receivedAt" < ${end} AND t.status <> 'unconfirmed' ${only(cut)}`;

/**
 * One row a ticket that had to hear of us regularly: its longest round of the cadence clock, a missed
 * one before others. That clock is counted by the ticket's own calendar and stands still while we
 * wait for the customer, so a missed round is a silence longer than the cadence.
 */
const rhythmTickets = (of: Of): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT ON (t.id) t.number, t.subject, t.priority, c."startedAt" AS started,
    c."stoppedAt" AS stopped,
    extract(epoch FROM coalesce(c."stoppedAt", date_trunc('second', ${of.now}::timestamptz))
      - c."startedAt")::float8 AS seconds,
    c.state = 'breached' OR (c.state = 'running'
      AND c."dueAt" < date_trunc('second', ${of.now}::timestamptz)) AS "isSilent"
  FROM tickets t JOIN clocks c ON c."ticketId" = t.id AND c.metric = 'cadence'
  WHERE c.state <> 'cancelled' AND ${received(of)}
  ORDER BY t.id, "isSilent" DESC, seconds DESC`;

export async function countRhythm(tx: Tx, of: Of): Promise<Record<"tickets" | "silent", number>> {
  const [row] = await tx.$queryRaw<{ tickets: number; silent: number }[]>`
    SELECT count(*)::int AS tickets, count(*) FILTER (WHERE "isSilent")::int AS silent
    FROM (${rhythmTickets(of)}) AS heard`;
  return row!;
}

export type RhythmRow = {
  number: number;
  subject: string;
  priority: string;
  started: Date;
  stopped: Date | null;
  /** On the wall, until now while it lasts. */
  seconds: number;
  isSilent: boolean;
};

/** The longest first. */
export async function listRhythm(
  tx: Tx,
  of: Of,
  measure: SilenceMeasure,
  { skip, take }: Page,
): Promise<{ total: number; rows: RhythmRow[] }> {
  const chosen = Prisma.sql`FROM (${rhythmTickets(of)}) AS heard
    WHERE "isSilent" OR ${measure} = 'rhythm_tickets'`;
  const [count] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${chosen}`;
  const rows = await tx.$queryRaw<RhythmRow[]>`SELECT number, subject, priority, started, stopped,
    seconds, "isSilent" ${chosen} ORDER BY seconds DESC, number DESC LIMIT ${take} OFFSET ${skip}`;
  return { total: count!.total, rows };
}

export type GapBound = { id: string; number: number; subject: string; seconds: number };

/**
 * For each ticket of the period, more seconds than any of its silences can have: the longest time
 * between two words of a person, waiting for the customer included. The largest first.
 */
export const gapBounds = (tx: Tx, of: Of, { skip, take }: Page): Promise<GapBound[]> =>
  tx.$queryRaw`SELECT id, number, subject, max(gap)::float8 AS seconds FROM (
      SELECT t.id, t.number, t.subject, e.type = 'status_changed' AND e.data->>'to' IN ('solved', 'closed') AS settles,
        extract(epoch FROM lead(e.at, 1, ${of.now}::timestamptz) OVER (PARTITION BY t.id ORDER BY e.at, e.id) - e.at) + 1 AS gap
      FROM tickets t JOIN ticket_events e ON e."ticketId" = t.id
      WHERE ${received(of)} AND (e.type IN ('created', 'reopened')
        OR e.type = 'public_reply' AND e.data->>'by' = 'agent'
        OR e.type = 'status_changed' AND (e.data->>'to' IN ('solved', 'closed')
          OR e.data->>'from' IN ('solved', 'closed')))
    ) AS gaps WHERE NOT settles GROUP BY 1, 2, 3 ORDER BY 4 DESC, number LIMIT ${take} OFFSET ${skip}`;
