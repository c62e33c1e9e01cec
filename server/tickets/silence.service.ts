/** A solved ticket that stays quiet closes by itself. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { recordAll } from "./record.service.ts";
import { closeSolved } from "./tickets.repo.ts";

/**
 * @param closings `at` is the first instant at which the silence was long enough, however late this runs.
 * @returns the ids of those that were solved until now.
 */
export async function closeInSilence(
  deps: Deps,
  tx: Tx,
  closings: readonly { ticketId: string; at: Date }[],
): Promise<string[]> {
  if (closings.length === 0) return [];
  const closed = new Set(await closeSolved(tx, closings));
  const actor = { kind: "system", id: null } as const;
  const entries = closings.map(({ ticketId, at }) => ({
    ...{ ticketId, actor },
    event: { type: "status_changed", at: at.getTime(), from: "solved", to: "closed" } as const,
  }));
  await recordAll(
    deps,
    tx,
    entries.filter(({ ticketId }) => closed.has(ticketId)),
  );
  return [...closed];
}
