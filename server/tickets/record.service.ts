/** The one way a ticket's log grows: append, derive the clocks again, tell who is looking. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { notify } from "../live.ts";
import { nextDue } from "../sla/clock.ts";
import { clocksOf } from "../sla/clocks.ts";
import { settingsOf } from "../sla/reading.ts";
import { bookOf } from "./book.ts";
import type { TicketEvent } from "./log.ts";
import { type ActorRef, appendEvents, clockLog, saveClocks } from "./tickets.repo.ts";

/** Appends events in the caller's transaction and brings the cached clocks up to date. */
export async function record(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  actor: ActorRef,
  events: readonly TicketEvent[],
): Promise<void> {
  await appendEvents(tx, ticketId, actor, events);
  await rederive(deps, tx, ticketId);
  await notify(tx, { kind: "ticket", id: ticketId });
}

/** Rebuilds the cached clocks of one ticket from its log. */
export async function rederive(deps: Deps, tx: Tx, ticketId: string): Promise<void> {
  const log = await clockLog(tx, ticketId);
  const now = deps.now().getTime();
  const clocks = clocksOf(log, bookOf(settingsOf(log, now).version), now);
  await saveClocks(tx, ticketId, clocks, nextDue(clocks));
}
