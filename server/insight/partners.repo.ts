/** Work that other teams were asked for: how soon they said a first word. */
import { Prisma } from "#prisma";
import type { Tx } from "../db.ts";
import type { CaseAsked } from "./casecounts.repo.ts";
import type { Page } from "./insight.repo.ts";

/** Tasks given in the period and answered since, of tickets of the cut. */
const answered = ({ filter, period: { start, end } }: CaseAsked): Prisma.Sql => Prisma.sql`
  FROM tasks k LEFT JOIN tickets t ON t.id = k."ticketId"
  WHERE k.kind = 'team' AND k."createdAt" >= ${start} AND k."createdAt" < ${end} AND k."answeredAt" IS NOT NULL
    ${filter.team ? Prisma.sql`AND k.team = ${filter.team}` : Prisma.empty}
    ${filter.locale ? Prisma.sql`AND t.locale = ${filter.locale}` : Prisma.empty}
    ${filter.category ? Prisma.sql`AND t.category = ${filter.category}` : Prisma.empty}
    ${filter.priority ? Prisma.sql`AND t.priority = ${filter.priority}` : Prisma.empty}`;

const took = Prisma.raw(`extract(epoch FROM k."answeredAt" - k."createdAt")::float8`);

/** Median seconds by team that was asked, and under the key "" of all. */
export async function partnerSpeed(
  tx: Tx,
  asked: CaseAsked,
): Promise<Map<string, { n: number; median: number }>> {
  const rows = await tx.$queryRaw<{ key: string; n: number; median: number }[]>`
    SELECT CASE WHEN grouping(k.team) = 1 THEN '' ELSE 'team ' || k.team END AS key, grouping(k.team) AS whole, count(*)::int AS n,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY ${took}) AS median
    ${answered(asked)} GROUP BY GROUPING SETS ((), (k.team)) HAVING count(*) > 0 ORDER BY whole`;
  return new Map(rows.map(({ key, ...row }) => [key, row]));
}

export type PartnerRow = {
  number: number | null;
  title: string;
  team: string;
  at: Date;
  seconds: number;
};

export async function listPartners(
  tx: Tx,
  asked: CaseAsked,
  { skip, take }: Page,
): Promise<{ total: number; rows: PartnerRow[] }> {
  const [count] = await tx.$queryRaw<
    { total: number }[]
  >`SELECT count(*)::int AS total ${answered(asked)}`;
  const rows = await tx.$queryRaw<PartnerRow[]>`
    SELECT t.number, k.title, k.team, k."createdAt" AS at, ${took} AS seconds
    ${answered(asked)} ORDER BY seconds DESC LIMIT ${take} OFFSET ${skip}`;
  return { total: count!.total, rows };
}
