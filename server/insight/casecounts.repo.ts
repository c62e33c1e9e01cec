/** Counts, means and rows of tickets for reports of the desk: a number and its rows share a condition. */
import { Prisma } from "#prisma";
import type { Tx } from "../db.ts";
import type { CaseFact } from "./facts.ts";
import type { Page } from "./insight.repo.ts";
import type { Filter, Period } from "./period.ts";

export type CaseAsked = { filter: Filter; period: Period; now: Date };

/** The day by which a ticket belongs to a period: received, solved, or rated by the customer. */
type Cohort = "received" | "solved" | "answered";
const dayOf = { received: "day", solved: "solved_day", answered: "answered_day" } as const;

/** One solution is judged when nobody can come back within 7 days any more. */
const settled = "c.solved_at <= $now - interval '7 days' AND NOT c.merged";
const conditions: Record<CaseFact, [Cohort, string]> = {
  received: ["received", "true"],
  replied: ["received", "c.first_reply_s IS NOT NULL"],
  replied_soon: ["received", "c.first_reply_s <= 1800"],
  handled: ["received", "c.first_reply_s IS NOT NULL"],
  moved: ["received", "c.first_reply_s IS NOT NULL AND c.transferred"],
  solved_month: ["received", "c.resolution_s <= 30 * 86400"],
  solved_cases: ["solved", "c.resolution_s IS NOT NULL"],
  settled: ["solved", settled],
  once: ["solved", `${settled} AND c.replies = 1 AND NOT c.reopened AND NOT c.came_back`],
  with_article: ["solved", "c.with_article"],
  with_help: ["solved", "(c.with_article OR c.with_template)"],
  without_help: ["solved", "NOT (c.with_article OR c.with_template)"],
  reopened_cases: ["solved", "c.reopened"],
  asked_cases: ["solved", "c.surveyed"],
  answered_cases: ["solved", "c.surveyed AND c.answered_day IS NOT NULL"],
  rated: ["answered", "c.csat IS NOT NULL"],
  rated_well: ["answered", "c.csat >= 4"],
  rated_low: ["answered", "c.csat <= 2"],
  scored: ["answered", "c.nps IS NOT NULL"],
  promoters: ["answered", "c.nps >= 9"],
  detractors: ["answered", "c.nps <= 6"],
};

const condition = (fact: CaseFact, now: Date): Prisma.Sql => {
  const [, text] = conditions[fact];
  const parts = text.split("$now");
  return parts.length === 1
    ? Prisma.raw(text)
    : Prisma.sql`${Prisma.raw(parts[0]!)}${now}::timestamptz${Prisma.raw(parts[1]!)}`;
};

/** What tickets can be cut by; the filter of the same name narrows to one of them. */
const cuts = {
  priority: "c.priority",
  team: "c.team",
  person: "coalesce(c.assignee_id, '')",
  module: "c.module",
  cause: "coalesce(c.cause_tag, '')",
  category: "c.category",
  customer: "c.customer_id::text",
  tier: "u.tier",
  help: "CASE WHEN c.with_article THEN 'yes' ELSE 'no' END",
  locale: "c.locale",
} as const;
export type CaseCut = keyof typeof cuts;

function chosen(filter: Filter): Prisma.Sql {
  const parts = (Object.keys(cuts) as CaseCut[]).flatMap((cut) =>
    filter[cut] === undefined ? [] : [Prisma.sql`AND ${Prisma.raw(cuts[cut])} = ${filter[cut]}`],
  );
  return parts.length > 0 ? Prisma.join(parts, " ") : Prisma.empty;
}

const within = (
  cohort: Cohort,
  { filter, period: { first, last } }: CaseAsked,
  by?: CaseCut,
) => Prisma.sql`
  FROM m.cases c ${by === "tier" || filter.tier ? Prisma.sql`JOIN customers u ON u.id = c.customer_id` : Prisma.empty}
  WHERE ${Prisma.raw(`c.${dayOf[cohort]}`)} BETWEEN ${first}::date AND ${last}::date ${chosen(filter)}`;

/** Of one key of a cut, or of all. */
export type CaseCounts = Partial<Record<CaseFact, number>> & {
  key: string;
  firstReply?: Spread;
  resolution?: Spread;
  csat?: Spread;
};
export type Spread = {
  mean: number | null;
  deviation: number | null;
  /** Absent unless quantiles were wanted. */
  median?: number | null;
  p90?: number | null;
};

/** Quantiles need all values in order, which costs more than everything else together. */
const spread = (column: string, quantiles: boolean): string => `json_build_object(
  'mean', avg(${column}), 'deviation', stddev_samp(${column})${quantiles ? quantilesOf(column) : ""})`;

const quantilesOf = (column: string): string => `,
  'median', percentile_cont(0.5) WITHIN GROUP (ORDER BY ${column}),
  'p90', percentile_cont(0.9) WITHIN GROUP (ORDER BY ${column})`;

const spreads: Record<Cohort, [column: string, name: string]> = {
  received: ["c.first_reply_s", "firstReply"],
  solved: ["c.resolution_s", "resolution"],
  answered: ["c.csat", "csat"],
};

/** What is wanted of tickets: nothing else is counted. */
export type Wanted = { facts: readonly CaseFact[]; quantiles: boolean };

/** Counts of tickets for each key of a cut, or under the key "" for all. */
export async function countCases(
  tx: Tx,
  asked: CaseAsked,
  by: CaseCut | null,
  wanted: Wanted,
): Promise<Map<string, CaseCounts>> {
  const found = new Map<string, CaseCounts>();
  const cohorts = [...new Set(wanted.facts.map((fact) => conditions[fact][0]))];
  const all = await Promise.all(
    cohorts.map((cohort) => countCohort(tx, cohort, asked, by, wanted)),
  );
  for (const row of all.flat()) found.set(row.key, { ...found.get(row.key), ...row });
  return found;
}

function countCohort(
  tx: Tx,
  cohort: Cohort,
  asked: CaseAsked,
  by: CaseCut | null,
  { facts, quantiles }: Wanted,
): Promise<CaseCounts[]> {
  const [column, name] = spreads[cohort];
  const counts = [...new Set(facts)]
    .filter((fact) => conditions[fact][0] === cohort)
    .map(
      (fact) =>
        Prisma.sql`count(*) FILTER (WHERE ${condition(fact, asked.now)})::int AS ${Prisma.raw(`"${fact}"`)}`,
    );
  const key = Prisma.raw(by ? cuts[by] : "''");
  const times = Prisma.raw(`${spread(column, quantiles)} AS "${name}"`);
  return tx.$queryRaw`SELECT ${key} AS key, ${Prisma.join(counts)}, ${times}
    ${within(cohort, asked, by ?? undefined)} GROUP BY 1`;
}

export type CaseRow = {
  number: number;
  subject: string;
  priority: string;
  receivedAt: Date;
  solvedAt: Date | null;
  firstReplyS: number | null;
  resolutionS: number | null;
  csat: number | null;
  nps: number | null;
};

/** Newest first. */
export async function listCases(
  tx: Tx,
  fact: CaseFact,
  asked: CaseAsked,
  { skip, take }: Page,
): Promise<{ total: number; rows: CaseRow[] }> {
  const of = Prisma.sql`${within(conditions[fact][0], asked)} AND ${condition(fact, asked.now)}`;
  const [count] = await tx.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${of}`;
  const rows = await tx.$queryRaw<CaseRow[]>`
    SELECT f.number, t.subject, f.priority, f.received_at AS "receivedAt", f.solved_at AS "solvedAt",
      f.first_reply_s AS "firstReplyS", f.resolution_s AS "resolutionS", f.csat, f.nps
    FROM (SELECT c.* ${of} ORDER BY c.number DESC LIMIT ${take} OFFSET ${skip}) AS f
    JOIN tickets t ON t.id = f.ticket_id ORDER BY f.number DESC`;
  return { total: count!.total, rows };
}

export const peopleNames = async (tx: Tx, ids: readonly string[]): Promise<Map<string, string>> => {
  const rows = await tx.user.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
};
