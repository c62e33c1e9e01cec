/** The one way a ticket's log grows: append, derive the clocks again, tell who is looking. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { notify, notifyAll } from "../live.ts";
import { nextDue } from "../sla/clock.ts";
import { clocksOf } from "../sla/clocks.ts";
import type { LogEvent } from "../sla/log.ts";
import { settingsOf } from "../sla/reading.ts";
import { wakesOf } from "../sla/wakes.ts";
import { type Derived, saveClocks } from "./clocks.repo.ts";
import { insertFirst } from "./intake.repo.ts";
import { isClockEvent, type TicketEvent } from "./log.ts";
import {
  type ActorRef,
  appendEntries,
  clockLogs,
  type Entry,
  type TicketEntry,
} from "./tickets.repo.ts";

/** Appends events in the caller's transaction and brings the cached clocks up to date. */
export const record = (
  deps: Deps,
  tx: Tx,
  ticketId: string,
  actor: ActorRef,
  events: readonly TicketEvent[],
): Promise<void> =>
  recordAll(
    deps,
    tx,
    events.map((event) => ({ ticketId, actor, event })),
  );

/** The same for several tickets at once. */
export async function recordAll(
  deps: Deps,
  tx: Tx,
  entries: readonly TicketEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await appendEntries(tx, entries);
  await rederive(deps, tx, ticketsOf(entries.filter(({ event }) => isClockEvent(event))));
  await notifyAll(
    tx,
    ticketsOf(entries).map((id) => ({ kind: "ticket", id })),
  );
}

const ticketsOf = (entries: readonly TicketEntry[]): string[] => [
  ...new Set(entries.map(({ ticketId }) => ticketId)),
];

/** The first entries of a log, and the clocks that were derived of them. */
export async function recordFirst(
  tx: Tx,
  entries: readonly Entry[],
  derived: Derived,
): Promise<void> {
  await insertFirst(tx, entries, derived);
  await notify(tx, { kind: "ticket", id: derived.ticketId });
}

/** Rebuilds the cached clocks of tickets from their logs. */
export async function rederive(deps: Clocked, tx: Tx, ticketIds: readonly string[]): Promise<void> {
  if (ticketIds.length === 0) return;
  const derived: Derived[] = [];
  for (const [ticketId, log] of await clockLogs(tx, ticketIds))
    derived.push(await derive(deps, tx, ticketId, log));
  await saveClocks(tx, derived);
}

/** What deriving needs: the settings and the time. */
type Clocked = Pick<Deps, "settings" | "now">;

/**
 * Clocks of a log by the settings it names, as they stand now. A clock that was set back, or that of
 * another server which is behind, doesn't undo what has happened: time stands still until it is caught up.
 */
export async function derive(
  deps: Clocked,
  tx: Tx,
  ticketId: string,
  log: readonly LogEvent[],
): Promise<Derived> {
  const now = Math.max(deps.now().getTime(), ...log.map(({ at }) => at));
  const { version } = settingsOf(log, now);
  const clocks = clocksOf(log, await deps.settings.version("sla", version, tx), now);
  const wakeAt = wakesOf(clocks, log)[0]?.at ?? null;
  return { ticketId, clocks, next: nextDue(clocks), wakeAt, slaVersion: version };
}
