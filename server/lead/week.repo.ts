/** The tickets of a week, and what is told of those that are looked at together. */
import type { Tx } from "../db.ts";
import type { Candidate } from "./examples.ts";

/** Tickets received in [start, end); the clocks are read from them (`OFFSET 0`), not the other way. */
export const candidatesOf = (tx: Tx, start: Date, end: Date): Promise<Candidate[]> =>
  tx.$queryRaw`SELECT t.id, t.emotion,
      count(*) FILTER (WHERE c.metric = 'cadence')::int AS silences,
      count(*) FILTER (WHERE c.metric = 'promise')::int AS "brokenPromises"
    FROM tickets t LEFT JOIN LATERAL (SELECT metric FROM clocks WHERE "ticketId" = t.id
      AND state = 'breached' AND metric IN ('cadence', 'promise') OFFSET 0) AS c ON true
    WHERE t."receivedAt" >= ${start} AND t."receivedAt" < ${end} AND t.status <> 'unconfirmed'
    GROUP BY t.id`;

const told = ["ack", "first_reply", "resolution", "cadence", "promise"];

/** @param since internal notes from here on belong to the review. */
export const casesOf = (tx: Tx, ids: readonly string[], since: Date) =>
  tx.ticket.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      number: true,
      subject: true,
      priority: true,
      status: true,
      version: true,
      receivedAt: true,
      triageVersion: true,
      emotion: true,
      flags: true,
      assignee: { select: { name: true } },
      clocks: {
        where: { metric: { in: told }, state: { not: "cancelled" } },
        orderBy: [{ metric: "asc" }, { instance: "asc" }],
        select: { metric: true, state: true, startedAt: true, stoppedAt: true, breachedAt: true },
      },
      messages: {
        where: { kind: "note", createdAt: { gte: since }, erasedAt: null },
        orderBy: { createdAt: "asc" },
        select: { id: true, body: true, createdAt: true, user: { select: { name: true } } },
      },
    },
  });
