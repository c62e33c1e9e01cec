/** What webhooks say: kinds of events, what each carries, and when a failed delivery is tried again. */
import { z } from "zod";
import { HOUR, type Instant, MINUTE, SECOND } from "../sla/instant.ts";

export const webhookEvents = [
  "ticket.created",
  "ticket.replied",
  "ticket.solved",
  "ticket.reopened",
  "ticket.closed",
  "ticket.escalated",
  "clock.breached",
  "promise.broken",
  "incident.opened",
  "incident.resolved",
  "article.published",
] as const;
export const webhookEventSchema = z.enum(webhookEvents);
export type WebhookEvent = z.infer<typeof webhookEventSchema>;

/** Sent by hand, to see whether an address answers; goes to that address alone. */
export const testEvent = "test";

const instant = z.iso.datetime();

const ticketPart = z.object({
  id: z.uuid(),
  number: z.int(),
  /** As in the desk: priority P0–P3, status, kind, channel, category and module by their ids. */
  priority: z.string(),
  status: z.string(),
  kind: z.string(),
  channel: z.string(),
  category: z.string(),
  module: z.string(),
  team: z.string(),
  customerId: z.uuid(),
  assigneeId: z.string().nullable(),
  receivedAt: instant,
  /** In the desk; whoever opens it has to sign in. */
  link: z.url(),
});

/** The body of a delivery: ids, numbers, enumerations, times and links; never what somebody wrote. */
export const payloadSchema = z.object({
  event: z.union([webhookEventSchema, z.literal(testEvent)]),
  /** When it happened. */
  at: instant,
  ticket: ticketPart.optional(),
  /** Of clock.breached and promise.broken: which clock, and when it was due. */
  clock: z.object({ metric: z.string(), instance: z.int(), dueAt: instant }).optional(),
  /** Of ticket.escalated: why, and the id of the ladder's level it reached. */
  escalation: z.object({ cause: z.string(), level: z.string() }).optional(),
  incident: z
    .object({ id: z.uuid(), number: z.int(), category: z.string(), region: z.string() })
    .optional(),
  article: z.object({ id: z.string(), locale: z.string(), link: z.url() }).optional(),
});
export type WebhookPayload = z.infer<typeof payloadSchema>;
/** What a caller adds to the event and its time. */
export type PayloadParts = Omit<WebhookPayload, "event" | "at">;

const pauses = [
  10 * SECOND,
  MINUTE,
  5 * MINUTE,
  20 * MINUTE,
  HOUR,
  3 * HOUR,
  8 * HOUR,
  16 * HOUR,
] as const;

/** Deliveries are tried so often, over some 28 hours. */
export const mostTries = pauses.length + 1;

/** When to try again after so many tries; null = it is given up. */
export function nextTry(tries: number, now: Instant): Instant | null {
  const pause = pauses[tries - 1];
  return pause === undefined ? null : now + pause;
}

/** Why a delivery didn't arrive: what the log stores and the console explains. */
export const deliveryErrors = [
  "refused",
  "redirected",
  "timeout",
  "unresolved",
  "unreachable",
  "private_address",
  "insecure",
  "switched_off",
] as const;
export type DeliveryError = (typeof deliveryErrors)[number];

/** Trying again changes nothing about these: somebody has to change the address first. */
export const isFinal = (error: DeliveryError): boolean =>
  error === "private_address" || error === "insecure" || error === "switched_off";
