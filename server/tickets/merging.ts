/** When two tickets may become one, and which of them goes on. */
import { Problem } from "../errors.ts";
import { isActive, reopenDays, type Status } from "./ticket.ts";

export type Mergeable = {
  id: string;
  number: number;
  customerId: string;
  status: Status;
  receivedAt: Date;
  closedAt: Date | null;
};

/** The older one goes on with its clocks; the younger one's are cancelled (spec 2.5). */
export const byAge = <T extends Mergeable>(a: T, b: T): { kept: T; gone: T } =>
  a.receivedAt < b.receivedAt ||
  (a.receivedAt.getTime() === b.receivedAt.getTime() && a.number < b.number)
    ? { kept: a, gone: b }
    : { kept: b, gone: a };

/**
 * @param sure a person said that both customers are the same one.
 * @throws Problem `merge_with_itself`, `merge_other_customer`, `ticket_closed`, `not_allowed`.
 */
export function assertMergeable(a: Mergeable, b: Mergeable, sure: boolean, now: Date): void {
  if (a.id === b.id) throw new Problem("merge_with_itself");
  if (a.status === "unconfirmed" || b.status === "unconfirmed") throw new Problem("not_allowed");
  if (a.customerId !== b.customerId && !sure) throw new Problem("merge_other_customer");
  const { kept, gone } = byAge(a, b);
  if (opensAgain(kept, gone) && isTooOld(kept, now)) throw new Problem("ticket_closed");
}

/** What is still asked in the younger one can't lie in a ticket that is done. */
export const opensAgain = (kept: Mergeable, gone: Mergeable): boolean =>
  !isActive(kept.status) && isActive(gone.status);

const isTooOld = ({ closedAt }: Mergeable, now: Date): boolean =>
  closedAt !== null && now.getTime() > closedAt.getTime() + reopenDays * 86_400_000;
