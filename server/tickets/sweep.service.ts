/** What happens by itself: clocks that warn, that are missed, that close a ticket in silence. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { notifyAll } from "../live.ts";
import { onClocksWoke } from "../reactions.ts";
import type { LogEvent } from "../sla/log.ts";
import { eventOf, type Woke, wakesOf } from "../sla/wakes.ts";
import { type Derived, saveHeads, saveMissed, takeAwake } from "./clocks.repo.ts";
import { derive } from "./record.service.ts";
import { appendEntries, clockLogs } from "./tickets.repo.ts";

const batch = 250;
const actor = { kind: "system", id: null } as const;

/**
 * Writes down, for every ticket that is due to be looked at, what has become true: a miss gets the
 * instant it happened at, however late this runs. Tickets that another worker holds are left to it.
 * @returns how many tickets were settled.
 */
export async function sweepClocks(deps: Deps): Promise<number> {
  let settled = 0;
  for (;;) {
    const count = await deps.db.$transaction((tx) => settle(deps, tx), { timeout: 60_000 });
    settled += count;
    // Fewer than asked for may mean that another worker has the others.
    if (count === 0) return settled;
  }
}

async function settle(deps: Deps, tx: Tx): Promise<number> {
  const ids = await takeAwake(tx, deps.now(), batch);
  if (ids.length === 0) return 0;
  await onClocksWoke(deps, tx, await wake(deps, tx, await clockLogs(tx, ids)));
  await notifyAll(
    tx,
    ids.map((id) => ({ kind: "ticket", id })),
  );
  return ids.length;
}

/** Appends what has become true, and brings the cache up to date with it. */
async function wake(deps: Deps, tx: Tx, logs: Map<string, LogEvent[]>): Promise<Woke[]> {
  const now = deps.now().getTime();
  const woke: Woke[] = [];
  const derived: Derived[] = [];
  for (const [ticketId, before] of logs) {
    const found = await derive(deps, tx, ticketId, before);
    const wakes = wakesOf(found.clocks, before).filter(({ at }) => at <= now);
    const log = [...before, ...wakes.map(eventOf)];
    derived.push({ ...found, wakeAt: wakesOf(found.clocks, log)[0]?.at ?? null });
    woke.push({ ticketId, wakes, log, clocks: found.clocks });
  }
  const entries = woke.flatMap(({ ticketId, wakes }) =>
    wakes.map((wake) => ({ ticketId, actor, ...wake, event: eventOf(wake) })),
  );
  await appendEntries(tx, entries);
  // Time alone changes a clock in one way: it is missed.
  await saveMissed(
    tx,
    entries.filter(({ what }) => what === "breached"),
  );
  await saveHeads(tx, derived);
  return woke;
}
