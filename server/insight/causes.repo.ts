import { Prisma } from "#prisma";
import type { Tx } from "../db.ts";
import type { CaseAsked } from "./casecounts.repo.ts";

/** Tickets solved in the period by product and cause; empty string = none was set. */
export const causeCells = (
  tx: Tx,
  { filter, period: { first, last } }: CaseAsked,
): Promise<{ module: string; cause: string; n: number }[]> => tx.$queryRaw`
  SELECT c.module, coalesce(c.cause_tag, '') AS cause, count(*)::int AS n FROM m.cases c
  WHERE c.solved_day BETWEEN ${first}::date AND ${last}::date AND c.resolution_s IS NOT NULL
    ${filter.locale ? Prisma.sql`AND c.locale = ${filter.locale}` : Prisma.empty}
    ${filter.category ? Prisma.sql`AND c.category = ${filter.category}` : Prisma.empty}
    ${filter.priority ? Prisma.sql`AND c.priority = ${filter.priority}` : Prisma.empty}
    ${filter.team ? Prisma.sql`AND c.team = ${filter.team}` : Prisma.empty}
  GROUP BY 1, 2`;
