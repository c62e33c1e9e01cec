/** Who a delivery is from, and that nobody changed it on the way. docs/api.md shows how to check it. */
import { createHmac, randomBytes } from "node:crypto";

/** A key for a new address: shown once, then only used. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString("base64url")}`;

/** Hex HMAC-SHA256 of `<timestamp>.<body>`. @param timestamp seconds since 1970, as sent. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");

export function signedHeaders(
  delivery: { id: bigint; event: string; secret: string },
  body: string,
  now: Date,
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return {
    "content-type": "application/json",
    "user-agent": "Answerable-Webhooks/1",
    "answerable-event": delivery.event,
    "answerable-delivery": String(delivery.id),
    "answerable-timestamp": timestamp,
    "answerable-signature": `v1=${signatureOf(delivery.secret, timestamp, body)}`,
  };
}
