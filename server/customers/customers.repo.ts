import { v7 as uuid } from "uuid";
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
  ...{ id: true, email: true, name: true, company: true, phone: true },
  ...{ tier: true, locale: true, timeZone: true },
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
  const { email, name, company, phone, locale, timeZone = null } = person;
  const [found] = await tx.$queryRaw<CustomerCard[]>`
    INSERT INTO customers AS c (id, email, name, company, phone, locale, "timeZone")
    VALUES (${uuid()}::uuid, ${email}, nullif(${name}, ''), nullif(${company}, ''), nullif(${phone}, ''),
      ${locale}, nullif(${timeZone}, ''))
    ON CONFLICT (email) DO UPDATE SET name = coalesce(c.name, excluded.name),
      company = coalesce(c.company, excluded.company), phone = coalesce(c.phone, excluded.phone),
      "timeZone" = coalesce(c."timeZone", excluded."timeZone")
    RETURNING id, email, name, company, phone, tier, locale, "timeZone"`;
  return found!;
}

/** Those whose name, address, company or number has this text, the newest first. */
export function findCustomers(tx: Tx, text: string, take: number): Promise<CustomerCard[]> {
  const has = { contains: text, mode: "insensitive" as const };
  return tx.customer.findMany({
    where: { OR: [{ name: has }, { email: has }, { company: has }, { phone: has }] },
    orderBy: { createdAt: "desc" },
    take,
    select: card,
  });
}

/** @returns the tier before, or null when there is no such customer. */
export async function saveTier(tx: Tx, id: string, tier: string): Promise<string | null> {
  const found = await tx.customer.findUnique({ where: { id }, select: { tier: true } });
  if (found) await tx.customer.update({ where: { id }, data: { tier } });
  return found?.tier ?? null;
}
