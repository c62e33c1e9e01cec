/** Events become deliveries in the transaction they happen in: no commit, no delivery. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { consoleTicketUrl } from "../links.ts";
import { HOUR } from "../sla/instant.ts";
import type { PayloadParts, WebhookEvent, WebhookPayload } from "./webhookevents.ts";
import { addDelivery, dropDeliveriesBefore, ticketForWebhook, wantedBy } from "./webhooks.repo.ts";

const keptMs = 30 * 24 * HOUR;

/** To every address that wants this event. */
export async function webhook(
  deps: Deps,
  tx: Tx,
  event: WebhookEvent,
  parts: PayloadParts,
): Promise<void> {
  for (const webhookId of await wantedBy(tx, event))
    await deliver(deps, tx, webhookId, payloadOf(deps, event, parts));
}

/** The same for an event of a ticket, as the ticket is now. @param more such as the clock meant. */
export const ticketWebhook = (
  deps: Deps,
  tx: Tx,
  event: WebhookEvent,
  ticketId: string,
  more: PayloadParts = {},
): Promise<void> => ticketWebhooks(deps, tx, [{ event, ticketId, more }]);

/** Something that happened to a ticket, and what is to be said besides the ticket. */
export type TicketHappening = { event: WebhookEvent; ticketId: string; more?: PayloadParts };

/** Asks once a kind of event whether anybody wants it; mostly nobody does. */
export async function ticketWebhooks(
  deps: Deps,
  tx: Tx,
  happenings: readonly TicketHappening[],
): Promise<void> {
  for (const [event, alike] of Map.groupBy(happenings, ({ event }) => event)) {
    const wanting = await wantedBy(tx, event);
    if (wanting.length === 0) continue;
    for (const { ticketId, more } of alike) {
      const { receivedAt, ...ticket } = await ticketForWebhook(tx, ticketId);
      const link = consoleTicketUrl(deps, ticket.number);
      const part = { ...ticket, receivedAt: receivedAt.toISOString(), link };
      const payload = payloadOf(deps, event, { ticket: part, ...more });
      for (const webhookId of wanting) await deliver(deps, tx, webhookId, payload);
    }
  }
}

export const payloadOf = (
  deps: Deps,
  event: WebhookPayload["event"],
  parts: PayloadParts,
): WebhookPayload => ({ event, at: deps.now().toISOString(), ...parts });

export async function deliver(
  deps: Deps,
  tx: Tx,
  webhookId: string,
  payload: WebhookPayload,
): Promise<bigint> {
  const id = await addDelivery(tx, webhookId, payload, deps.now());
  await ringDelivery(deps, tx, id, 0);
  return id;
}

/** @param tries how many there were: a bell for a try that was made already finds nothing to do. */
export const ringDelivery = (deps: Deps, tx: Tx, id: bigint, tries: number, after?: Date) =>
  deps.jobs.send(tx, "webhook", { delivery: String(id), tries }, after);

/** The log is kept for 30 days. */
export const sweepDeliveries = (deps: Deps): Promise<number> =>
  dropDeliveriesBefore(deps.db, new Date(deps.now().getTime() - keptMs));
