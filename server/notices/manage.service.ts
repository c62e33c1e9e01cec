/** What an administrator does with webhooks; every deed is written down. */
import { z } from "zod";
import type { Tx } from "../db.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { audit } from "../settings/settings.repo.ts";
import { newSecret } from "./signature.service.ts";
import { payloadSchema, testEvent, webhookEventSchema } from "./webhookevents.ts";
import {
  addWebhook,
  beginAgain,
  changeWebhook,
  deliveriesOf,
  dropWebhook,
  lastDeliveries,
  webhookRows,
} from "./webhooks.repo.ts";
import { deliver, payloadOf, ringDelivery } from "./webhooks.service.ts";

const pageSize = 50;

export const webhookSchema = z.object({
  name: z.string().trim().min(1).max(80),
  /** Where deliveries go. https:, unless WEBHOOKS_PRIVATE is `allow`. */
  url: z.url({ protocol: /^https?$/ }).max(2000),
  /** Empty = all events. */
  events: z.array(webhookEventSchema).max(webhookEventSchema.options.length),
});

/** Every address with the outcome of its last delivery; never its secret. */
export async function webhooks(deps: Deps) {
  const last = new Map((await lastDeliveries(deps.db)).map((row) => [row.webhookId, row]));
  const rows = await webhookRows(deps.db);
  return rows.map((row) => ({ ...row, last: last.get(row.id) ?? null }));
}

/** @returns the secret, which can't be read again. @throws Problem `webhook_insecure`. */
export function createWebhook(deps: Deps, agent: Agent, input: z.infer<typeof webhookSchema>) {
  assertSecure(deps, input.url);
  const secret = newSecret();
  const at = deps.now();
  return audited(deps, agent, "webhook_created", async (tx) => {
    const id = await addWebhook(tx, { ...input, secret, createdAt: at });
    return { subject: id, data: { events: input.events }, result: { id, secret } };
  });
}

/** @throws Problem `not_found`, `webhook_insecure`. */
export function saveWebhook(
  deps: Deps,
  agent: Agent,
  { id, ...input }: z.infer<typeof webhookSchema> & { id: string; active: boolean },
): Promise<void> {
  assertSecure(deps, input.url);
  return audited(deps, agent, "webhook_saved", async (tx) => {
    await changeWebhook(tx, id, input);
    const { events, active } = input;
    return { subject: id, data: { events, active }, result: undefined };
  });
}

export const removeWebhook = (deps: Deps, agent: Agent, id: string): Promise<void> =>
  audited(deps, agent, "webhook_removed", async (tx) => {
    await dropWebhook(tx, id);
    return { subject: id, result: undefined };
  });

/** A delivery without a subject, to see whether the address answers. */
export const testWebhook = (deps: Deps, agent: Agent, id: string): Promise<void> =>
  audited(deps, agent, "webhook_tested", async (tx) => {
    await deliver(deps, tx, id, payloadOf(deps, testEvent, {}));
    return { subject: id, result: undefined };
  });

/** The log of one address, newest first. `next` asks for the page after this one. */
export async function deliveries(deps: Deps, webhookId: string, before: bigint | null) {
  const rows = await deliveriesOf(deps.db, webhookId, before, pageSize + 1);
  const page = rows
    .slice(0, pageSize)
    .map((row) => ({ ...row, payload: payloadSchema.parse(row.payload) }));
  return { deliveries: page, next: rows.length > pageSize ? page.at(-1)!.id : null };
}

/** The same delivery once more, with its id. @throws Problem `delivery_under_way`. */
export const sendAgain = (deps: Deps, agent: Agent, id: bigint): Promise<void> =>
  audited(deps, agent, "webhook_resent", async (tx) => {
    if (!(await beginAgain(tx, id))) throw new Problem("delivery_under_way");
    await ringDelivery(deps, tx, id, 0);
    return { subject: String(id), result: undefined };
  });

function assertSecure(deps: Deps, url: string): void {
  if (deps.env.WEBHOOKS_PRIVATE !== "allow" && !url.startsWith("https:"))
    throw new Problem("webhook_insecure");
}

type Deed<T> = { subject: string; data?: object; result: T };

const audited = <T>(
  deps: Deps,
  agent: Agent,
  action: string,
  work: (tx: Tx) => Promise<Deed<T>>,
): Promise<T> =>
  deps.db.$transaction(async (tx) => {
    const { result, ...deed } = await work(tx);
    await audit(tx, { at: deps.now(), userId: agent.id, action, ...deed });
    return result;
  });
