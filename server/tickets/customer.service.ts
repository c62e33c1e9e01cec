/** What the holder of a status link may do: read, answer, ask how it goes, say whether it's solved. */
import { bindFiles } from "../attachments/attachments.repo.ts";
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import {
  onCustomerWrote,
  onLinkAsked,
  onLogGrew,
  onTicketClosed,
  onTicketReopened,
} from "../reactions.ts";
import { asksForNews } from "../triage/nudge.ts";
import { readToken, ticketOfAnyAge } from "./link.ts";
import { closes, type TicketEvent } from "./log.ts";
import { livingTicket } from "./merge.repo.ts";
import { record } from "./record.service.ts";
import { isActive, reopenDays } from "./ticket.ts";
import { addMessage, changeTicket, lockTicket, type TicketState } from "./tickets.repo.ts";

/**
 * The ticket that a link speaks of; of one that went into another, that other one.
 * @throws Problem `link_invalid`, `link_expired`.
 */
export async function ticketOfLink(deps: Deps, token: string): Promise<string> {
  const id = readToken(token, deps.now(), (text, signature) =>
    deps.secrets.verify("status-link", text, signature),
  );
  return livingTicket(deps.db, id);
}

async function act(
  deps: Deps,
  token: string,
  work: (tx: Tx, ticket: TicketState, at: Date) => Promise<TicketEvent[]>,
): Promise<void> {
  const id = await ticketOfLink(deps, token);
  await deps.db.$transaction(async (tx) => {
    const ticket = await lockTicket(tx, id);
    const events = await work(tx, ticket, deps.now());
    if (events.some(({ type }) => type === "reopened")) await onTicketReopened(deps, tx, id);
    if (events.length === 0) return;
    await record(deps, tx, id, { kind: "customer", id: ticket.customerId }, events);
    if (events.some(closes)) await onTicketClosed(deps, tx, id);
    await onLogGrew(deps, tx, id);
  });
}

/** A message. Waiting for the customer ends with it; a solved ticket opens again. */
export function write(
  deps: Deps,
  token: string,
  input: { key: string; body: string; files: string[] },
) {
  return act(deps, token, async (tx, ticket, at) => {
    const reopening = reopened(ticket, at);
    const message = await addMessage(tx, {
      ticketId: ticket.id,
      kind: "customer",
      customerId: ticket.customerId,
      body: input.body,
      key: input.key,
      createdAt: at,
    });
    if (!message) return [];
    await bindFiles(tx, input.files, ticket.id, message.id);
    await changeTicket(tx, ticket.id, back(ticket));
    await onCustomerWrote(deps, tx, ticket.id, ticket.assigneeId);
    const { document: triage } = await deps.settings.current("triage", tx);
    const nudge = asksForNews(input.body, triage.lexicons);
    return [{ type: "customer_message", at: at.getTime(), ...(nudge && { nudge }) }, ...reopening];
  });
}

/** "Any news?": a message without words. */
export function nudge(deps: Deps, token: string): Promise<void> {
  return act(deps, token, async (tx, ticket, at) => {
    if (!isActive(ticket.status)) throw new Problem("ticket_closed");
    await changeTicket(tx, ticket.id, {});
    await onCustomerWrote(deps, tx, ticket.id, ticket.assigneeId);
    return [{ type: "nudged", at: at.getTime() }];
  });
}

/** The customer's own verdict on a solved ticket. "No" opens it again for 14 days after closing. */
export function judge(deps: Deps, token: string, solved: boolean): Promise<void> {
  return act(deps, token, async (tx, ticket, at) => {
    if (isActive(ticket.status)) throw new Problem("not_allowed");
    if (!solved) {
      const reopening = reopened(ticket, at);
      await changeTicket(tx, ticket.id, back(ticket));
      await onCustomerWrote(deps, tx, ticket.id, ticket.assigneeId);
      return reopening;
    }
    if (ticket.status === "closed") return [];
    await changeTicket(tx, ticket.id, {
      status: "closed",
      closedAt: at,
      closeReason: "confirmed",
    });
    return [
      { type: "solution_confirmed", at: at.getTime() },
      { type: "status_changed", at: at.getTime(), from: "solved", to: "closed" },
    ];
  });
}

function reopened(ticket: TicketState, at: Date): TicketEvent[] {
  if (isActive(ticket.status)) return [];
  const limit = ticket.closedAt ? ticket.closedAt.getTime() + reopenDays * 86_400_000 : Infinity;
  if (at.getTime() > limit) throw new Problem("ticket_closed");
  return [{ type: "reopened", at: at.getTime() }];
}

/** The ticket is ours again; a new one stays new until somebody takes it. */
const back = ({ status }: TicketState) =>
  isActive(status)
    ? status === "waiting_customer"
      ? { status: "open" as const }
      : {}
    : { status: "open" as const, solvedAt: null, closedAt: null, closeReason: null };

/** Mails a fresh link to the address on file; says nothing about whether there is one. */
export async function askNewLink(deps: Deps, token: string): Promise<void> {
  const id = ticketOfAnyAge(token, (text, signature) =>
    deps.secrets.verify("status-link", text, signature),
  );
  await deps.db.$transaction((tx) => onLinkAsked(deps, tx, id));
}
