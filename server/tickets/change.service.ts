/** One change of a ticket by a member of staff: lock → rule → save + event, in one transaction. */
import type { Tx } from "../db.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { onLogGrew, onTicketClosed } from "../reactions.ts";
import { isSeniorEnough } from "../triage/assigning.service.ts";
import { closes, type TicketEvent } from "./log.ts";
import { numberOf } from "./merge.repo.ts";
import { record } from "./record.service.ts";
import { assertStep } from "./ticket.ts";
import { lockTicket, type TicketState } from "./tickets.repo.ts";

/** What a person was looking at; a ticket that has moved on is not changed behind their back. */
export type Seen = { ticketId: string; version: number };

/** What is done to a locked ticket: its events, and what the caller gets. */
export type Work<T> = (
  tx: Tx,
  ticket: TicketState,
  at: Date,
) => Promise<{ events: TicketEvent[]; result: T }>;

type Then = (deps: Deps, tx: Tx, ticketId: string) => Promise<void>;

/**
 * Runs `work` on the locked ticket and appends its events.
 * @param then what follows from it, once it is in the log.
 * @throws Problem `ticket_changed` when somebody else was faster, `ticket_merged`, `not_found`.
 */
export async function change<T>(
  deps: Deps,
  agent: Agent,
  seen: Seen,
  work: Work<T>,
  then?: Then,
): Promise<T> {
  return deps.db.$transaction(async (tx) => {
    const ticket = await lockTicket(tx, seen.ticketId);
    if (ticket.mergedIntoId)
      throw new Problem("ticket_merged", { number: await numberOf(tx, ticket.mergedIntoId) });
    if (ticket.version !== seen.version)
      throw new Problem("ticket_changed", { number: ticket.number });
    return changeLocked(deps, tx, agent, ticket, work, then);
  });
}

/** The same within a transaction that holds the ticket, whatever its version is. */
export async function changeLocked<T>(
  deps: Deps,
  tx: Tx,
  agent: Pick<Agent, "id">,
  ticket: TicketState,
  work: Work<T>,
  then: Then = async () => {},
): Promise<T> {
  const { events, result } = await work(tx, ticket, deps.now());
  await record(deps, tx, ticket.id, { kind: "agent", id: agent.id }, events);
  if (events.length > 0) await then(deps, tx, ticket.id);
  if (events.some(closes)) await onTicketClosed(deps, tx, ticket.id);
  await onLogGrew(deps, tx, ticket.id);
  return result;
}

export type Taking = { assigneeId: string | null; events: TicketEvent[] };

/**
 * Whoever acts first on a ticket that nobody has, has it; but a P0 that somebody of a junior team
 * answers still waits for a senior.
 */
export async function taking(
  { deps, tx, at }: { deps: Deps; tx: Tx; at: Date },
  ticket: TicketState,
  agent: Pick<Agent, "id">,
): Promise<Taking> {
  const { assigneeId, priority } = ticket;
  if (assigneeId || !(await isSeniorEnough(deps, tx, priority, agent.id)))
    return { assigneeId, events: [] };
  const events: TicketEvent[] = [{ type: "assigned", at: at.getTime(), agentId: agent.id }];
  return { assigneeId: agent.id, events };
}

/** The change of state, if it is one. @throws Problem when the ticket can't take this step. */
export function step(ticket: TicketState, to: TicketState["status"], at: Date): TicketEvent[] {
  if (ticket.status === to) return [];
  assertStep(ticket.status, to);
  if (ticket.status === "unconfirmed" || to === "unconfirmed") throw new Problem("not_allowed");
  return [{ type: "status_changed", at: at.getTime(), from: ticket.status, to }];
}
