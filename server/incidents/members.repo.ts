/** Tickets of an incident, and those that may belong to one. */
import { Prisma } from "#prisma";
import type { Tx } from "../db.ts";
import { kindsOfIncidents } from "./incident.ts";

const row = {
  ...{ id: true, number: true, subject: true, status: true, priority: true, locale: true },
  ...{ receivedAt: true, region: true },
  customer: { select: { name: true, email: true, company: true, tier: true, timeZone: true } },
  assignee: { select: { name: true } },
} as const;

export const membersOf = (tx: Tx, incidentId: string) =>
  tx.ticket.findMany({ where: { incidentId }, orderBy: { number: "asc" }, select: row });
export type Member = Awaited<ReturnType<typeof membersOf>>[number];

/** Ids and languages of those that still wait for us. */
export const openMembers = (tx: Tx, incidentId: string) =>
  tx.ticket.findMany({
    where: { incidentId, status: { notIn: ["unconfirmed", "solved", "closed"] } },
    ...{ orderBy: { number: "asc" }, select: { id: true, locale: true, priority: true } },
  });

/** Ties tickets that belong to none. @returns the ids of those that joined just now. */
export async function tie(tx: Tx, incidentId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE tickets SET "incidentId" = ${incidentId}::uuid
    WHERE id = ANY(${ids}::uuid[]) AND "incidentId" IS NULL AND "mergedIntoId" IS NULL RETURNING id`;
  return rows.map(({ id }) => id);
}

/** @param ids all of the incident's when absent. @returns those that belonged to it. */
export async function untie(tx: Tx, incidentId: string, ids?: string[]): Promise<string[]> {
  const chosen = ids ? Prisma.sql`AND id = ANY(${ids}::uuid[])` : Prisma.empty;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE tickets SET "incidentId" = NULL WHERE "incidentId" = ${incidentId}::uuid ${chosen} RETURNING id`;
  return rows.map(({ id }) => id);
}

/** Where a ticket's customer is: as staff or an integration said, else the zone their browser told. */
const region = Prisma.sql`coalesce(nullif(t.region, ''), c."timeZone")`;
const isSign = Prisma.sql`t.kind IN (${Prisma.join([...kindsOfIncidents])}) AND t.category <> ''
  AND t.status <> 'unconfirmed' AND t."mergedIntoId" IS NULL`;
/** Somebody took it out of one, or the one it was in was dismissed: it isn't offered again. */
const left = Prisma.sql`SELECT FROM ticket_events e WHERE e."ticketId" = t.id AND e.type = 'incident_left'`;

export type Sign = { category: string; region: string | null; receivedAt: Date };

/** What a ticket is a sign of; null when it can't be one of many. */
export async function signOf(tx: Tx, ticketId: string): Promise<Sign | null> {
  const [sign] = await tx.$queryRaw<Sign[]>`
    SELECT t.category, ${region} AS region, t."receivedAt" FROM tickets t
      JOIN customers c ON c.id = t."customerId"
    WHERE t.id = ${ticketId}::uuid AND ${isSign}`;
  return sign ?? null;
}

/**
 * Signs of the same, each customer's first, within a day around it; what is in an incident that
 * somebody decided about isn't among them.
 */
export const signsLike = (tx: Tx, { category, region: where, receivedAt }: Sign) =>
  tx.$queryRaw<{ id: string; category: string; region: string; at: Date }[]>`
    SELECT DISTINCT ON (t."customerId") t.id, t.category, ${region} AS region, t."receivedAt" AS at
    FROM tickets t JOIN customers c ON c.id = t."customerId"
      LEFT JOIN incidents i ON i.id = t."incidentId"
    WHERE t.category = ${category} AND ${region} = ${where} AND ${isSign}
      AND t."receivedAt" BETWEEN ${receivedAt}::timestamptz - interval '1 day'
        AND ${receivedAt}::timestamptz + interval '1 day'
      AND (i.id IS NULL OR i.state = 'proposed') AND NOT EXISTS (${left})
    ORDER BY t."customerId", t."receivedAt"`;

/** Open tickets that look like an incident's and belong to none; the oldest first. */
export async function offeredTo(
  tx: Tx,
  incident: { category: string; region: string },
  since: Date,
): Promise<Member[]> {
  const where = incident.region ? Prisma.sql`AND ${region} = ${incident.region}` : Prisma.empty;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM tickets t JOIN customers c ON c.id = t."customerId"
    WHERE t.category = ${incident.category} ${where} AND ${isSign} AND t."receivedAt" >= ${since}
      AND t."incidentId" IS NULL AND t.status NOT IN ('solved', 'closed') AND NOT EXISTS (${left})
    ORDER BY t."receivedAt" LIMIT 500`;
  const ids = rows.map(({ id }) => id);
  return tx.ticket.findMany({
    ...{ where: { id: { in: ids } }, orderBy: { number: "asc" }, select: row },
  });
}

/** Whether somebody took the ticket out of an incident. */
export const hasLeft = async (tx: Tx, ticketId: string): Promise<boolean> =>
  (await tx.ticketEvent.count({ where: { ticketId, type: "incident_left" } })) > 0;

/** Nobody else decides about this category and place until the transaction ends. */
export async function claimPlace(tx: Tx, category: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext(${`incident ${category}`}))) AS held`;
}

/** The incident a ticket belongs to, by the ticket's id. */
export const incidentOf = (tx: Tx, ticketId: string) =>
  tx.ticket.findUnique({
    where: { id: ticketId },
    select: { incident: { select: { id: true, number: true, state: true, title: true } } },
  });
