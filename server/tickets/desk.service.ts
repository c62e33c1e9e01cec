/** What agents do with a ticket. Each change: lock → rule → save + event, in one transaction. */
import { bindFiles } from "../attachments/attachments.repo.ts";
import type { Tx } from "../db.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import {
  onAssigned,
  onLogGrew,
  onPublicReply,
  onTicketReopened,
  onTicketSolved,
} from "../reactions.ts";
import type { TicketEvent } from "./log.ts";
import { record } from "./record.service.ts";
import { assertStep, type CauseTag, isActive } from "./ticket.ts";
import { addMessage, changeTicket, lockTicket, type TicketState } from "./tickets.repo.ts";

/** What a person was looking at; a ticket that has moved on is not changed behind their back. */
export type Seen = { ticketId: string; version: number };

/** @param then what follows from it, once it is in the log. */
export async function change<T>(
  deps: Deps,
  agent: Agent,
  seen: Seen,
  work: (tx: Tx, ticket: TicketState, at: Date) => Promise<{ events: TicketEvent[]; result: T }>,
  then: (deps: Deps, tx: Tx, ticketId: string) => Promise<void> = async () => {},
): Promise<T> {
  return deps.db.$transaction(async (tx) => {
    const ticket = await lockTicket(tx, seen.ticketId);
    if (ticket.version !== seen.version)
      throw new Problem("ticket_changed", { number: ticket.number });
    const { events, result } = await work(tx, ticket, deps.now());
    await record(deps, tx, ticket.id, { kind: "agent", id: agent.id }, events);
    if (events.length > 0) await then(deps, tx, ticket.id);
    await onLogGrew(deps, tx, ticket.id);
    return result;
  });
}

export type Reply = Seen & {
  /** Made by the composer: sending twice stores it once. */
  key: string;
  body: string;
  files: string[];
  /** Time of the next update. Required while the ticket stays open. */
  promiseAt: Date | null;
  /** It names the next step. Without a word on it, a reply with a time does. */
  substantive?: boolean;
  /** It is the solution, or the whole answer. */
  full?: boolean;
  /** What the ticket becomes with this reply. */
  next: "open" | "waiting_customer" | "waiting_third_party";
};

/**
 * A public answer, with the time of the next one.
 * @throws Problem `promise_required`, `promise_in_past`, `ticket_changed`, `ticket_closed`.
 */
export function reply(deps: Deps, agent: Agent, input: Reply): Promise<{ messageId: string }> {
  return change(deps, agent, input, async (tx, ticket, at) => {
    if (!isActive(ticket.status)) throw new Problem("ticket_closed");
    const promiseAt = input.next === "waiting_customer" ? null : promised(input.promiseAt, at);
    const message = await addMessage(tx, {
      ticketId: ticket.id,
      kind: "public",
      userId: agent.id,
      body: input.body,
      key: input.key,
      createdAt: at,
    });
    if (!message) throw new Problem("ticket_changed", { number: ticket.number });
    await bindFiles(tx, input.files, ticket.id, message.id);
    await changeTicket(tx, ticket.id, {
      status: input.next,
      assigneeId: ticket.assigneeId ?? agent.id,
    });
    await onPublicReply(deps, tx, ticket.id, message.id);
    return {
      result: { messageId: message.id },
      events: [
        ...taking(ticket, agent, at),
        {
          type: "public_reply",
          at: at.getTime(),
          by: "agent",
          promiseAt: promiseAt?.getTime() ?? null,
          substantive: input.substantive ?? promiseAt !== null,
          full: input.full ?? false,
        },
        ...step(ticket, input.next, at),
      ],
    };
  });
}

/** Whoever acts first on a ticket that nobody has, has it. */
const taking = (ticket: TicketState, agent: Agent, at: Date): TicketEvent[] =>
  ticket.assigneeId ? [] : [{ type: "assigned", at: at.getTime(), agentId: agent.id }];

function promised(promiseAt: Date | null, at: Date): Date {
  if (!promiseAt) throw new Problem("promise_required");
  if (promiseAt <= at) throw new Problem("promise_in_past");
  return promiseAt;
}

function step(ticket: TicketState, to: TicketState["status"], at: Date): TicketEvent[] {
  if (ticket.status === to) return [];
  assertStep(ticket.status, to);
  if (ticket.status === "unconfirmed" || to === "unconfirmed") throw new Problem("not_allowed");
  return [{ type: "status_changed", at: at.getTime(), from: ticket.status, to }];
}

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

export type Solution = Seen & {
  key: string;
  /** The last public message, with the solution. Empty = the last reply said it already. */
  body: string;
  causeTag: CauseTag | "";
  causeNote: string;
};

/**
 * Solves the ticket with a cause and, usually, a last message.
 * @throws Problem `cause_required`, `ticket_already_solved`, `ticket_changed`.
 */
export function solve(deps: Deps, agent: Agent, input: Solution): Promise<void> {
  return change(deps, agent, input, async (tx, ticket, at) => {
    assertStep(ticket.status, "solved");
    if (!input.causeTag) throw new Problem("cause_required");
    const said = input.body.trim() ? await lastWord(tx, ticket, agent, input, at) : [];
    await changeTicket(tx, ticket.id, {
      status: "solved",
      solvedAt: at,
      causeTag: input.causeTag,
      causeNote: input.causeNote,
      assigneeId: ticket.assigneeId ?? agent.id,
    });
    await onTicketSolved(deps, tx, ticket.id);
    return {
      result: undefined,
      events: [
        ...taking(ticket, agent, at),
        ...said,
        { type: "cause_set", at: at.getTime(), tag: input.causeTag },
        ...step(ticket, "solved", at),
      ],
    };
  });
}

async function lastWord(
  tx: Tx,
  ticket: TicketState,
  agent: Agent,
  input: Solution,
  at: Date,
): Promise<TicketEvent[]> {
  const { key, body } = input;
  const message = await addMessage(tx, {
    ticketId: ticket.id,
    kind: "public",
    userId: agent.id,
    body,
    key,
    createdAt: at,
  });
  if (!message) throw new Problem("ticket_changed", { number: ticket.number });
  return [{ type: "public_reply", at: at.getTime(), by: "agent", promiseAt: null, full: true }];
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
