import type { Tx } from "../db.ts";
import type { Facts } from "./book.ts";

/** How many open tickets are counted by each version of the settings, newest first. */
export const openByVersion = (tx: Tx): Promise<{ version: number; tickets: number }[]> =>
  tx.$queryRaw`
    SELECT "slaVersion" AS version, count(*)::int AS tickets FROM tickets
    WHERE status NOT IN ('solved', 'closed', 'unconfirmed')
    GROUP BY "slaVersion" ORDER BY "slaVersion" DESC`;

/** Open tickets that are counted by an earlier version than this one. */
export async function countOlder(tx: Tx, version: number): Promise<number> {
  const counts = await openByVersion(tx);
  return counts
    .filter((row) => row.version < version)
    .reduce((sum, { tickets }) => sum + tickets, 0);
}

export type OlderTicket = { id: string } & Facts;

/**
 * Takes open tickets that are counted by an earlier version and locks them until the transaction
 * ends; those that somebody else holds are left for later.
 */
export const takeOlder = (tx: Tx, version: number, limit: number): Promise<OlderTicket[]> =>
  tx.$queryRaw`
    SELECT t.id, t.locale, t.region, t.channel, t.category, c.tier
    FROM tickets t JOIN customers c ON c.id = t."customerId"
    WHERE t."slaVersion" < ${version} AND t.status NOT IN ('solved', 'closed', 'unconfirmed')
    ORDER BY t.id LIMIT ${limit} FOR UPDATE OF t SKIP LOCKED`;

export type Recomputed = { at: Date; userId: string | null; data: unknown };

/** The last time open tickets were put under newer settings, or null. */
export const lastRecompute = (tx: Tx): Promise<Recomputed | null> =>
  tx.auditEntry.findFirst({
    where: { action: "clocks_recomputed" },
    orderBy: { id: "desc" },
    select: { at: true, userId: true, data: true },
  });
