import type { Tx } from "../db.ts";

export type NewRecord = {
  ticketId: string;
  party: string;
  problem: string;
  wantedAt: Date;
  points: string;
  openedAt: Date;
  openedById: string;
};

export const insertRecord = (tx: Tx, record: NewRecord): Promise<{ id: string }> =>
  tx.thirdParty.create({ data: record, select: { id: true } });

/** The ticket of a record, whatever became of the record. */
export const recordById = (tx: Tx, id: string) =>
  tx.thirdParty.findUnique({ where: { id }, select: { ticketId: true, closedAt: true } });

/** @returns false when it was closed already. */
export async function closeRecord(tx: Tx, id: string, closedAt: Date, answer: string) {
  const { count } = await tx.thirdParty.updateMany({
    where: { id, closedAt: null },
    data: { closedAt, answer },
  });
  return count === 1;
}

export const openRecords = (tx: Tx, ticketId: string): Promise<number> =>
  tx.thirdParty.count({ where: { ticketId, closedAt: null } });

/** What a ticket waits or waited for outside the house, the open ones first. */
export const recordsOf = (tx: Tx, ticketId: string) =>
  tx.thirdParty.findMany({
    where: { ticketId },
    orderBy: [{ closedAt: { sort: "asc", nulls: "first" } }, { openedAt: "asc" }],
    omit: { ticketId: true },
  });
