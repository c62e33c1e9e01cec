/** Whether the cached clocks are what the logs say, and putting them right. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { type Drift, driftOf, flat, heldAt } from "../sla/drift.ts";
import { DAY } from "../sla/instant.ts";
import type { LogEvent } from "../sla/log.ts";
import { type CachedTicket, cachedClocks, clockRow, headRow } from "./clocks.repo.ts";
import { derive, rederive } from "./record.service.ts";
import { clockLogs, lockTicket } from "./tickets.repo.ts";

const batch = 500;
const recent = 90 * DAY;

export type Drifted = { ticketId: string; number: number; drifts: Drift[] };
export type Verified = { tickets: number; drifted: Drifted[] };

type VerifyDeps = Pick<Deps, "db" | "settings" | "now">;

/** Every ticket that is open or was so in the last 90 days, batch by batch. Writes nothing. */
export async function* verifyClocks(deps: VerifyDeps): AsyncGenerator<Verified> {
  let after: string | null = null;
  do {
    const { last, ...verified } = await deps.db.$transaction((tx) => verify(deps, tx, after), {
      // Log and cache of one moment, whatever the desk does meanwhile.
      isolationLevel: "RepeatableRead",
      timeout: 60_000,
    });
    yield verified;
    after = last;
  } while (after !== null);
}

async function verify(deps: VerifyDeps, tx: Tx, after: string | null) {
  const since = new Date(deps.now().getTime() - recent);
  const tickets = await cachedClocks(tx, { after, since, limit: batch });
  const logs = await clockLogs(
    tx,
    tickets.map(({ id }) => id),
  );
  const drifted: Drifted[] = [];
  for (const ticket of tickets) {
    const drifts = await driftsOf(deps, tx, ticket, logs.get(ticket.id)!);
    if (drifts.length > 0) drifted.push({ ticketId: ticket.id, number: ticket.number, drifts });
  }
  const last = tickets.length === batch ? tickets.at(-1)!.id : null;
  return { tickets: tickets.length, drifted, last };
}

async function driftsOf(
  deps: VerifyDeps,
  tx: Tx,
  ticket: CachedTicket,
  log: readonly LogEvent[],
): Promise<Drift[]> {
  const at = heldAt(log, ticket.wakeAt?.getTime() ?? null, deps.now().getTime());
  const derived = await derive({ ...deps, now: () => new Date(at) }, tx, ticket.id, log);
  const rows = derived.clocks.map((clock) => clockRow(ticket.id, clock));
  return driftOf(flat(ticket, ticket.clocks), flat(headRow(derived), rows));
}

/** Derives the clocks of a ticket again, as they are now. */
export function repairClocks(deps: VerifyDeps, ticketId: string): Promise<void> {
  return deps.db.$transaction(async (tx) => {
    await lockTicket(tx, ticketId);
    await rederive(deps, tx, [ticketId]);
  });
}
