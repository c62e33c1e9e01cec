import type { Tx } from "../db.ts";
import { Problem } from "../errors.ts";

export type StoredFile = { id: string; name: string; mime: string; size: number };

const fields = { id: true, name: true, mime: true, size: true } as const;

export function addFile(
  tx: Tx,
  file: StoredFile & { sha256: string; createdAt: Date },
): Promise<StoredFile> {
  return tx.attachment.create({ data: file, select: fields });
}

/**
 * Binds uploads to a ticket and a message.
 * @throws Problem `file_missing` when one doesn't exist or belongs to somebody else already.
 */
export async function bindFiles(
  tx: Tx,
  ids: string[],
  ticketId: string,
  messageId: string,
): Promise<void> {
  if (ids.length === 0) return;
  const { count } = await tx.attachment.updateMany({
    where: { id: { in: ids }, ticketId: null },
    data: { ticketId, messageId },
  });
  if (count !== new Set(ids).size) throw new Problem("file_missing");
}

/** A file of the ticket, or of one that went into it. */
export function fileOfTicket(tx: Tx, ticketId: string, id: string): Promise<StoredFile | null> {
  const ticket = { OR: [{ id: ticketId }, { mergedIntoId: ticketId }] };
  return tx.attachment.findFirst({ where: { id, ticket, erasedAt: null }, select: fields });
}

/** Uploads that no ticket claimed before the given time; the rows are removed. */
export async function dropUnbound(tx: Tx, before: Date): Promise<string[]> {
  const old = await tx.attachment.findMany({
    where: { ticketId: null, createdAt: { lt: before } },
    select: { id: true },
    take: 1000,
  });
  const ids = old.map(({ id }) => id);
  await tx.attachment.deleteMany({ where: { id: { in: ids }, ticketId: null } });
  return ids;
}

export function fileForStaff(tx: Tx, id: string): Promise<StoredFile | null> {
  return tx.attachment.findFirst({
    where: { id, ticketId: { not: null }, erasedAt: null },
    select: fields,
  });
}
