import type { Locale } from "../../content/schema.ts";
import type { Tx } from "../db.ts";
import { Problem } from "../errors.ts";
import type { Clock } from "../sla/clock.ts";
import type { Kind, LogEvent, Priority } from "../sla/log.ts";
import { clockEvents, type TicketEvent, toRow } from "./log.ts";
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
  version: number;
  channel: string;
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
  version: true,
  channel: true,
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
    select: { id: true, number: true, priority: true, kind: true, receivedAt: true, status: true },
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

export async function appendEvents(
  tx: Tx,
  ticketId: string,
  actor: ActorRef,
  events: readonly TicketEvent[],
): Promise<void> {
  await tx.ticketEvent.createMany({
    data: events.map((event) => ({
      ticketId,
      actorKind: actor.kind,
      actorId: actor.id,
      ...toRow(event),
    })),
  });
}

/** The part of the log that clocks are made of, oldest first. */
export async function clockLog(tx: Tx, ticketId: string): Promise<LogEvent[]> {
  const rows = await tx.ticketEvent.findMany({
    where: { ticketId },
    orderBy: { id: "asc" },
    select: { type: true, at: true, data: true, actorKind: true, actorId: true },
  });
  return clockEvents(rows);
}

const date = (at: number | null | undefined): Date | null => (at == null ? null : new Date(at));

/** Replaces the cached clocks of a ticket by those derived from its log. */
export async function saveClocks(
  tx: Tx,
  ticketId: string,
  clocks: readonly Clock[],
  next: { metric: string; dueAt: number } | null,
): Promise<void> {
  await tx.clock.deleteMany({ where: { ticketId } });
  await tx.clock.createMany({
    data: clocks.map((clock) => ({
      ticketId,
      metric: clock.metric,
      instance: clock.instance,
      state: clock.state,
      startedAt: new Date(clock.startedAt),
      goalAt: date(clock.goalAt),
      warnAt: date(clock.warnAt),
      dueAt: date(clock.dueAt),
      stoppedAt: date(clock.stoppedAt),
      breachedAt: date(clock.breachedAt),
    })),
  });
  await tx.ticket.update({
    where: { id: ticketId },
    data: { nextDueAt: date(next?.dueAt), nextDueMetric: next?.metric ?? null },
  });
}

export type TicketChange = Partial<{
  status: Status;
  priority: string;
  assigneeId: string | null;
  causeTag: string | null;
  causeNote: string | null;
  solvedAt: Date | null;
  closedAt: Date | null;
  captureChoice: string | null;
  captureReason: string | null;
  receivedAt: Date;
}>;

/** Every change raises the version, by which two people at one ticket are told apart. */
export async function changeTicket(tx: Tx, id: string, change: TicketChange): Promise<void> {
  await tx.ticket.update({ where: { id }, data: { ...change, version: { increment: 1 } } });
}
