/** Tickets whose figures have to be read out of their logs. */
import type { Tx } from "../db.ts";
import type { Period } from "./period.ts";

const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** Tickets that were opened again and whose resolution may have come due in the period or later. */
export async function reopenedTickets(tx: Tx, { start, end }: Period): Promise<string[]> {
  return ids(
    await tx.$queryRaw`SELECT DISTINCT t.id FROM ticket_events e JOIN tickets t ON t.id = e."ticketId"
      WHERE e.type = 'reopened' AND t."receivedAt" < ${end} AND NOT EXISTS (
        SELECT 1 FROM clocks c WHERE c."ticketId" = t.id AND c.metric = 'resolution'
          AND coalesce(c."breachedAt", c."dueAt") < ${start})`,
  );
}

const quarter = 15 * 60_000;

/** Tickets that the log says were opened by somebody, so that 15 minutes later lies in the period. */
export async function openedTickets(tx: Tx, { start, end }: Period): Promise<string[]> {
  const from = new Date(start.getTime() - quarter);
  return ids(
    await tx.$queryRaw`SELECT DISTINCT "ticketId" AS id FROM ticket_events
      WHERE type = 'read_receipt' AND at >= ${from} AND at < ${end}`,
  );
}
