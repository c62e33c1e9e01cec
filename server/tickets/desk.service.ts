/** What agents do with a ticket besides answering and ending it. */
import { bindFiles } from "../attachments/attachments.repo.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { onAssigned, onTicketReopened } from "../reactions.ts";
import { isSeniorEnough } from "../triage/assigning.service.ts";
import { change, type Seen, taking } from "./change.service.ts";
import type { TicketEvent } from "./log.ts";
import { isColleague } from "./queue.repo.ts";
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
    const { assigneeId, events: taken } = await taking({ deps, tx, at }, ticket, agent);
    await changeTicket(tx, ticket.id, { ...(from === "new" && { status: "open" }), assigneeId });
    const events: TicketEvent[] = [{ type: "acknowledged", at: at.getTime() }, ...taken];
    if (from === "new") events.push({ type: "status_changed", at: at.getTime(), from, to: "open" });
    return { result: undefined, events };
  });
}

/**
 * Hands the ticket to somebody, or back to nobody. Resets no clock.
 * @throws Problem `p0_needs_senior_person`, `choice_unknown`, `ticket_changed`.
 */
export function assign(
  deps: Deps,
  agent: Agent,
  input: Seen & { assigneeId: string | null },
): Promise<void> {
  return change(deps, agent, input, async (tx, ticket, at) => {
    const { assigneeId: toId } = input;
    if (toId && !(await isColleague(tx, toId)))
      throw new Problem("choice_unknown", { field: "assigneeId" });
    if (toId && !(await isSeniorEnough(deps, tx, ticket.priority, toId)))
      throw new Problem("p0_needs_senior_person");
    await changeTicket(tx, ticket.id, { assigneeId: toId });
    await onAssigned(deps, tx, ticket.id, { toId, byId: agent.id });
    return {
      result: undefined,
      events: [{ type: "assigned", at: at.getTime(), agentId: toId }],
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
