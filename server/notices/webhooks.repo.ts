/** Addresses that want to hear of events, and the log of what was sent to each. */
import type { Tx } from "../db.ts";
import { Problem } from "../errors.ts";
import type { DeliveryError, WebhookPayload } from "./webhookevents.ts";

export const webhookRows = (tx: Tx) =>
  tx.webhook.findMany({
    select: { id: true, name: true, url: true, events: true, active: true, createdAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });

/** The last delivery to each address. */
export const lastDeliveries = (tx: Tx) =>
  tx.webhookDelivery.findMany({
    distinct: ["webhookId"],
    orderBy: [{ webhookId: "asc" }, { id: "desc" }],
    select: { webhookId: true, createdAt: true, status: true, error: true, doneAt: true },
  });

export type NewWebhook = {
  name: string;
  url: string;
  secret: string;
  events: string[];
  createdAt: Date;
};

export async function addWebhook(tx: Tx, webhook: NewWebhook): Promise<string> {
  return (await tx.webhook.create({ data: webhook, select: { id: true } })).id;
}

/** @throws Problem `not_found`. */
export async function changeWebhook(
  tx: Tx,
  id: string,
  data: { name: string; url: string; events: string[]; active: boolean },
): Promise<void> {
  const { count } = await tx.webhook.updateMany({ where: { id }, data });
  if (count === 0) throw new Problem("not_found");
}

/** Its log goes with it. @throws Problem `not_found`. */
export async function dropWebhook(tx: Tx, id: string): Promise<void> {
  const { count } = await tx.webhook.deleteMany({ where: { id } });
  if (count === 0) throw new Problem("not_found");
}

/** Switched-on addresses that want this event; one that names no events wants all. */
export async function wantedBy(tx: Tx, event: string): Promise<string[]> {
  const rows = await tx.webhook.findMany({
    where: { active: true, OR: [{ events: { isEmpty: true } }, { events: { has: event } }] },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** @throws Problem `not_found` where there is no such address. */
export async function addDelivery(
  tx: Tx,
  webhookId: string,
  payload: WebhookPayload,
  createdAt: Date,
): Promise<bigint> {
  if (!(await tx.webhook.findUnique({ where: { id: webhookId }, select: { id: true } })))
    throw new Problem("not_found");
  const row = await tx.webhookDelivery.create({
    data: { webhookId, event: payload.event, payload, createdAt },
    select: { id: true },
  });
  return row.id;
}

export type DueDelivery = {
  id: bigint;
  event: string;
  payload: unknown;
  tries: number;
  url: string;
  secret: string;
  active: boolean;
};

/**
 * Takes a delivery for this transaction. Null when another worker has it, or when it is done or was
 * tried meanwhile: a bell that rings twice is answered once.
 */
export async function takeDelivery(tx: Tx, id: bigint, tries: number): Promise<DueDelivery | null> {
  const [row] = await tx.$queryRaw<DueDelivery[]>`
    SELECT d.id, d.event, d.payload, d.tries, w.url, w.secret, w.active
    FROM webhook_deliveries d JOIN webhooks w ON w.id = d."webhookId"
    WHERE d.id = ${id} AND d.tries = ${tries} AND d."doneAt" IS NULL
    FOR UPDATE OF d SKIP LOCKED`;
  return row ?? null;
}

export type Outcome = {
  tries: number;
  status: number | null;
  error: DeliveryError | "";
  doneAt: Date | null;
};

export async function saveOutcome(tx: Tx, id: bigint, outcome: Outcome): Promise<void> {
  await tx.webhookDelivery.update({ where: { id }, data: outcome });
}

/** Begins a finished delivery anew, as the same delivery. @returns false while it is under way. */
export async function beginAgain(tx: Tx, id: bigint): Promise<boolean> {
  const { count } = await tx.webhookDelivery.updateMany({
    where: { id, doneAt: { not: null } },
    data: { tries: 0, status: null, error: "", doneAt: null },
  });
  return count > 0;
}

export const deliveriesOf = (tx: Tx, webhookId: string, before: bigint | null, most: number) =>
  tx.webhookDelivery.findMany({
    where: { webhookId, ...(before && { id: { lt: before } }) },
    select: {
      id: true,
      event: true,
      payload: true,
      createdAt: true,
      tries: true,
      status: true,
      error: true,
      doneAt: true,
    },
    orderBy: { id: "desc" },
    take: most,
  });

export const dropDeliveriesBefore = async (tx: Tx, at: Date): Promise<number> =>
  (await tx.webhookDelivery.deleteMany({ where: { createdAt: { lt: at } } })).count;

export const ticketForWebhook = (tx: Tx, id: string) =>
  tx.ticket.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      number: true,
      priority: true,
      status: true,
      kind: true,
      channel: true,
      category: true,
      module: true,
      team: true,
      customerId: true,
      assigneeId: true,
      receivedAt: true,
    },
  });
