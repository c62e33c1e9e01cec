import type { Tx } from "../db.ts";

const ticket = {
  id: true,
  number: true,
  subject: true,
  locale: true,
  kind: true,
  priority: true,
  receivedAt: true,
  status: true,
  customer: { select: { name: true, email: true, timeZone: true } },
  nextDueAt: true,
  nextDueMetric: true,
} as const;

export const ticketForMail = (tx: Tx, id: string) =>
  tx.ticket.findUnique({ where: { id }, select: ticket });

/** The given public message, or the ticket's last one. */
export function publicMessage(tx: Tx, ticketId: string, id?: string) {
  return tx.message.findFirst({
    where: { ticketId, kind: "public", ...(id && { id }) },
    orderBy: { createdAt: "desc" },
    select: { id: true, body: true, createdAt: true, user: { select: { name: true } } },
  });
}

/** Time of the promise that stands, from the clocks. */
export async function standingPromise(tx: Tx, ticketId: string): Promise<Date | null> {
  const clock = await tx.clock.findFirst({
    where: { ticketId, metric: "promise", stoppedAt: null },
    orderBy: { instance: "desc" },
    select: { dueAt: true },
  });
  return clock?.dueAt ?? null;
}
