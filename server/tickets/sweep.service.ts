/** Settles clocks whose time has come, so that what is stored says what is true. */
import type { Deps } from "../deps.ts";
import { notify } from "../live.ts";
import { rederive } from "./record.service.ts";

const batch = 100;

/**
 * Re-derives tickets with a running clock that is due; a breach gets the instant it happened at,
 * however late this runs. Tickets that another worker holds are skipped.
 * @returns how many were settled.
 */
export async function sweepClocks(deps: Deps): Promise<number> {
  let settled = 0;
  for (;;) {
    const count = await deps.db.$transaction((tx) => settle(deps, tx));
    settled += count;
    if (count < batch) return settled;
  }
}

async function settle(deps: Deps, tx: Parameters<typeof rederive>[1]): Promise<number> {
  const due = await tx.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM tickets t WHERE t.id IN (
      SELECT c."ticketId" FROM clocks c WHERE c.state = 'running' AND c."dueAt" < ${secondBefore(deps.now())}
      ORDER BY c."dueAt" LIMIT ${batch})
    FOR UPDATE SKIP LOCKED`;
  for (const { id } of due) {
    await rederive(deps, tx, id);
    await notify(tx, { kind: "ticket", id });
  }
  return due.length;
}

/** Breached is the first whole second after the due time. */
const secondBefore = (at: Date): Date => new Date(at.getTime() - 1000);
