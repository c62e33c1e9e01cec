/** A solved ticket that stays quiet closes by itself. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { record } from "./record.service.ts";
import { changeTicket, lockTicket } from "./tickets.repo.ts";

/**
 * @param at the first instant at which the silence was long enough, however late this runs.
 * @returns false when the ticket was opened again meanwhile.
 */
export async function closeInSilence(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  at: Date,
): Promise<boolean> {
  const { status } = await lockTicket(tx, ticketId);
  if (status !== "solved") return false;
  await changeTicket(tx, ticketId, { status: "closed", closedAt: at, closeReason: "silent" });
  await record(deps, tx, ticketId, { kind: "system", id: null }, [
    { type: "status_changed", at: at.getTime(), from: "solved", to: "closed" },
  ]);
  return true;
}
