/** Which services answer an event: the only place where features meet. */
import type { Tx } from "./db.ts";
import { noteCreated, noteReopened, noteSolved } from "./deflection/tickets.service.ts";
import type { Agent, Deps } from "./deps.ts";
import { escalateIfDue } from "./escalation/escalation.service.ts";
import type { MailKind } from "./notices/notice.ts";
import { tell } from "./notices/tell.service.ts";
import { ticketWebhook, webhook } from "./notices/webhooks.service.ts";
import type { Wake } from "./sla/wakes.ts";
import type { TicketEvent } from "./tickets/log.ts";
import { record } from "./tickets/record.service.ts";
import { closeInSilence } from "./tickets/silence.service.ts";
import { changeTicket, lockTicket, type TicketChange } from "./tickets/tickets.repo.ts";

const mail = (deps: Deps, tx: Tx, kind: MailKind, ticketId: string, extra: object = {}) =>
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
  await ticketWebhook(deps, tx, "ticket.created", ticketId);
}

/** Sent without script: the click in this mail stands in for the proof of work. */
export const onTicketConfirmAsked = (deps: Deps, tx: Tx, ticketId: string) =>
  mail(deps, tx, "confirm", ticketId);

/** The new owner hears of it, unless it was their own doing. */
export async function onAssigned(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  { toId, byId }: { toId: string | null; byId: string | null },
): Promise<void> {
  if (!toId || toId === byId) return;
  const data = byId ? { byId } : {};
  await tell(deps, tx, { kind: "assigned", userIds: [toId], ticketId, data });
}

export async function onPublicReply(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  messageId: string,
): Promise<void> {
  await mail(deps, tx, "replied", ticketId, { messageId });
  await ticketWebhook(deps, tx, "ticket.replied", ticketId);
}

export async function onTicketSolved(deps: Deps, tx: Tx, ticketId: string): Promise<void> {
  await noteSolved(deps, tx, ticketId);
  await mail(deps, tx, "solved", ticketId);
  await ticketWebhook(deps, tx, "ticket.solved", ticketId);
}

export async function onTicketReopened(deps: Deps, tx: Tx, ticketId: string): Promise<void> {
  await noteReopened(deps, tx, ticketId);
  await ticketWebhook(deps, tx, "ticket.reopened", ticketId);
}

export const onTicketClosed = (deps: Deps, tx: Tx, ticketId: string): Promise<void> =>
  ticketWebhook(deps, tx, "ticket.closed", ticketId);

export const onLinkAsked = (deps: Deps, tx: Tx, ticketId: string) =>
  mail(deps, tx, "link", ticketId);

/** The owner hears of it; nobody hears while the ticket is unassigned, because the queue shows it. */
export async function onCustomerWrote(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  ownerId: string | null,
): Promise<void> {
  if (ownerId) await tell(deps, tx, { kind: "customer_wrote", userIds: [ownerId], ticketId });
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

/** @param article.path its place on the site: `en/setup/connect-camera-to-wifi`. */
export function onArticlePublished(
  deps: Deps,
  tx: Tx,
  article: { id: string; locale: string; path: string },
): Promise<void> {
  const { id, locale, path } = article;
  const link = `${deps.env.PUBLIC_URL}/${path}/`;
  return webhook(deps, tx, "article.published", { article: { id, locale, link } });
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
