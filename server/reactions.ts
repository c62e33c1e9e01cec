/** Which services answer an event: the only place where features meet. */
import type { Tx } from "./db.ts";
import { noteCreated, noteReopened, noteSolved } from "./deflection/tickets.service.ts";
import type { Agent, Deps } from "./deps.ts";
import type { NoticeKind } from "./notices/notice.ts";
import type { TicketEvent } from "./tickets/log.ts";
import { record } from "./tickets/record.service.ts";
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
export const onCustomerWrote = (deps: Deps, tx: Tx, ticketId: string) =>
  mail(deps, tx, "customer_wrote", ticketId);

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
