/** What was done to all tickets of an incident, and how far that has got. */
import type { Tx } from "../db.ts";
import type { UpdateKind } from "./incident.ts";

export type NewUpdate = {
  /** Made by the browser: sending twice stores it once. */
  id: string;
  incidentId: string;
  kind: UpdateKind;
  text: object;
  promiseAt: Date | null;
  causeTag: string;
  byId: string;
  at: Date;
};

/** With the tickets it has to reach. @returns false when it is there already. */
export async function insertUpdate(
  tx: Tx,
  update: NewUpdate,
  ticketIds: readonly string[],
): Promise<boolean> {
  const { count } = await tx.incidentUpdate.createMany({ data: [update], skipDuplicates: true });
  if (count === 0) return false;
  const { id: updateId } = update;
  await tx.incidentDelivery.createMany({
    data: ticketIds.map((ticketId) => ({ updateId, ticketId })),
  });
  return true;
}

/** Takes one delivery; null when it is done, or another worker was faster. */
export async function takeDelivery(tx: Tx, updateId: string, ticketId: string, doneAt: Date) {
  const which = { updateId, ticketId, doneAt: null };
  const { count } = await tx.incidentDelivery.updateMany({ where: which, data: { doneAt } });
  if (count === 0) return null;
  return tx.incidentUpdate.findUniqueOrThrow({
    where: { id: updateId },
    include: { incident: { select: { id: true, number: true, state: true } } },
  });
}
export type Taken = NonNullable<Awaited<ReturnType<typeof takeDelivery>>>;

export async function settleDelivery(
  tx: Tx,
  { updateId, ticketId }: { updateId: string; ticketId: string },
  outcome: string,
): Promise<void> {
  const where = { updateId_ticketId: { updateId, ticketId } };
  await tx.incidentDelivery.update({ where, data: { outcome } });
}

/** Tickets that an incident's updates haven't reached yet. */
export const undelivered = (tx: Tx, incidentId: string) =>
  tx.incidentDelivery.findMany({
    where: { doneAt: null, update: { incidentId } },
    select: { updateId: true, ticketId: true },
  });

/** Newest first, each with what became of it, ticket by ticket. */
export const updatesOf = (tx: Tx, incidentId: string) =>
  tx.incidentUpdate.findMany({
    where: { incidentId },
    orderBy: { at: "desc" },
    select: {
      ...{
        id: true,
        kind: true,
        text: true,
        promiseAt: true,
        causeTag: true,
        byId: true,
        at: true,
      },
      deliveries: {
        select: { doneAt: true, outcome: true, ticket: { select: { number: true } } },
      },
    },
  });
