/** What a ticket is, said again by a person: each change says why, and the rules are asked anew. */
import type { Tx } from "../db.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { onTeamChosen, onTicketFiled, onTicketRegraded } from "../reactions.triage.ts";
import type { Kind, Priority } from "../sla/log.ts";
import { change, type Seen } from "./change.service.ts";
import type { TicketEvent } from "./log.ts";
import { addMessage, changeTicket, type TicketState } from "./tickets.repo.ts";

type Why = Seen & { reason: string };
type Step = { deps: Deps; tx: Tx; ticket: TicketState; at: number };

/** A change for a reason, which is kept as a note. One that changes nothing leaves no trace. */
function explained(
  deps: Deps,
  agent: Agent,
  input: Why,
  work: (step: Step) => Promise<TicketEvent[]>,
  then?: typeof onTicketFiled,
): Promise<void> {
  const { reason: body } = input;
  const run = async (tx: Tx, ticket: TicketState, at: Date) => {
    if (!body.trim()) throw new Problem("reason_required");
    const events = await work({ deps, tx, ticket, at: at.getTime() });
    if (events.length > 0) {
      const note = { ticketId: ticket.id, kind: "note" as const, userId: agent.id };
      await addMessage(tx, { ...note, body, createdAt: at });
    }
    return { result: undefined, events };
  };
  return change(deps, agent, input, run, then);
}

/** @throws Problem `reason_required`, `ticket_changed`. */
export const changePriority = (deps: Deps, agent: Agent, input: Why & { priority: Priority }) =>
  explained(
    deps,
    agent,
    input,
    async ({ tx, ticket, at }) => {
      const { priority: from } = ticket;
      const { priority: to } = input;
      if (from === to) return [];
      await changeTicket(tx, ticket.id, { priority: to });
      return [{ type: "priority_changed", at, from, to }];
    },
    onTicketRegraded,
  );

/** @throws Problem `reason_required`, `ticket_changed`. */
export const changeKind = (deps: Deps, agent: Agent, input: Why & { kind: Kind }) =>
  explained(
    deps,
    agent,
    input,
    async ({ tx, ticket, at }) => {
      const { kind: from } = ticket;
      if (from === input.kind) return [];
      await changeTicket(tx, ticket.id, { kind: input.kind });
      return [{ type: "kind_changed", at, from, to: input.kind }];
    },
    onTicketRegraded,
  );

/**
 * Hands the ticket to another team, whose freest person gets it.
 * @throws Problem `team_unknown`, `p0_needs_senior`, `reason_required`, `ticket_changed`.
 */
export const changeTeam = (deps: Deps, agent: Agent, input: Why & { team: string }) =>
  explained(deps, agent, input, async ({ tx, ticket, at }) => {
    const agentId = await onTeamChosen(deps, tx, ticket.id, { team: input.team, byId: agent.id });
    await changeTicket(tx, ticket.id, { assigneeId: agentId });
    return [{ type: "assigned", at, teamId: input.team, agentId }];
  });

/** Where a ticket is filed: ids of the content folder, marks such as `public`, and what it is. */
export type Filing = { category: string; module: string; flags: string[]; kind?: Kind | undefined };

/**
 * Files the ticket under another topic or product, marks it, or says that it is of another kind.
 * @throws Problem `choice_unknown`, `reason_required`, `ticket_changed`.
 */
export const refile = (deps: Deps, agent: Agent, input: Why & Filing) =>
  explained(
    deps,
    agent,
    input,
    async ({ tx, ticket, at }) => {
      const { category, module, flags, kind = ticket.kind } = input;
      assertKnown(deps, input);
      const events: TicketEvent[] = [];
      if (kind !== ticket.kind)
        events.push({ type: "kind_changed", at, from: ticket.kind, to: kind });
      if (!isFiledAs(ticket, input)) events.push({ type: "filed", at, category, module, flags });
      if (events.length > 0) await changeTicket(tx, ticket.id, { category, module, flags, kind });
      return events;
    },
    onTicketFiled,
  );

const isFiledAs = (ticket: TicketState, { category, module, flags }: Filing): boolean =>
  ticket.category === category &&
  ticket.module === module &&
  ticket.flags.toSorted().join() === flags.toSorted().join();

function assertKnown(deps: Deps, { category, module }: Filing): void {
  const { categories, modules } = deps.content();
  const has = (list: { id: string }[], id: string) => !id || list.some((one) => one.id === id);
  if (!has(categories, category)) throw new Problem("choice_unknown", { field: "category" });
  if (!has(modules, module)) throw new Problem("choice_unknown", { field: "module" });
}
