/** The one way a ticket's log grows: append, derive the clocks again, tell who is looking. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { notify } from "../live.ts";
import { nextDue } from "../sla/clock.ts";
import { clocksOf } from "../sla/clocks.ts";
import type { LogEvent } from "../sla/log.ts";
import { settingsOf } from "../sla/reading.ts";
import { wakesOf } from "../sla/wakes.ts";
import { clockEvents, type TicketEvent, toRow } from "./log.ts";
import {
  type ActorRef,
  appendEvents,
  clockLogs,
  type Derived,
  type Entry,
  insertClocks,
  saveClocks,
} from "./tickets.repo.ts";

/** Appends events in the caller's transaction and brings the cached clocks up to date. */
export async function record(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  actor: ActorRef,
  events: readonly TicketEvent[],
): Promise<void> {
  await appendEvents(
    tx,
    ticketId,
    events.map((event) => ({ actor, event })),
  );
  await rederive(deps, tx, [ticketId]);
  await notify(tx, { kind: "ticket", id: ticketId });
}

/** The first entries of a log: nothing was there to be read before. */
export async function recordFirst(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  entries: readonly Entry[],
): Promise<Derived> {
  await appendEvents(tx, ticketId, entries);
  const log = clockEvents(entries.map(({ event }) => toRow(event)));
  const derived = await derive(deps, tx, ticketId, log);
  await insertClocks(tx, [derived]);
  await notify(tx, { kind: "ticket", id: ticketId });
  return derived;
}

/** Rebuilds the cached clocks of tickets from their logs. */
export async function rederive(deps: Deps, tx: Tx, ticketIds: readonly string[]): Promise<void> {
  const derived: Derived[] = [];
  for (const [ticketId, log] of await clockLogs(tx, ticketIds))
    derived.push(await derive(deps, tx, ticketId, log));
  await saveClocks(tx, derived);
}

/** Clocks of a log by the settings it names, as they stand now. */
export async function derive(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  log: readonly LogEvent[],
): Promise<Derived> {
  const now = deps.now().getTime();
  const { version } = settingsOf(log, now);
  const clocks = clocksOf(log, await deps.settings.version("sla", version, tx), now);
  const wakeAt = wakesOf(clocks, log)[0]?.at ?? null;
  return { ticketId, clocks, next: nextDue(clocks), wakeAt, slaVersion: version };
}
