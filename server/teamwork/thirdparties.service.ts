/** What we wait for outside the house: asked with what they need to know, and closed with their answer. */
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import type { TicketEvent } from "../tickets/log.ts";
import { record } from "../tickets/record.service.ts";
import { assertStep, isActive, type Status } from "../tickets/ticket.ts";
import { changeTicket, lockTicket } from "../tickets/tickets.repo.ts";
import { closeRecord, insertRecord, openRecords, recordById } from "./thirdparties.repo.ts";

export type Asked = {
  ticketId: string;
  party: string;
  /** The three things told outward: the problem, by when, and what has to be answered. */
  problem: string;
  wantedAt: Date;
  points: string;
};

/**
 * Something was asked of a third party; from now on the customer hears of it every few hours.
 * @throws Problem `due_in_past`, `ticket_closed`.
 */
export function askThirdParty(deps: Deps, agent: Agent, asked: Asked): Promise<{ id: string }> {
  return deps.db.$transaction(async (tx) => {
    const { ticketId } = asked;
    const { status } = await lockTicket(tx, ticketId);
    const at = deps.now();
    if (!isActive(status)) throw new Problem("ticket_closed");
    if (asked.wantedAt <= at) throw new Problem("due_in_past");
    const { id } = await insertRecord(tx, { ...asked, openedAt: at, openedById: agent.id });
    const moved = step(status, "waiting_third_party", at);
    if (moved.length > 0) await changeTicket(tx, ticketId, { status: "waiting_third_party" });
    await record(deps, tx, ticketId, { kind: "agent", id: agent.id }, [
      { type: "third_party_opened", at: at.getTime(), recordId: id },
      ...moved,
    ]);
    return { id };
  });
}

/**
 * They answered. The ticket is ours again when nothing else is waited for outside.
 * @throws Problem `answer_required`, `not_found` when it isn't open.
 */
export function closeThirdParty(
  deps: Deps,
  agent: Agent,
  { recordId, answer }: { recordId: string; answer: string },
): Promise<void> {
  return deps.db.$transaction(async (tx) => {
    if (!answer.trim()) throw new Problem("answer_required");
    const found = await recordById(tx, recordId);
    if (!found) throw new Problem("not_found");
    const { ticketId } = found;
    const { status } = await lockTicket(tx, ticketId);
    const at = deps.now();
    if (!(await closeRecord(tx, recordId, at, answer.trim()))) throw new Problem("not_found");
    const isLast = (await openRecords(tx, ticketId)) === 0;
    const isBack = isLast && status === "waiting_third_party";
    if (isBack) await changeTicket(tx, ticketId, { status: "open" });
    await record(deps, tx, ticketId, { kind: "agent", id: agent.id }, [
      { type: "third_party_closed", at: at.getTime(), recordId },
      ...(isBack ? step(status, "open", at) : []),
    ]);
  });
}

function step(from: Status, to: "open" | "waiting_third_party", at: Date): TicketEvent[] {
  if (from === to) return [];
  assertStep(from, to);
  if (from === "unconfirmed") throw new Problem("not_allowed");
  return [{ type: "status_changed", at: at.getTime(), from, to }];
}
