/** What people and other systems are told of clocks that woke and of steps up the ladder. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import type { Climbed } from "../escalation/climbing.service.ts";
import type { Wake } from "../sla/wakes.ts";
import { type Telling, tellAll } from "./tell.service.ts";
import { type TicketHappening, ticketWebhooks } from "./webhooks.service.ts";

export type TicketWake = Wake & { ticketId: string };

/**
 * The owner hears of what the customer was led to expect; other systems hear of what was missed.
 * @param owners of the tickets that are still being worked on: of the others nobody is told.
 */
export async function tellOfClocks(
  deps: Deps,
  tx: Tx,
  wakes: readonly TicketWake[],
  owners: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  await tellAll(
    deps,
    tx,
    wakes.map((wake) => tellingOf(wake, owners.get(wake.ticketId) ?? [])),
  );
  await ticketWebhooks(deps, tx, wakes.flatMap(happeningsOf));
}

const tellingOf = (
  { ticketId, what, clock: { metric, instance, dueAt } }: TicketWake,
  userIds: readonly string[],
): Telling => ({
  kind: what === "warned" ? "warned" : metric === "promise" ? "promise_broken" : "breached",
  // A miss that is found when all is done can't be made good any more: it is for the figures.
  userIds,
  ticketId,
  data: { metric, ...(dueAt !== null && { dueAt }) },
  once: `${metric} ${instance}`,
});

/** Whoever a step of the ladder brought in hears of it, and of the review that it opened. */
export async function tellOfSteps(deps: Deps, tx: Tx, steps: readonly Climbed[]): Promise<void> {
  await tellAll(deps, tx, steps.flatMap(stepTellings));
  await ticketWebhooks(
    deps,
    tx,
    steps.map(({ ticketId, cause, level }) => ({
      ...{ event: "ticket.escalated", ticketId, more: { escalation: { cause, level } } },
    })),
  );
}

// Only what was missed leaves the house.
function happeningsOf({ ticketId, what, clock }: TicketWake): TicketHappening[] {
  const { metric, instance, dueAt } = clock;
  if (what === "warned" || dueAt === null) return [];
  const event = metric === "promise" ? "promise.broken" : "clock.breached";
  const more = { clock: { metric, instance, dueAt: new Date(dueAt).toISOString() } };
  return [{ event, ticketId, more }];
}

function stepTellings({ ticketId, cause, told, reviewId }: Climbed): Telling[] {
  const to = { userIds: told, ticketId };
  const step: Telling = { kind: cause === "sync_missed" ? "sync_missing" : "escalated", ...to };
  return reviewId ? [step, { kind: "review_opened", ...to, once: reviewId }] : [step];
}
