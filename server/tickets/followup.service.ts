/** A request that goes on from one that was closed too long ago to be opened again. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { ticketOfAnyAge } from "./link.ts";
import { record } from "./record.service.ts";
import { lockTicket } from "./tickets.repo.ts";

/**
 * Says on both tickets that one follows the other.
 * @param token the earlier ticket's status link, of any age; one that isn't ours links nothing,
 * because the new request counts in any case.
 */
export async function linkFollowUp(
  deps: Deps,
  tx: Tx,
  ticket: { id: string; number: number },
  token: string,
): Promise<void> {
  const earlierId = earlierOf(deps, token);
  if (!earlierId || earlierId === ticket.id) return;
  const { number, customerId } = await lockTicket(tx, earlierId);
  const at = deps.now().getTime();
  const customer = { kind: "customer", id: customerId } as const;
  await record(deps, tx, ticket.id, customer, [
    { type: "follows", at, ticketId: earlierId, number },
  ]);
  await record(deps, tx, earlierId, customer, [
    { type: "followed_by", at, ticketId: ticket.id, number: ticket.number },
  ]);
}

function earlierOf(deps: Deps, token: string): string | null {
  try {
    return ticketOfAnyAge(token, (text, signature) =>
      deps.secrets.verify("status-link", text, signature),
    );
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
