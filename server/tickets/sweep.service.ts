/** What happens by itself: clocks that warn, that are missed, that close a ticket in silence. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { notify } from "../live.ts";
import { onClocksWoke } from "../reactions.ts";
import type { LogEvent } from "../sla/log.ts";
import { eventOf, type Wake, wakesOf } from "../sla/wakes.ts";
import { derive } from "./record.service.ts";
import { appendSystemEvents, clockLogs, saveClocks, takeAwake } from "./tickets.repo.ts";

const batch = 250;

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
    if (count < batch) return settled;
  }
}

type Woke = { ticketId: string; wakes: Wake[] };

async function settle(deps: Deps, tx: Tx): Promise<number> {
  const ids = await takeAwake(tx, deps.now(), batch);
  if (ids.length === 0) return 0;
  const woke = await wake(deps, tx, await clockLogs(tx, ids));
  for (const { ticketId, wakes } of woke) await onClocksWoke(deps, tx, ticketId, wakes);
  for (const ticketId of ids) await notify(tx, { kind: "ticket", id: ticketId });
  return ids.length;
}

/** Appends what has become true, and brings the cached clocks up to date with it. */
async function wake(deps: Deps, tx: Tx, logs: Map<string, LogEvent[]>): Promise<Woke[]> {
  const now = deps.now().getTime();
  const woke: Woke[] = [];
  const derived = [];
  for (const [ticketId, log] of logs) {
    const found = await derive(deps, tx, ticketId, log);
    const wakes = wakesOf(found.clocks, log).filter(({ at }) => at <= now);
    const written = [...log, ...wakes.map(eventOf)];
    derived.push({ ...found, wakeAt: wakesOf(found.clocks, written)[0]?.at ?? null });
    woke.push({ ticketId, wakes });
  }
  await appendSystemEvents(
    tx,
    woke.flatMap(({ ticketId, wakes }) => wakes.map((at) => ({ ticketId, event: eventOf(at) }))),
  );
  await saveClocks(tx, derived);
  return woke;
}
