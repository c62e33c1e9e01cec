/** Tickets that went into others, as rows. */
import type { Tx } from "../db.ts";
import { Problem } from "../errors.ts";
import type { Mergeable } from "./merging.ts";

const fields = {
  ...{ id: true, number: true, customerId: true, status: true, receivedAt: true },
  ...{ closedAt: true, mergedIntoId: true, incidentId: true, version: true },
} as const;

/** Locks both until the transaction ends, in an order that two merges share. @throws `not_found`. */
export async function lockPair(tx: Tx, id: string, number: number) {
  await tx.$queryRaw`SELECT 1 FROM tickets WHERE id = ${id}::uuid OR number = ${number} ORDER BY id FOR UPDATE`;
  const a = await tx.ticket.findUnique({ where: { id }, select: fields });
  const b = await tx.ticket.findUnique({ where: { number }, select: fields });
  if (!a || !b) throw new Problem("not_found");
  return { a: a as typeof a & Mergeable, b: b as typeof b & Mergeable };
}

type Pair = {
  kept: { id: string; incidentId: string | null };
  gone: { id: string; incidentId: string | null };
};

/** One case from here on: what went into the younger one before, what is still to do, and its incident. */
export async function moveInto(tx: Tx, { kept, gone }: Pair, closedAt: Date): Promise<void> {
  await tx.ticket.update({
    where: { id: gone.id },
    data: {
      ...{ status: "closed", closedAt, mergedIntoId: kept.id, incidentId: null },
      version: { increment: 1 },
    },
  });
  const incidentId = kept.incidentId ?? gone.incidentId;
  await tx.ticket.update({ where: { id: kept.id }, data: { incidentId } });
  const ofGone = { where: { mergedIntoId: gone.id }, data: { mergedIntoId: kept.id } };
  await tx.ticket.updateMany(ofGone);
  await tx.task.updateMany({
    where: { ticketId: gone.id, doneAt: null },
    data: { ticketId: kept.id },
  });
}

/** Tickets that went into this one, the oldest first. */
export const mergedInto = (tx: Tx, ticketId: string) =>
  tx.ticket.findMany({
    where: { mergedIntoId: ticketId },
    orderBy: { number: "asc" },
    select: { id: true, number: true, subject: true, receivedAt: true },
  });

/** The ticket that goes on for this one: itself, or the one it went into. */
export async function livingTicket(tx: Tx, id: string): Promise<string> {
  const found = await tx.ticket.findUnique({ where: { id }, select: { mergedIntoId: true } });
  return found?.mergedIntoId ?? id;
}

export const numberOf = async (tx: Tx, id: string): Promise<number> =>
  (await tx.ticket.findUniqueOrThrow({ where: { id }, select: { number: true } })).number;
