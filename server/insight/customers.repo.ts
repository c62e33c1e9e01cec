import { Prisma } from "#prisma";
import type { Tx } from "../db.ts";
import type { Filter, Period } from "./period.ts";

export type Asker = {
  id: string;
  name: string | null;
  company: string | null;
  tier: string;
  /** Tickets of the period, and of as many days before it. */
  now: number;
  before: number;
};

/** Customers who wrote most in the period; who wrote as often, in the order of their ids. */
export const topAskers = (
  tx: Tx,
  { filter, period, earlier }: { filter: Filter; period: Period; earlier: Period },
  take: number,
): Promise<Asker[]> => tx.$queryRaw`
  SELECT u.id, u.name, u.company, u.tier, k.now, k.before FROM (
    SELECT c.customer_id, count(*) FILTER (WHERE c.day >= ${period.first}::date)::int AS now,
      count(*) FILTER (WHERE c.day < ${period.first}::date)::int AS before
    FROM m.cases c WHERE c.day BETWEEN ${earlier.first}::date AND ${period.last}::date
      ${filter.locale ? Prisma.sql`AND c.locale = ${filter.locale}` : Prisma.empty}
      ${filter.category ? Prisma.sql`AND c.category = ${filter.category}` : Prisma.empty}
    GROUP BY 1 HAVING count(*) FILTER (WHERE c.day >= ${period.first}::date) > 0
    ORDER BY 2 DESC, 1 LIMIT ${take}) AS k
  JOIN customers u ON u.id = k.customer_id
  WHERE ${filter.tier ?? null}::text IS NULL OR u.tier = ${filter.tier ?? ""}
  ORDER BY k.now DESC, u.id`;
