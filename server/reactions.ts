/** Which services answer an event: the only place where features meet. */
import type { Tx } from "./db.ts";
import { noteCreated, noteReopened, noteSolved } from "./deflection/tickets.service.ts";
import type { Agent, Deps } from "./deps.ts";
import { escalateIfDue } from "./escalation/escalation.service.ts";
import type { NoticeKind } from "./notices/notice.ts";
import type { Wake } from "./sla/wakes.ts";
import type { TicketEvent } from "./tickets/log.ts";
import { record } from "./tickets/record.service.ts";
import { closeInSilence } from "./tickets/silence.service.ts";
import { changeTicket, lockTicket, type TicketChange } from "./tickets/tickets.repo.ts";

const mail = (deps: Deps, tx: Tx, kind: NoticeKind, ticketId: string, extra: object = {}) =>
  deps.jobs.send(tx, "mail", { kind, ticketId, ...extra });

/** The browser a form was sent with; null where a ticket came another way. Only measurement sees it. */
export type Origin = { ip: string; userAgent: string; isStaff: boolean } | null;

export async function onTicketCreated(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  origin: Origin,
): Promise<void> {
  await noteCreated(deps, tx, ticketId, origin);
  await mail(deps, tx, "received", ticketId);
}

/** Sent without script: the click in this mail stands in for the proof of work. */
export const onTicketConfirmAsked = (deps: Deps, tx: Tx, ticketId: string) =>
  mail(deps, tx, "confirm", ticketId);

export const onPublicReply = (deps: Deps, tx: Tx, ticketId: string, messageId: string) =>
  mail(deps, tx, "replied", ticketId, { messageId });

export async function onTicketSolved(deps: Deps, tx: Tx, ticketId: string): Promise<void> {
  await noteSolved(deps, tx, ticketId);
  await mail(deps, tx, "solved", ticketId);
}

export const onTicketReopened = (deps: Deps, tx: Tx, ticketId: string): Promise<void> =>
  noteReopened(deps, tx, ticketId);

export const onLinkAsked = (deps: Deps, tx: Tx, ticketId: string) =>
  mail(deps, tx, "link", ticketId);

/** The owner hears of it; nobody hears while the ticket is unassigned, because the queue shows it. */
export async function onCustomerWrote(deps: Deps, tx: Tx, ticketId: string): Promise<void> {
  await mail(deps, tx, "customer_wrote", ticketId);
}

/** The log of a ticket grew by what a person did: that may be the second time, or one too many. */
export async function onLogGrew(deps: Deps, tx: Tx, ticketId: string): Promise<void> {
  await escalateIfDue(deps, tx, ticketId);
}

/** What became true of a ticket's clocks by itself; it is in the log already. */
export async function onClocksWoke(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  wakes: readonly Wake[],
): Promise<void> {
  const missed = wakes.filter(({ what }) => what === "breached");
  const silent = missed.find(({ clock }) => clock.metric === "silent_close");
  if (silent) await closeInSilence(deps, tx, ticketId, new Date(silent.at));
  if (missed.some(({ clock }) => clock.metric !== "silent_close"))
    await escalateIfDue(deps, tx, ticketId);
}

/** Knowledge marks the ticket it came from: columns and events in the caller's transaction. */
export async function recordOnTicket(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  agent: Agent,
  change: TicketChange,
  events: TicketEvent[],
): Promise<void> {
  await lockTicket(tx, ticketId);
  await changeTicket(tx, ticketId, change);
  await record(deps, tx, ticketId, { kind: "agent", id: agent.id }, events);
}
