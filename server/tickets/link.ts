/**
 * The signed status link: who holds it sees one ticket and may answer it, without an account.
 * Token: ticket id (uuid, 32 hex digits) . day of expiry (days since 1970, base 36) . signature.
 */
import { z } from "zod";
import { Problem } from "../errors.ts";

/** How long a link works. A new one is mailed on request and with every mail. */
export const linkDays = 180;

/** A token as somebody sends it: what is longer than any of ours is cut, and stays invalid. */
export const tokenSchema = z.string().transform((text) => text.slice(0, 200));

const dayOf = (time: Date): number => Math.floor(time.getTime() / 86_400_000);

/** @param sign HMAC of a text under the key for status links. */
export function makeToken(ticketId: string, now: Date, sign: (text: string) => string): string {
  const body = `${ticketId.replaceAll("-", "")}.${(dayOf(now) + linkDays).toString(36)}`;
  return `${body}.${sign(body)}`;
}

/**
 * @returns the ticket's id.
 * @throws Problem `link_invalid` for anything not signed by us, `link_expired` with the ticket's id
 * readable by `expiredTicket`.
 */
export function readToken(
  token: string,
  now: Date,
  verify: (text: string, signature: string) => boolean,
): string {
  const { id, expiry, genuine } = parse(token, verify);
  if (!genuine) throw new Problem("link_invalid");
  if (dayOf(now) > expiry) throw new Problem("link_expired");
  return id;
}

/** The ticket of a genuine link that may have expired: the new link goes to the address on file. */
export function ticketOfAnyAge(
  token: string,
  verify: (text: string, signature: string) => boolean,
): string {
  const { id, genuine } = parse(token, verify);
  if (!genuine) throw new Problem("link_invalid");
  return id;
}

function parse(token: string, verify: (text: string, signature: string) => boolean) {
  const match = /^([0-9a-f]{32})\.([0-9a-z]{1,6})\.([\w-]{43})$/.exec(token);
  if (!match) return { id: "", expiry: 0, genuine: false };
  const [, hex, expiry, signature] = match as unknown as [string, string, string, string];
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return {
    id,
    expiry: Number.parseInt(expiry, 36),
    genuine: verify(`${hex}.${expiry}`, signature),
  };
}
