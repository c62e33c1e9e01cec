/** What agents do with a ticket besides answering and ending it. */
import { bindFiles } from "../attachments/attachments.repo.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { onAssigned, onTicketReopened } from "../reactions.ts";
import { change, type Seen, taking } from "./change.service.ts";
import type { TicketEvent } from "./log.ts";
import { isActive } from "./ticket.ts";
import { addMessage, changeTicket } from "./tickets.repo.ts";

/** An internal note; the customer never sees it and no clock moves. */
export function note(
  deps: Deps,
  agent: Agent,
  input: Seen & { key: string; body: string; files: string[] },
) {
  return change(deps, agent, input, async (tx, ticket, at) => {
    const message = await addMessage(tx, {
      ticketId: ticket.id,
      kind: "note",
      userId: agent.id,
      body: input.body,
      key: input.key,
      createdAt: at,
    });
    if (!message) throw new Problem("ticket_changed", { number: ticket.number });
    await bindFiles(tx, input.files, ticket.id, message.id);
    await changeTicket(tx, ticket.id, {});
    return { result: { messageId: message.id }, events: [{ type: "note", at: at.getTime() }] };
  });
}

/** "I have seen it": the customer sees that a person has the case. */
export function acknowledge(deps: Deps, agent: Agent, seen: Seen): Promise<void> {
  return change(deps, agent, seen, async (tx, ticket, at) => {
    const from = ticket.status;
    await changeTicket(tx, ticket.id, {
      ...(from === "new" && { status: "open" }),
      assigneeId: ticket.assigneeId ?? agent.id,
    });
    const events: TicketEvent[] = [
      { type: "acknowledged", at: at.getTime() },
      ...taking(ticket, agent, at),
    ];
    if (from === "new") events.push({ type: "status_changed", at: at.getTime(), from, to: "open" });
    return { result: undefined, events };
  });
}

/** Hands the ticket to somebody, or back to nobody. Resets no clock. */
export function assign(
  deps: Deps,
  agent: Agent,
  input: Seen & { assigneeId: string | null },
): Promise<void> {
  return change(deps, agent, input, async (tx, ticket, at) => {
    await changeTicket(tx, ticket.id, { assigneeId: input.assigneeId });
    await onAssigned(deps, tx, ticket.id, { toId: input.assigneeId, byId: agent.id });
    return {
      result: undefined,
      events: [{ type: "assigned", at: at.getTime(), agentId: input.assigneeId }],
    };
  });
}

/** Opens a solved or closed ticket again. */
export function reopen(deps: Deps, agent: Agent, seen: Seen): Promise<void> {
  return change(deps, agent, seen, async (tx, ticket, at) => {
    if (isActive(ticket.status)) throw new Problem("not_allowed");
    await changeTicket(tx, ticket.id, {
      status: "open",
      solvedAt: null,
      closedAt: null,
      closeReason: null,
    });
    await onTicketReopened(deps, tx, ticket.id);
    return { result: undefined, events: [{ type: "reopened", at: at.getTime() }] };
  });
}
