import type { Tx } from "../db.ts";

/** Lets one worker at a time write hand-overs down, until its transaction ends. */
export const lockHandovers = (tx: Tx): Promise<unknown> =>
  tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('handover'))::text`;

export type Handover = { rotation: string; person: string; from: string; to: string };

/** The turn that was last written down for a rotation, or null. */
export async function lastHandover(tx: Tx, rotation: string): Promise<Handover | null> {
  const found = await tx.auditEntry.findFirst({
    where: { action: "handover", subject: rotation },
    orderBy: { id: "desc" },
    select: { data: true },
  });
  return (found?.data as Handover | undefined) ?? null;
}

/** Hand-overs, newest first. */
export async function handoversSince(tx: Tx, since: Date, limit: number) {
  const rows = await tx.auditEntry.findMany({
    where: { action: "handover", at: { gte: since } },
    orderBy: { id: "desc" },
    take: limit,
    select: { at: true, data: true },
  });
  return rows.map(({ at, data }) => ({ at, ...(data as Handover) }));
}
