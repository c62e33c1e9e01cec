/** What the desk knows of a customer that the customer doesn't say. */
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { onTierChanged } from "../reactions.triage.ts";
import { audit } from "../settings/settings.repo.ts";
import { findCustomers, saveTier } from "./customers.repo.ts";

export const tiers = ["normal", "vip"] as const;
export type Tier = (typeof tiers)[number];

/** @returns how many open tickets were judged again by it. @throws Problem `not_found`. */
export async function setTier(
  deps: Deps,
  agent: Agent,
  { customerId, tier }: { customerId: string; tier: Tier },
): Promise<number> {
  return deps.db.$transaction(async (tx) => {
    const from = await saveTier(tx, customerId, tier);
    if (from === null) throw new Problem("not_found");
    if (from === tier) return 0;
    const entry = { at: deps.now(), userId: agent.id, action: "tier_changed", subject: customerId };
    await audit(tx, { ...entry, data: { from, to: tier } });
    return onTierChanged(deps, tx, customerId);
  });
}

const most = 8;

/** Whom somebody on the phone may be; nobody until there is something to go by. */
export const find = (deps: Deps, text: string) =>
  text.trim().length < 2 ? Promise.resolve([]) : findCustomers(deps.db, text.trim(), most);
