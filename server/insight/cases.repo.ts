/** One row a ticket, read out of its columns, log, links and survey: what reports of the desk count. */
import type { Tx } from "../db.ts";
import { reportZone } from "../deflection/reportday.ts";

/** Only one worker at a time. False: another is at it. Held until the transaction ends. */
export async function claimCases(tx: Tx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ claimed: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('m.cases')) AS claimed`;
  return row!.claimed;
}

/**
 * Entries of the log are numbered before they are committed: so many of the last ones are looked at
 * again, so that none is missed that was written meanwhile.
 */
const slack = 1000;

/**
 * Tickets whose log has grown since they were read, and solved ones whose customer has written again
 * about the same topic.
 */
export async function grownTickets(tx: Tx, take: number): Promise<{ ids: string[]; upTo: bigint }> {
  const rows = await tx.$queryRaw<{ id: string; last: bigint }[]>`
    WITH grown AS (
      SELECT e."ticketId" AS id, max(e.id) AS last FROM ticket_events e
      WHERE e.id > (SELECT coalesce(max(event_id), 0) FROM m.cases) - ${slack}
      GROUP BY 1
    ), new AS (
      SELECT g.id, g.last FROM grown g JOIN tickets t ON t.id = g.id AND t.status <> 'unconfirmed'
      LEFT JOIN m.cases c ON c.ticket_id = g.id
      WHERE c.event_id IS NULL OR c.event_id < g.last ORDER BY g.last LIMIT ${take}
    )
    SELECT id, last FROM new
    UNION ALL SELECT o.id, 0 FROM new n JOIN tickets t ON t.id = n.id
      JOIN tickets o ON o."customerId" = t."customerId" AND o.category = t.category
        AND o."solvedAt" < t."receivedAt" AND o."solvedAt" >= t."receivedAt" - interval '7 days'`;
  const upTo = rows.reduce((most, { last }) => (last > most ? last : most), 0n);
  return { ids: [...new Set(rows.map(({ id }) => id))], upTo };
}

/** Reads the tickets anew. @param upTo what comes after it in a log is read another time. */
export async function readCases(tx: Tx, ids: readonly string[], upTo: bigint): Promise<void> {
  await tx.case.deleteMany({ where: { ticketId: { in: [...ids] } } });
  await tx.$executeRaw`
    INSERT INTO m.cases (ticket_id, event_id, number, received_at, day, solved_at, solved_day, answered_day,
      customer_id, locale, category, module, priority, team, assignee_id, cause_tag, first_reply_s,
      resolution_s, replies, reopened, transferred, came_back, merged, with_article, with_template,
      surveyed, csat, nps)
    SELECT t.id, least(e.last, ${upTo}), t.number, t."receivedAt", (t."receivedAt" AT TIME ZONE ${reportZone})::date,
      t."solvedAt", (t."solvedAt" AT TIME ZONE ${reportZone})::date, (s."answeredAt" AT TIME ZONE ${reportZone})::date,
      t."customerId", t.locale, t.category, t.module, t.priority, t.team, t."assigneeId", t."causeTag",
      CASE WHEN e.answered IS NOT NULL THEN greatest(0, extract(epoch FROM e.answered - t."receivedAt"))::int END,
      CASE WHEN t."solvedAt" IS NOT NULL THEN greatest(0, extract(epoch FROM t."solvedAt" - t."receivedAt"))::int END,
      e.replies, e.reopened, coalesce(m.moved, false), EXISTS (SELECT 1 FROM tickets o
        WHERE o."customerId" = t."customerId" AND o.category = t.category AND o.status <> 'unconfirmed'
          AND o."receivedAt" > t."solvedAt" AND o."receivedAt" <= t."solvedAt" + interval '7 days'),
      t."mergedIntoId" IS NOT NULL,
      EXISTS (SELECT 1 FROM article_links l WHERE l."ticketId" = t.id AND l.role = 'resolved_by'),
      e.template, s."ticketId" IS NOT NULL, s.csat, s.nps
    FROM tickets t LEFT JOIN surveys s ON s."ticketId" = t.id
    CROSS JOIN LATERAL (
      SELECT max(id) AS last,
        min(at) FILTER (WHERE type = 'public_reply' AND data->>'by' = 'agent' AND data->>'ack' IS DISTINCT FROM 'true') AS answered,
        count(*) FILTER (WHERE type = 'public_reply' AND data->>'by' = 'agent'
          AND (data->>'substantive' = 'true' OR data->>'full' = 'true'))::int AS replies,
        coalesce(bool_or(type = 'reopened'), false) AS reopened,
        coalesce(bool_or(type = 'public_reply' AND data->>'by' = 'agent' AND data->>'purpose' IS NOT NULL), false) AS template
      FROM ticket_events WHERE "ticketId" = t.id) AS e
    LEFT JOIN LATERAL (
      SELECT bool_or(before <> team AND at > e.answered) AS moved FROM (
        SELECT at, data->>'teamId' AS team, lag(data->>'teamId') OVER (ORDER BY id) AS before
        FROM ticket_events WHERE "ticketId" = t.id AND type = 'assigned' AND data->>'teamId' IS NOT NULL) AS teams
    ) AS m ON true
    WHERE t.id = ANY(${[...ids]}::uuid[]) AND t.status <> 'unconfirmed' AND e.last IS NOT NULL
    ON CONFLICT DO NOTHING`;
}
