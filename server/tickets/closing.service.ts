/** The end of a ticket: solved with its cause, asked whether it holds, closed with a plan. */
import { m } from "#messages";
import type { Tx } from "../db.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem, type ProblemCode } from "../errors.ts";
import { onTicketPlanned, onTicketSolved } from "../reactions.ts";
import { change, type Seen, step, taking, type Work } from "./change.service.ts";
import { closingProblems, solvingProblems } from "./closing.ts";
import type { TicketEvent } from "./log.ts";
import { assertStep, type CauseTag } from "./ticket.ts";
import { addMessage, changeTicket, type TicketState } from "./tickets.repo.ts";

export type Solution = Seen & {
  key: string;
  /** The last public message, with the solution. Empty = the last reply said it already. */
  body: string;
  causeTag: CauseTag | "";
  causeNote: string;
  /** What the customer of a complaint needed; empty for the others. */
  need?: string;
};

const refuse = ([code]: ProblemCode[]): void => {
  if (code) throw new Problem(code);
};

/**
 * Solves the ticket with a cause and, usually, a last message; the customer is asked whether it holds.
 * @throws Problem `cause_required`, `need_required`, `ticket_already_solved`, `ticket_changed`.
 */
export const solve = (deps: Deps, agent: Agent, input: Solution): Promise<void> =>
  change(deps, agent, input, solving(deps, agent, input));

/** The same as work on a ticket that is locked already. */
export function solving(
  deps: Deps,
  agent: Pick<Agent, "id">,
  input: Omit<Solution, keyof Seen | "key"> & { key: string | null },
): Work<void> {
  return async (tx, ticket, at) => {
    assertStep(ticket.status, "solved");
    const { causeTag, causeNote } = input;
    const need = input.need?.trim() || ticket.need;
    refuse(solvingProblems({ kind: ticket.kind, causeTag, need }));
    const said = input.body.trim() ? await lastWord(tx, ticket, agent, input, at) : [];
    const { assigneeId, events: taken } = await taking({ deps, tx, at }, ticket, agent);
    await changeTicket(tx, ticket.id, {
      status: "solved",
      solvedAt: at,
      causeTag: causeTag || null,
      causeNote,
      need,
      assigneeId,
    });
    await onTicketSolved(deps, tx, ticket.id);
    return {
      result: undefined,
      events: [
        ...taken,
        ...said,
        { type: "cause_set", at: at.getTime(), tag: causeTag as CauseTag },
        ...step(ticket, "solved", at),
        { type: "verify_sent", at: at.getTime() },
      ],
    };
  };
}

async function lastWord(
  tx: Tx,
  ticket: TicketState,
  agent: Pick<Agent, "id">,
  { key, body }: { key: string | null; body: string },
  at: Date,
): Promise<TicketEvent[]> {
  await say(tx, ticket, agent, { key, body }, at);
  return [{ type: "public_reply", at: at.getTime(), by: "agent", promiseAt: null, full: true }];
}

async function say(
  tx: Tx,
  ticket: TicketState,
  agent: Pick<Agent, "id">,
  { key, body }: { key: string | null; body: string },
  at: Date,
): Promise<string> {
  const message = await addMessage(tx, {
    ticketId: ticket.id,
    kind: "public",
    userId: agent.id,
    body,
    key,
    createdAt: at,
  });
  if (!message) throw new Problem("ticket_changed", { number: ticket.number });
  return message.id;
}

export type LongTermPlan = Seen & { key: string; planText: string; planLink: string };

/**
 * Closes a solved ticket with what is planned in the long run; the customer is told, with the address
 * where the plan can be followed.
 * @throws Problem `plan_required`, `plan_link_required`, `not_allowed`, `ticket_closed`.
 */
export function closeWithPlan(deps: Deps, agent: Agent, input: LongTermPlan): Promise<void> {
  return change(deps, agent, input, async (tx, ticket, at) => {
    assertStep(ticket.status, "closed");
    const plan = { planText: input.planText.trim(), planLink: input.planLink.trim() };
    const { kind, need } = ticket;
    const causeTag = ticket.causeTag as CauseTag | null;
    const reason = "long_term_plan";
    refuse(closingProblems({ kind, need, causeTag, reason, silentSince: null, ...plan }, at));
    const body = planMessage(ticket, plan);
    const messageId = await say(tx, ticket, agent, { key: input.key, body }, at);
    const closing = { status: "closed", closedAt: at, closeReason: reason, ...plan } as const;
    await changeTicket(tx, ticket.id, closing);
    await onTicketPlanned(deps, tx, ticket.id, messageId);
    return {
      result: undefined,
      events: [{ type: "plan_told", at: at.getTime() }, ...step(ticket, "closed", at)],
    };
  });
}

const planMessage = (
  { locale }: TicketState,
  { planText, planLink }: { planText: string; planLink: string },
): string => `${m.mail_plan_text({ text: planText }, { locale })}\n${planLink}`;
