/** What happens to tickets, told to the visit log in the transaction in which it happens. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { lastSeen, noteTicket } from "./events.repo.ts";
import { defaultParams } from "./events.ts";
import { keysOf, type Sender, type VisitKey } from "./keys.service.ts";

/**
 * A ticket exists. If its sender's browser was seen in the last 72 hours, its earlier visits hear of
 * it; of a browser that was never seen (no script, DNT, GPC) nothing is kept.
 * @param sender null where the ticket came without a browser. Staff who try the form are no contact.
 */
export async function noteCreated(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  sender: (Sender & { isStaff: boolean }) | null,
): Promise<void> {
  const at = deps.now();
  const common = {
    etype: "ticket_created" as const,
    at,
    traffic: sender?.isStaff ? ("internal" as const) : ("human" as const),
  };
  const seen = sender ? await seenKeys(tx, sender, at) : [];
  // A visit that ran over midnight is still going on under yesterday's key.
  const going = seen.find(({ last }) => at.getTime() - last.getTime() <= defaultParams.visitGap);
  const own = going ?? seen.find(({ age }) => age === 0);
  await noteTicket(tx, ticketId, { ...common, key: own?.key ?? null, age: null });
  for (const { key, age } of seen)
    if (key !== own?.key) await noteTicket(tx, ticketId, { ...common, key, age });
}

/** The sender's keys that were seen lately, the youngest first. */
async function seenKeys(tx: Tx, sender: Sender, at: Date): Promise<(VisitKey & { last: Date })[]> {
  const keys = await keysOf(tx, sender, at);
  const since = new Date(at.getTime() - defaultParams.contactWindow);
  const times = await lastSeen(
    tx,
    keys.map(({ key }) => key),
    since,
  );
  return keys.flatMap((known) => {
    const last = times.get(known.key);
    return last ? [{ ...known, last }] : [];
  });
}

export const noteSolved = (deps: Deps, tx: Tx, ticketId: string): Promise<void> =>
  noteTicket(tx, ticketId, { ...later(deps), etype: "ticket_solved" });

export const noteReopened = (deps: Deps, tx: Tx, ticketId: string): Promise<void> =>
  noteTicket(tx, ticketId, { ...later(deps), etype: "ticket_reopened" });

const later = (deps: Deps) => ({
  at: deps.now(),
  traffic: "human" as const,
  key: null,
  age: null,
});
