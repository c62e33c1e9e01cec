/** Two tickets about one thing become one: one case for the customer, one set of clocks. */
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { onCustomerWrote, onTicketReopened } from "../reactions.ts";
import type { Seen } from "./change.service.ts";
import { changeLocked } from "./change.service.ts";
import { lockPair, moveInto, numberOf } from "./merge.repo.ts";
import { assertMergeable, byAge, opensAgain } from "./merging.ts";
import { record } from "./record.service.ts";
import { changeTicket, lockTicket } from "./tickets.repo.ts";

export type Merge = Seen & {
  /** Number of the other ticket. */
  other: number;
  /** Both customers are the same person; asked where their addresses differ. */
  sure: boolean;
};

/**
 * The older ticket goes on; the younger one is closed, points to it, and its messages show there.
 * Can't be undone: its clocks are cancelled for good.
 * @returns the number of the one that goes on.
 * @throws Problem `ticket_changed`, `ticket_merged`, and what `assertMergeable` throws.
 */
export function merge(deps: Deps, agent: Agent, input: Merge): Promise<{ number: number }> {
  return deps.db.$transaction(async (tx) => {
    const { a, b } = await lockPair(tx, input.ticketId, input.other);
    for (const { mergedIntoId } of [a, b])
      if (mergedIntoId)
        throw new Problem("ticket_merged", { number: await numberOf(tx, mergedIntoId) });
    if (a.version !== input.version) throw new Problem("ticket_changed", { number: a.number });
    const at = deps.now();
    assertMergeable(a, b, input.sure, at);
    const { kept, gone } = byAge(a, b);
    const reopening = opensAgain(kept, gone);
    await moveInto(tx, { kept, gone }, at);
    const actor = { kind: "agent", id: agent.id } as const;
    await record(deps, tx, gone.id, actor, [{ type: "merged", at: at.getTime(), into: kept.id }]);
    await changeLocked(deps, tx, agent, await lockTicket(tx, kept.id), async (_, ticket) => {
      const opened = { status: "open", solvedAt: null, closedAt: null, closeReason: null } as const;
      await changeTicket(tx, kept.id, reopening ? opened : {});
      if (reopening) await onTicketReopened(deps, tx, kept.id);
      const owner = ticket.assigneeId === agent.id ? null : ticket.assigneeId;
      await onCustomerWrote(deps, tx, kept.id, owner);
      const absorbed = { type: "absorbed", at: at.getTime(), ticketId: gone.id } as const;
      const reopened = { type: "reopened", at: at.getTime() } as const;
      return { result: undefined, events: reopening ? [reopened, absorbed] : [absorbed] };
    });
    return { number: kept.number };
  });
}
