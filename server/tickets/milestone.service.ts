/** Results on the way to the solution: what the grade owes, told to the customer. */
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { onLogGrew } from "../reactions.ts";
import { isPending } from "../sla/clock.ts";
import { clocksOf } from "../sla/clocks.ts";
import type { Milestone } from "../sla/metrics.ts";
import { settingsOf } from "../sla/reading.ts";
import { record } from "./record.service.ts";
import { clockLog, lockTicket } from "./tickets.repo.ts";

/**
 * Marks a result as told to the customer, which ends its clock.
 * @throws Problem `milestone_not_owed` when the grade doesn't ask for it, or it was told already.
 */
export function tellMilestone(
  deps: Deps,
  agent: Agent,
  { ticketId, name }: { ticketId: string; name: Milestone },
): Promise<void> {
  return deps.db.$transaction(async (tx) => {
    await lockTicket(tx, ticketId);
    const at = deps.now().getTime();
    const log = await clockLog(tx, ticketId);
    const book = await deps.settings.version("sla", settingsOf(log, at).version, tx);
    const clock = clocksOf(log, book, at).find(({ metric }) => metric === name);
    if (!clock || !isPending(clock)) throw new Problem("milestone_not_owed");
    await record(deps, tx, ticketId, { kind: "agent", id: agent.id }, [
      { type: "milestone", at, name },
    ]);
    await onLogGrew(deps, tx, ticketId);
  });
}
