/** Reads for the lead's page: each begins at the open tickets or at an index of the log. */
import { Prisma } from "#prisma";
import type { Tx } from "../db.ts";
import type { LogEvent } from "../sla/log.ts";
import { metricSchema, roleOf } from "../sla/metrics.ts";
import { clockEvents, type StoredEvent } from "../tickets/log.ts";
import type { ClockRow, ClockSum, EscalatedRow, Named, PromiseRow } from "./blocks.ts";

const commitments = metricSchema.options.filter((metric) => roleOf(metric) === "commitment");
const open = Prisma.sql`('new', 'open', 'waiting_customer', 'waiting_third_party', 'planned')`;
const named = Prisma.sql`t.number, t.subject, t.priority, u.name AS owner`;
const owned = Prisma.sql`LEFT JOIN users u ON u.id = t."assigneeId"`;

export type Quiet = Named & { id: string; nextPromise: Date | null };

/**
 * Open tickets of P0 to P2 that may be too silent: more than they are, because a working day may end
 * an hour after it began to count, and because time that does not count is not known here.
 */
export const quietTickets = (tx: Tx, now: Date): Promise<Quiet[]> =>
  tx.$queryRaw`SELECT t.id, ${named}, standing."dueAt" AS "nextPromise"
    FROM tickets t ${owned}
    LEFT JOIN LATERAL (SELECT max(e.at) AS at FROM ticket_events e WHERE e."ticketId" = t.id
      AND e.type = 'public_reply' AND e.data->>'by' = 'agent') AS heard ON true
    LEFT JOIN LATERAL (SELECT c."dueAt" FROM clocks c WHERE c."ticketId" = t.id AND c.metric = 'promise'
      AND c."stoppedAt" IS NULL AND c.state <> 'cancelled' ORDER BY c.instance DESC LIMIT 1) AS standing ON true
    WHERE t.status IN ('new', 'open', 'waiting_third_party', 'planned')
      AND t.priority IN ('P0', 'P1', 'P2')
      AND coalesce(heard.at, t."receivedAt") < ${now}::timestamptz
        - CASE WHEN t.priority = 'P2' THEN interval '1 hour' ELSE interval '24 hours' END`;

const heard = ["created", "sla_applied", "public_reply", "status_changed", "reopened"];
const ending = ["customer_message", "merged"];

/** The part of these tickets' logs that silences are made of; the rest is most of it. */
export async function silenceLogs(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, LogEvent[]>> {
  const rows = await tx.$queryRaw<{ id: string; events: StoredEvent[] }[]>`
    SELECT "ticketId" AS id, json_agg(json_build_object('type', type, 'at', at, 'data', data) ORDER BY id) AS events
    FROM ticket_events WHERE "ticketId" = ANY(${ids}::uuid[])
      AND type = ANY(${[...heard, ...ending]}) GROUP BY 1`;
  const dated = (events: StoredEvent[]) =>
    events.map((each) => ({ ...each, at: new Date(each.at) }));
  return new Map(rows.map(({ id, events }) => [id, clockEvents(dated(events))]));
}

/** Standing promises due in [from, to], the next one first. */
export const promisesDue = (tx: Tx, from: Date, to: Date): Promise<PromiseRow[]> =>
  tx.$queryRaw`SELECT ${named}, c."dueAt" AS due, NULL::timestamptz AS answered
    FROM clocks c JOIN tickets t ON t.id = c."ticketId" ${owned}
    WHERE c.state = 'running' AND c."dueAt" >= ${from} AND c."dueAt" <= ${to}
      AND c.metric = 'promise' ORDER BY due, t.number`;

/** Promises broken in [from, now), the unanswered before the others; the sweep may not have seen all. */
export const promisesBroken = (tx: Tx, from: Date, now: Date): Promise<PromiseRow[]> =>
  tx.$queryRaw`SELECT ${named}, c."breachedAt" AS due, c."stoppedAt" AS answered
    FROM ticket_events e
    JOIN clocks c ON c."ticketId" = e."ticketId" AND c.metric = 'promise'
      AND c.instance = (e.data->>'instance')::int AND c.state = 'breached'
    JOIN tickets t ON t.id = c."ticketId" ${owned}
    WHERE e.type = 'promise_broken' AND e.at >= ${from} AND e.at < ${now}
    UNION ALL
    SELECT ${named}, c."dueAt", NULL FROM clocks c JOIN tickets t ON t.id = c."ticketId" ${owned}
    WHERE c.state = 'running' AND c."dueAt" >= ${from}
      AND c."dueAt" < date_trunc('second', ${now}::timestamptz) AND c.metric = 'promise'
    ORDER BY answered NULLS FIRST, due, number`;

/** Open tickets that have climbed, with the highest level and why and when it was reached. */
export const escalatedNow = (tx: Tx): Promise<EscalatedRow[]> =>
  tx.$queryRaw`SELECT number, subject, priority, owner, level, cause, since FROM (
      SELECT DISTINCT ON (t.id) ${named}, e.level, e.cause, e.at AS since
      FROM tickets t JOIN escalations e ON e."ticketId" = t.id ${owned}
      WHERE t.status IN ${open} ORDER BY t.id, e.level DESC, e.at
    ) AS climbed ORDER BY level DESC, since, number`;

/**
 * Commitments of open tickets that nobody has met and that are late, or past goal or warning.
 * `OFFSET 0` keeps the database at the open tickets: beginning at the clocks, it would read every
 * miss there ever was.
 */
const lateClocks = (now: Date): Prisma.Sql => Prisma.sql`
  SELECT ${named}, c.metric, c."dueAt" AS due,
    CASE WHEN c.state = 'breached' OR c."dueAt" < asked.now THEN 'breached' ELSE 'at_risk' END AS state
  FROM (SELECT date_trunc('second', ${now}::timestamptz) AS now) AS asked CROSS JOIN tickets t
  CROSS JOIN LATERAL (SELECT * FROM clocks WHERE "ticketId" = t.id OFFSET 0) AS c ${owned}
  WHERE t.status IN ${open} AND c."stoppedAt" IS NULL AND c.metric = ANY(${commitments})
    AND (c.state = 'breached' OR c.state = 'running'
      AND (c."dueAt" < asked.now OR c."warnAt" <= asked.now OR c."goalAt" < asked.now))`;

/** The latest first. */
export const listLateClocks = (tx: Tx, now: Date): Promise<ClockRow[]> =>
  tx.$queryRaw`SELECT * FROM (${lateClocks(now)}) AS late
    ORDER BY state DESC, due NULLS LAST, number`;

export const sumLateClocks = (tx: Tx, now: Date): Promise<ClockSum[]> =>
  tx.$queryRaw`SELECT metric, count(*) FILTER (WHERE state = 'breached')::int AS breached,
      count(*) FILTER (WHERE state = 'at_risk')::int AS "atRisk",
      (array_agg(number ORDER BY due NULLS LAST, number))[1] AS first
    FROM (${lateClocks(now)}) AS late GROUP BY 1`;
