/** What happens to tickets, told to the visit log in the transaction in which it happens. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { customerOf, lastSeen, noteTicket } from "./events.repo.ts";
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
  const { document } = await deps.settings.current("measurement", tx);
  const subject = document.linking === "people" ? await subjectOf(deps, tx, ticketId, at) : null;
  const links = document.linking !== "off";
  const seen = sender && links ? await seenKeys(tx, sender, at) : [];
  // A visit that ran over midnight is still going on under yesterday's key.
  const going = seen.find(({ last }) => at.getTime() - last.getTime() <= defaultParams.visitGap);
  const own = going ?? seen.find(({ age }) => age === 0);
  await noteTicket(tx, ticketId, { ...common, key: own?.key ?? null, subject, age: null });
  for (const { key, age } of seen)
    if (key !== own?.key) await noteTicket(tx, ticketId, { ...common, key, subject: null, age });
}

const monthMs = 30 * 86_400_000;

/** The key of a known customer, another one every 30 days: nobody can follow them for longer. */
async function subjectOf(deps: Deps, tx: Tx, ticketId: string, at: Date): Promise<bigint> {
  const customer = await customerOf(tx, ticketId);
  const text = `${Math.floor(at.getTime() / monthMs)}|${customer}`;
  const digest = Buffer.from(deps.secrets.sign("subject", text), "base64url");
  return digest.readBigInt64BE(0);
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
  subject: null,
  age: null,
});
