/** The pseudonym of a visit: a keyed hash of network and browser, of which neither is stored. */
import { createHmac } from "node:crypto";
import type { Tx } from "../db.ts";
import { networkOf, siteId } from "./network.ts";
import { type KeptSalt, keptSalts } from "./salts.repo.ts";

/** Who sends a request, as far as the server sees it. Lives as long as the request. */
export type Sender = { ip: string; userAgent: string };

/** A sender's key under the salt that was current `age` days ago. */
export type VisitKey = { key: bigint; age: number };

/** The sender's keys under every salt still kept, today's first. */
export async function keysOf(tx: Tx, sender: Sender, at: Date): Promise<VisitKey[]> {
  return keysUnder(await keptSalts(tx, at), sender);
}

export function keysUnder(salts: readonly KeptSalt[], sender: Sender): VisitKey[] {
  const text = `${siteId}|${networkOf(sender.ip)}|${sender.userAgent}`;
  return salts.map(({ salt, age }) => ({
    age,
    key: createHmac("sha256", salt).update(text).digest().readBigInt64BE(0),
  }));
}
