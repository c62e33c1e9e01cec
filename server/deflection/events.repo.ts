import type { Tx } from "../db.ts";
import type { BeaconRow } from "./beaconrow.ts";
import type { EventRow } from "./eventrow.ts";
import type { Traffic } from "./events.ts";
import { siteId } from "./network.ts";

/** Rows whose id is known already are left out. @returns how many were new. */
export async function insertEvents(tx: Tx, rows: readonly BeaconRow[]): Promise<number> {
  const data = JSON.stringify(
    rows.map(({ visitKey, queryId, ...row }) => ({
      ...{ ...row, visitKey: visitKey.toString(), queryId: queryId?.toString() ?? null },
    })),
  );
  // One parameter for all rows: five times as fast as one for each value.
  return tx.$executeRaw`
    INSERT INTO m.events (event_id, ts, site_id, etype, visit_key, episode_id, locale, category,
      article_id, query_id, n, rank, arm, vote, reason, traffic)
    SELECT "eventId", ts, ${siteId}::int2, etype, "visitKey", "episodeId", locale, category,
      "articleId", "queryId", n, rank, arm, vote, reason, traffic
    FROM jsonb_to_recordset(${data}::jsonb) AS r("eventId" uuid, ts timestamptz, etype m.etype,
      "visitKey" int8, "episodeId" uuid, locale text, category text, "articleId" int4, "queryId" int8, n int4,
      rank int2, arm char, vote int2, reason text, traffic m.traffic)
    ON CONFLICT DO NOTHING`;
}

/** When each of the keys was last seen, of those seen since. */
export async function lastSeen(
  tx: Tx,
  keys: readonly bigint[],
  since: Date,
): Promise<Map<bigint, Date>> {
  const rows = await tx.visitEvent.groupBy({
    by: ["visitKey"],
    where: { visitKey: { in: [...keys] }, ts: { gte: since } },
    _max: { ts: true },
  });
  return new Map(rows.map(({ visitKey, _max }) => [visitKey!, _max.ts!]));
}

/** A change of a ticket as the visit log notes it. Ids and enumerations come from the ticket itself. */
export type TicketNote = {
  etype: "ticket_created" | "ticket_solved" | "ticket_reopened";
  at: Date;
  traffic: Traffic;
  /** Null: not known, or the change has no sender. */
  key: bigint | null;
  /** Of a known customer, where the operator links customers. */
  subject: bigint | null;
  /**
   * Null for the ticket itself. A number marks an earlier visit of the sender, whose key is this
   * many days old: the row begins no visit and counts as no second ticket. Stored in `n`.
   */
  age: number | null;
};

export async function noteTicket(
  tx: Tx,
  ticketId: string,
  { etype, at, traffic, key, subject, age }: TicketNote,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO m.events (event_id, ts, site_id, etype, visit_key, subject_key, episode_id, locale,
      category, ticket_id, channel, n, traffic)
    SELECT gen_random_uuid(), ${at}, ${siteId}::int2, ${etype}::m.etype, ${key}::int8, ${subject}::int8,
      CASE WHEN ${age}::int4 IS NULL THEN t."episodeId" END, t.locale, nullif(t.category, ''),
      t.id, t.channel, ${age}::int4, ${traffic}::m.traffic
    FROM tickets t WHERE t.id = ${ticketId}::uuid`;
}

/** The events of the keys since `from`, with the tickets that were sent with their forms. */
export async function eventsOf(tx: Tx, keys: readonly bigint[], from: Date): Promise<EventRow[]> {
  const own = await tx.visitEvent.findMany({
    where: { visitKey: { in: [...keys] }, ts: { gte: from } },
    orderBy: { ts: "asc" },
  });
  const forms = own.flatMap(({ etype, episodeId }) =>
    etype === "form_open" && episodeId ? [episodeId] : [],
  );
  const sent = await tx.visitEvent.findMany({
    where: { etype: "ticket_created", episodeId: { in: forms }, ts: { gte: from } },
  });
  const people = [...own, ...sent].flatMap(({ subjectKey }) => subjectKey ?? []);
  const elsewhere = await ticketsOfPeople(tx, people, from);
  const all = new Map([...own, ...sent, ...elsewhere].map((row) => [row.eventId, row]));
  return [...all.values()];
}

/** Every visit key that has an event in [from, to). */
export async function keysBetween(tx: Tx, from: Date, to: Date): Promise<bigint[]> {
  const rows = await tx.$queryRaw<{ key: bigint }[]>`
    SELECT DISTINCT visit_key AS key FROM m.events
    WHERE ts >= ${from} AND ts < ${to} AND visit_key IS NOT NULL`;
  return rows.map(({ key }) => key);
}

/** What known people sent without a browser that was seen: by phone, or from another device. */
async function ticketsOfPeople(tx: Tx, people: readonly bigint[], from: Date): Promise<EventRow[]> {
  if (people.length === 0) return [];
  return tx.visitEvent.findMany({
    where: { etype: "ticket_created", subjectKey: { in: [...people] }, ts: { gte: from } },
  });
}

export async function customerOf(tx: Tx, ticketId: string): Promise<string> {
  const { customerId } = await tx.ticket.findUniqueOrThrow({
    where: { id: ticketId },
    select: { customerId: true },
  });
  return customerId;
}
