/** Who has seen what: the desk a new ticket, the customer an answer. */
import type { Agent, Deps } from "../deps.ts";
import { ticketOfLink } from "./customer.service.ts";
import { record } from "./record.service.ts";
import { hasHappened, lastAnswer, lockTicket } from "./tickets.repo.ts";

/**
 * Somebody at the desk opened a ticket that nobody had opened: the first time counts. Other changes
 * are not in its way, so the ticket keeps its version.
 */
export async function noteOpened(deps: Deps, agent: Agent, ticketId: string): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const { status } = await lockTicket(tx, ticketId);
    if (status !== "new" || (await hasHappened(tx, ticketId, "read_receipt"))) return;
    const at = deps.now().getTime();
    await record(deps, tx, ticketId, { kind: "agent", id: agent.id }, [
      { type: "read_receipt", at },
    ]);
  });
}

/**
 * The last answer was on a screen that somebody with the link looked at. Who that was is not kept.
 * Nothing is written where the company wants no receipts, nor a second time for the same answer.
 * @throws Problem `link_invalid`, `link_expired`.
 */
export async function noteRead(deps: Deps, token: string): Promise<void> {
  const ticketId = await ticketOfLink(deps, token);
  if (!deps.content().site.receipts) return;
  await deps.db.$transaction(async (tx) => {
    await lockTicket(tx, ticketId);
    const answer = await lastAnswer(tx, ticketId);
    if (!answer || (await hasHappened(tx, ticketId, "reply_read", answer.id))) return;
    const at = deps.now().getTime();
    await record(deps, tx, ticketId, { kind: "customer", id: null }, [
      { type: "reply_read", at, messageId: answer.id },
    ]);
  });
}
