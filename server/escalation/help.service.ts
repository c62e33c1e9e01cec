/** An agent who can't get on asks for help. */
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { onClimbed } from "../reactions.ts";
import { isActive } from "../tickets/ticket.ts";
import { addMessage, lockTicket } from "../tickets/tickets.repo.ts";
import { type Climbed, escalate } from "./climbing.service.ts";

/**
 * One step up. What they ask for stands as a note on the ticket.
 * @throws Problem `ticket_closed`, `not_allowed` where the ladder doesn't climb by hand.
 */
export function escalateByHand(
  deps: Deps,
  agent: Agent,
  ticketId: string,
  reason = "",
): Promise<Climbed> {
  return deps.db.$transaction(async (tx) => {
    const { status } = await lockTicket(tx, ticketId);
    if (!isActive(status)) throw new Problem("ticket_closed");
    const createdAt = deps.now();
    if (reason.trim())
      await addMessage(tx, { ticketId, kind: "note", userId: agent.id, body: reason, createdAt });
    const occasion = `by_hand:${createdAt.getTime()}`;
    const climbed = await escalate(deps, tx, ticketId, { cause: "by_hand", occasion });
    if (!climbed) throw new Problem("not_allowed");
    await onClimbed(deps, tx, climbed);
    return climbed;
  });
}
