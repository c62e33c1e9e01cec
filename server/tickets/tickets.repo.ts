import type { Locale } from "../../content/schema.ts";
import type { Tx } from "../db.ts";
import { Problem } from "../errors.ts";
import type { Kind, LogEvent, Priority } from "../sla/log.ts";
import { clockEvents, type StoredEvent, type TicketEvent, toRow } from "./log.ts";
import { isActive, type Status } from "./ticket.ts";

/** What rules need to know of a ticket before it changes. */
export type TicketState = {
  id: string;
  number: number;
  customerId: string;
  status: Status;
  priority: Priority;
  kind: Kind;
  locale: Locale;
  subject: string;
  assigneeId: string | null;
  closedAt: Date | null;
  causeTag: string | null;
  need: string | null;
  version: number;
  channel: string;
  category: string;
  module: string;
  team: string;
  flags: string[];
  region: string;
  /** The ticket that goes on for it. */
  mergedIntoId: string | null;
  customer: { tier: string };
};

const state = {
  id: true,
  number: true,
  customerId: true,
  status: true,
  priority: true,
  kind: true,
  locale: true,
  subject: true,
  assigneeId: true,
  closedAt: true,
  causeTag: true,
  need: true,
  version: true,
  channel: true,
  category: true,
  module: true,
  team: true,
  flags: true,
  region: true,
  mergedIntoId: true,
  customer: { select: { tier: true } },
} as const;

/**
 * Locks the ticket until the transaction ends, so that two changes follow one another.
 * @throws Problem `not_found`.
 */
export async function lockTicket(tx: Tx, id: string): Promise<TicketState> {
  await tx.$queryRaw`SELECT 1 FROM tickets WHERE id = ${id}::uuid FOR UPDATE`;
  const found = await tx.ticket.findUnique({ where: { id }, select: state });
  if (!found) throw new Problem("not_found");
  return found as TicketState;
}

export function ticketByKey(tx: Tx, key: string) {
  return tx.ticket.findUnique({
    where: { idempotencyKey: key },
    select: { id: true, number: true, priority: true, receivedAt: true, status: true },
  });
}

export type NewMessage = {
  ticketId: string;
  kind: "customer" | "public" | "note" | "system";
  body: string;
  createdAt: Date;
  userId?: string | null;
  customerId?: string | null;
  key?: string | null;
};

/** @returns null when a message with this key exists already. */
export async function addMessage(tx: Tx, message: NewMessage): Promise<{ id: string } | null> {
  const [row] = await tx.message.createManyAndReturn({
    data: [message],
    skipDuplicates: true,
    select: { id: true },
  });
  return row ?? null;
}

export const messageByKey = (tx: Tx, key: string): Promise<{ id: string } | null> =>
  tx.message.findUnique({ where: { key }, select: { id: true } });

/** The last message that the customer got; null while there is none. */
export const lastAnswer = (tx: Tx, ticketId: string): Promise<{ id: string } | null> =>
  tx.message.findFirst({
    where: { ticketId, kind: "public" },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });

/** Whether the log has such an entry, about this message where one is named. */
export const hasHappened = async (
  tx: Tx,
  ticketId: string,
  type: TicketEvent["type"],
  messageId?: string,
): Promise<boolean> => {
  const about = messageId && { data: { path: ["messageId"], equals: messageId } };
  return (await tx.ticketEvent.count({ where: { ticketId, type, ...about } })) > 0;
};

/** Number of its last change. @throws when there is no such ticket. */
export const versionOf = async (tx: Tx, id: string): Promise<number> =>
  (await tx.ticket.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;

export type ActorRef = { kind: "customer" | "agent" | "system"; id: string | null };

/** Something that happened to a ticket, and who did it. */
export type Entry = { actor: ActorRef; event: TicketEvent };
export type TicketEntry = Entry & { ticketId: string };

/** Appends to the log of a ticket. */
export const appendEvents = (tx: Tx, ticketId: string, entries: readonly Entry[]): Promise<void> =>
  appendEntries(
    tx,
    entries.map((entry) => ({ ticketId, ...entry })),
  );

/** Appends to the logs of several tickets at once. */
export async function appendEntries(tx: Tx, entries: readonly TicketEntry[]): Promise<void> {
  const rows = entries.map(eventRow);
  await tx.$executeRaw`INSERT INTO ticket_events ("ticketId", at, type, "actorKind", "actorId", data)
    SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS row
      ("ticketId" uuid, at timestamptz, type text, "actorKind" text, "actorId" text, data jsonb)`;
}

/** An entry as a row of the log. */
export const eventRow = ({ ticketId, actor, event }: TicketEntry) => ({
  ...{ ticketId, actorKind: actor.kind, actorId: actor.id },
  ...toRow(event),
});

/** The part of the log that clocks are made of, oldest first. */
export async function clockLog(tx: Tx, ticketId: string): Promise<LogEvent[]> {
  return (await clockLogs(tx, [ticketId])).get(ticketId)!;
}

/** The same of many tickets at once; one without events has an empty log. */
export async function clockLogs(
  tx: Tx,
  ticketIds: readonly string[],
): Promise<Map<string, LogEvent[]>> {
  const rows = await tx.$queryRaw<(StoredEvent & { ticketId: string })[]>`
    SELECT "ticketId", type, at, data, "actorKind", "actorId" FROM ticket_events
    WHERE "ticketId" = ANY(${ticketIds}::uuid[]) ORDER BY "ticketId", id`;
  const logs = new Map<string, StoredEvent[]>(ticketIds.map((id) => [id, []]));
  for (const row of rows) logs.get(row.ticketId)!.push(row);
  return new Map([...logs].map(([id, events]) => [id, clockEvents(events)]));
}

/** By when the first human reply is owed, from the cached clocks; null once nothing is. */
export async function firstReplyDue(tx: Tx, ticketId: string): Promise<Date | null> {
  const clock = await tx.clock.findFirst({
    where: { ticketId, metric: "first_reply" },
    select: { dueAt: true },
  });
  return clock?.dueAt ?? null;
}

export type TicketChange = Partial<{
  status: Status;
  priority: string;
  kind: string;
  category: string;
  module: string;
  flags: string[];
  assigneeId: string | null;
  causeTag: string | null;
  causeNote: string | null;
  solvedAt: Date | null;
  closedAt: Date | null;
  closeReason: "confirmed" | "silent" | "long_term_plan" | null;
  planText: string | null;
  planLink: string | null;
  need: string | null;
  captureChoice: string | null;
  captureReason: string | null;
  receivedAt: Date;
}>;

/** Every change raises the version, by which two people at one ticket are told apart. */
export async function changeTicket(tx: Tx, id: string, change: TicketChange): Promise<void> {
  await tx.ticket.update({ where: { id }, data: { ...change, version: { increment: 1 } } });
}

/** Closes those that are still solved, each at its time. @returns the ids of those. */
export async function closeSolved(
  tx: Tx,
  closings: readonly { ticketId: string; at: Date }[],
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE tickets AS t SET status = 'closed', "closedAt" = row.at, "closeReason" = 'silent',
      version = version + 1
    FROM json_to_recordset(${JSON.stringify(closings)}::json) AS row ("ticketId" uuid, at timestamptz)
    WHERE t.id = row."ticketId" AND t.status = 'solved' RETURNING t.id`;
  return rows.map(({ id }) => id);
}

/** Who has each of these tickets, where it is still being worked on. */
export async function ownersOf(
  tx: Tx,
  ticketIds: readonly string[],
): Promise<Map<string, [string]>> {
  if (ticketIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; assigneeId: string; status: Status }[]>`
    SELECT id, "assigneeId", status FROM tickets
    WHERE id = ANY(${ticketIds}::uuid[]) AND "assigneeId" IS NOT NULL`;
  const worked = rows.filter(({ status }) => isActive(status));
  return new Map(worked.map(({ id, assigneeId }) => [id, [assigneeId]]));
}
