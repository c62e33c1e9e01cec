/** Carries an update out on one ticket: its own message, events, clocks and mail. */
import { m } from "#messages";
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { notify } from "../live.ts";
import { onTicketRegraded } from "../reactions.triage.ts";
import { changeLocked, type Work } from "../tickets/change.service.ts";
import { solving } from "../tickets/closing.service.ts";
import { solvingProblems } from "../tickets/closing.ts";
import { replying } from "../tickets/reply.service.ts";
import type { ReplyState } from "../tickets/replying.ts";
import { type CauseTag, isActive } from "../tickets/ticket.ts";
import { addMessage, changeTicket, lockTicket, type TicketState } from "../tickets/tickets.repo.ts";
import { raisedTo, type UpdateText } from "./incident.ts";
import { incidentOf } from "./members.repo.ts";
import { localeOf } from "./surges.repo.ts";
import { settleDelivery, type Taken, takeDelivery } from "./updates.repo.ts";

/**
 * What became of it: `closed` while it waited, `left` the incident, `late` when the promised time had
 * passed already, `needs_person` when something is asked of this ticket that nobody wrote.
 */
export type Outcome = "done" | "closed" | "left" | "late" | "needs_person";

/** Taken, done and ticked off in one transaction: a worker that dies leaves nothing half done. */
export function carryOut(deps: Deps, which: { updateId: string; ticketId: string }): Promise<void> {
  return deps.db.$transaction(async (tx) => {
    const ticket = await lockTicket(tx, which.ticketId);
    const update = await takeDelivery(tx, which.updateId, which.ticketId, deps.now());
    if (!update) return;
    const reason = await hindrance(deps, tx, ticket, update);
    if (!reason) await act(deps, tx, ticket, update);
    await settleDelivery(tx, which, reason ?? "done");
    await notify(tx, { kind: "incident", id: update.incidentId });
  });
}

async function hindrance(
  deps: Deps,
  tx: Tx,
  ticket: TicketState,
  { kind, promiseAt, causeTag, incidentId }: Taken,
): Promise<Exclude<Outcome, "done"> | null> {
  if (!isActive(ticket.status)) return "closed";
  if ((await incidentOf(tx, ticket.id))?.incident?.id !== incidentId) return "left";
  if (kind === "reply" && (!promiseAt || promiseAt <= deps.now())) return "late";
  const asked = { kind: ticket.kind, causeTag: causeTag as CauseTag, need: ticket.need };
  return kind === "solve" && solvingProblems(asked).length > 0 ? "needs_person" : null;
}

async function act(deps: Deps, tx: Tx, ticket: TicketState, update: Taken): Promise<void> {
  const { byId: id, kind, causeTag } = update;
  const agent = { id };
  const body = (update.text as UpdateText)[ticket.locale];
  if (kind === "raise") {
    const work = raising(update, await localeOf(tx, id));
    await changeLocked(deps, tx, agent, ticket, work, onTicketRegraded);
  } else if (kind === "solve") {
    const how = { key: null, body, causeTag: causeTag as CauseTag, causeNote: "" };
    await changeLocked(deps, tx, agent, ticket, solving(deps, agent, how));
  } else {
    const next: ReplyState = ticket.status === "waiting_third_party" ? ticket.status : "open";
    const { promiseAt } = update;
    const how = { key: null, files: [], body, promiseAt, next, substantive: true };
    await changeLocked(deps, tx, agent, ticket, replying(deps, agent, how));
  }
}

/** The reason stands beside it as a note, as with every change of priority by a person. */
function raising({ incident, byId: userId }: Taken, locale: string): Work<void> {
  return async (tx, ticket, at) => {
    const { id: ticketId, priority: from } = ticket;
    const to = raisedTo(from);
    if (!to) return { result: undefined, events: [] };
    const { number } = incident;
    const body = m.incidents_raised_note({ number }, { locale: locale === "zh" ? "zh" : "en" });
    await addMessage(tx, { ticketId, kind: "note", userId, body, createdAt: at });
    await changeTicket(tx, ticketId, { priority: to });
    return {
      result: undefined,
      events: [{ type: "priority_changed", at: at.getTime(), from, to }],
    };
  };
}
