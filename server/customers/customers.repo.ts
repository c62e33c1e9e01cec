import type { Tx } from "../db.ts";

export type CustomerCard = {
  id: string;
  email: string | null;
  name: string | null;
  company: string | null;
  phone: string | null;
  tier: string;
  locale: string;
  timeZone: string | null;
};

const card = {
  id: true,
  email: true,
  name: true,
  company: true,
  phone: true,
  tier: true,
  locale: true,
  timeZone: true,
} as const;

/**
 * Finds the customer by address or makes one. What is known stays; what was empty is filled.
 * The tier is never taken from a form.
 */
export async function knownCustomer(
  tx: Tx,
  person: {
    email: string;
    name: string;
    company: string;
    phone: string;
    locale: string;
    timeZone?: string | undefined;
  },
): Promise<CustomerCard> {
  const { email, ...rest } = person;
  const filled = Object.fromEntries(Object.entries(rest).filter(([, value]) => value));
  const [made] = await tx.customer.createManyAndReturn({
    data: [{ email, ...filled }],
    skipDuplicates: true,
    select: card,
  });
  if (made) return made;
  const found = await tx.customer.findUniqueOrThrow({ where: { email }, select: card });
  const missing = Object.fromEntries(
    Object.entries(filled).filter(([key]) => !found[key as keyof CustomerCard]),
  );
  if (Object.keys(missing).length === 0) return found;
  return tx.customer.update({ where: { email }, data: missing, select: card });
}

/** @returns the tier before, or null when there is no such customer. */
export async function saveTier(tx: Tx, id: string, tier: string): Promise<string | null> {
  const found = await tx.customer.findUnique({ where: { id }, select: { tier: true } });
  if (found) await tx.customer.update({ where: { id }, data: { tier } });
  return found?.tier ?? null;
}
