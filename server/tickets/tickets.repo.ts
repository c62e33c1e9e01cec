import type { Locale } from "../../content/schema.ts";
import type { Tx } from "../db.ts";
import { Problem } from "../errors.ts";
import type { Clock } from "../sla/clock.ts";
import type { Kind, LogEvent, Priority } from "../sla/log.ts";
import { clockEvents, type StoredEvent, type TicketEvent, toRow } from "./log.ts";
import type { Status } from "./ticket.ts";

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
  region: string;
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
  region: true,
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

export type NewTicket = {
  customerId: string;
  subject: string;
  locale: string;
  channel: string;
  form: string;
  category: string;
  module: string;
  kind: string;
  priority: string;
  impact: string;
  urgency: string;
  status: string;
  writtenAt: Date;
  receivedAt: Date;
  completeness: number;
  idempotencyKey: string;
  episodeId: string | null;
};

/** @returns null when a ticket with this key exists already. */
export async function insertTicket(
  tx: Tx,
  ticket: NewTicket,
): Promise<{ id: string; number: number } | null> {
  const [row] = await tx.ticket.createManyAndReturn({
    data: [ticket],
    skipDuplicates: true,
    select: { id: true, number: true },
  });
  return row ?? null;
}

export function ticketByKey(tx: Tx, key: string) {
  return tx.ticket.findUnique({
    where: { idempotencyKey: key },
    select: { id: true, number: true, priority: true, receivedAt: true, status: true },
  });
}

export async function saveSnapshot(
  tx: Tx,
  ticketId: string,
  data: object,
  sentAt: Date,
): Promise<void> {
  await tx.formSnapshot.create({ data: { ticketId, data, sentAt } });
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

export type ActorRef = { kind: "customer" | "agent" | "system"; id: string | null };

/** Something that happened to a ticket, and who did it. */
export type Entry = { actor: ActorRef; event: TicketEvent };

export async function appendEvents(
  tx: Tx,
  ticketId: string,
  entries: readonly Entry[],
): Promise<void> {
  await tx.ticketEvent.createMany({
    data: entries.map(({ actor, event }) => ({
      ticketId,
      actorKind: actor.kind,
      actorId: actor.id,
      ...toRow(event),
    })),
  });
}

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

/** What was derived for one ticket. */
export type Derived = {
  ticketId: string;
  clocks: readonly Clock[];
  /** The commitment that comes next, for the queue. */
  next: { metric: string; dueAt: number } | null;
  /** When something has to happen by itself; null when nothing will. */
  wakeAt: number | null;
  /** Version of the settings it was derived by. */
  slaVersion: number;
};

/** Replaces the cached clocks of tickets by those derived from their logs. */
export async function saveClocks(tx: Tx, derived: readonly Derived[]): Promise<void> {
  const ids = derived.map(({ ticketId }) => ticketId);
  await tx.$executeRaw`DELETE FROM clocks WHERE "ticketId" = ANY(${ids}::uuid[])`;
  await insertClocks(tx, derived);
}

/** The same for tickets that have none yet. */
export async function insertClocks(tx: Tx, derived: readonly Derived[]): Promise<void> {
  const rows = derived.flatMap(({ ticketId, clocks }) =>
    clocks.map((clock) => clockRow(ticketId, clock)),
  );
  await tx.$executeRaw`INSERT INTO clocks
    ("ticketId", metric, instance, state, "startedAt", "goalAt", "warnAt", "dueAt", "stoppedAt", "breachedAt")
    SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS row ("ticketId" uuid, metric text,
      instance int, state text, "startedAt" timestamptz, "goalAt" timestamptz, "warnAt" timestamptz,
      "dueAt" timestamptz, "stoppedAt" timestamptz, "breachedAt" timestamptz)`;
  const heads = derived.map(({ ticketId, next, wakeAt, slaVersion }) => ({
    ticketId,
    nextDueAt: date(next?.dueAt),
    nextDueMetric: next?.metric ?? null,
    wakeAt: date(wakeAt),
    slaVersion,
  }));
  await tx.$executeRaw`UPDATE tickets AS t SET "nextDueAt" = row."nextDueAt",
      "nextDueMetric" = row."nextDueMetric", "wakeAt" = row."wakeAt", "slaVersion" = row."slaVersion"
    FROM json_to_recordset(${JSON.stringify(heads)}::json) AS row ("ticketId" uuid,
      "nextDueAt" timestamptz, "nextDueMetric" text, "wakeAt" timestamptz, "slaVersion" int)
    WHERE t.id = row."ticketId"`;
}

const date = (at: number | null | undefined): Date | null => (at == null ? null : new Date(at));

const clockRow = (ticketId: string, clock: Clock) => ({
  ticketId,
  metric: clock.metric,
  instance: clock.instance,
  state: clock.state,
  startedAt: date(clock.startedAt),
  goalAt: date(clock.goalAt),
  warnAt: date(clock.warnAt),
  dueAt: date(clock.dueAt),
  stoppedAt: date(clock.stoppedAt),
  breachedAt: date(clock.breachedAt),
});

/** Appends entries to several logs, written by the system. */
export async function appendSystemEvents(
  tx: Tx,
  entries: readonly { ticketId: string; event: TicketEvent }[],
): Promise<void> {
  await tx.ticketEvent.createMany({
    data: entries.map(({ ticketId, event }) => ({
      ticketId,
      actorKind: "system",
      ...toRow(event),
    })),
  });
}

/**
 * Takes tickets whose time to wake has come, earliest first, and locks them until the transaction
 * ends; those that another worker holds are left to it.
 */
export async function takeAwake(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM tickets WHERE id IN
      (SELECT id FROM tickets WHERE "wakeAt" <= ${now} ORDER BY "wakeAt" LIMIT ${limit})
    FOR UPDATE SKIP LOCKED`;
  return rows.map(({ id }) => id);
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
