/** What each person carries. */
import type { Tx } from "../db.ts";
import { metricSchema, roleOf } from "../sla/metrics.ts";
import type { LoadRow } from "./blocks.ts";

const commitments = metricSchema.options.filter((metric) => roleOf(metric) === "commitment");

export type Carried = Omit<LoadRow, "afterHours"> & { id: string };

/** Active staff with their open tickets, the fullest first. */
export const carriedBy = (tx: Tx): Promise<Carried[]> =>
  tx.$queryRaw`SELECT u.id, u.name, u.role, u.presence, u."maxLoad",
      coalesce(carried.open, 0) AS open, coalesce(carried.running, 0) AS running, carried."nextDue"
    FROM users u LEFT JOIN (
      SELECT t."assigneeId" AS id, count(*)::int AS open, sum(counting.n)::int AS running,
        min(t."nextDueAt") AS "nextDue"
      FROM tickets t CROSS JOIN LATERAL (SELECT count(*) AS n FROM clocks c WHERE c."ticketId" = t.id
        AND c.metric = ANY(${commitments}) AND c."stoppedAt" IS NULL
        AND c.state IN ('running', 'breached') AND c."dueAt" IS NOT NULL) AS counting
      WHERE t."assigneeId" IS NOT NULL
        AND t.status IN ('new', 'open', 'waiting_customer', 'waiting_third_party', 'planned')
      GROUP BY 1
    ) AS carried ON carried.id = u.id
    WHERE u.active ORDER BY open DESC, u.name`;

export type Written = { ticketId: string; userId: string; at: Date };

/** Public replies of people since then. */
export const repliesSince = (tx: Tx, since: Date): Promise<Written[]> =>
  tx.$queryRaw`SELECT "ticketId", "actorId" AS "userId", at FROM ticket_events
    WHERE type = 'public_reply' AND at >= ${since} AND "actorKind" = 'agent'
      AND "actorId" IS NOT NULL AND data->>'by' = 'agent'`;

export type TimedBy = { ticketId: string; version: number | null; policy: string | null };

/** The settings by which tickets are timed, as their logs name them last; null where a log names none. */
export const settingsBy = (tx: Tx, ticketIds: readonly string[]): Promise<TimedBy[]> =>
  tx.$queryRaw`SELECT DISTINCT ON ("ticketId") "ticketId",
      (coalesce(data->'sla', data)->>'version')::int AS version,
      coalesce(data->'sla', data)->>'policy' AS policy
    FROM ticket_events WHERE "ticketId" = ANY(${ticketIds}::uuid[])
      AND type IN ('created', 'sla_applied') ORDER BY "ticketId", id DESC`;
