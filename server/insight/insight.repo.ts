/** Reads for the insight page. Keys of visits never leave from here. */
import { Prisma } from "#prisma";
import type { Tx } from "../db.ts";
import type { EpisodeStatus } from "../deflection/episodes.ts";
import { reportZone } from "../deflection/reportday.ts";
import { metricSchema, roleOf } from "../sla/metrics.ts";
import type { EpisodeChoice, FlowMeasure } from "./measures.ts";
import type { Filter, Period } from "./period.ts";

export type Cut = Pick<Filter, "locale" | "category" | "priority">;
/** Which of the rows; `take` null = all. */
export type Page = { skip: number; take: number | null };

const limited = ({ skip, take }: Page) => ({ skip, ...(take !== null && { take }) });

const people = { traffic: "human", arm: "T" } as const;
const episodesWhere = ({ priority: _, ...cut }: Cut, { first, last }: Period) => ({
  ...people,
  ...cut,
  day: { gte: first, lte: last },
});

/** Attempts of people who were shown suggestions, by day, status and maturity; from the rollups. */
export async function countEpisodes(tx: Tx, { locale, category }: Cut, { first, last }: Period) {
  const rows = await tx.dayFunnel.groupBy({
    by: ["day"],
    where: {
      arm: "T",
      day: { gte: first, lte: last },
      ...(locale && { locale }),
      ...(category && { category }),
    },
    _sum: {
      submitted: true,
      lateContact: true,
      confirmed: true,
      assumed: true,
      abandoned: true,
      pending: true,
    },
  });
  return rows.flatMap(({ day, _sum }) =>
    outcomes.map(([field, status, mature]) => ({
      day: day.toISOString().slice(0, 10),
      status,
      mature,
      count: _sum[field] ?? 0,
    })),
  );
}

/** Columns of the rollup; what is pending may still become anything. */
const outcomes = [
  ["submitted", "submitted", true],
  ["lateContact", "late_contact", true],
  ["confirmed", "confirmed", true],
  ["assumed", "assumed", true],
  ["abandoned", "abandoned", true],
  ["pending", "abandoned", false],
] as const satisfies [string, EpisodeStatus, boolean][];

/** Newest first. */
export async function listEpisodes(
  tx: Tx,
  cut: Cut,
  period: Period,
  choice: EpisodeChoice,
  page: Page,
) {
  const where = {
    ...episodesWhere(cut, period),
    mature: choice.mature,
    status: { in: [...choice.statuses] },
  };
  const [total, rows] = await Promise.all([
    tx.episode.count({ where }),
    tx.episode.findMany({
      where,
      orderBy: [{ opened: "desc" }, { episodeId: "asc" }],
      ...limited(page),
      select: { opened: true, status: true, locale: true, category: true, contactTicket: true },
    }),
  ]);
  const numbers = await numbersOf(
    tx,
    rows.flatMap(({ contactTicket }) => contactTicket ?? []),
  );
  return {
    total,
    rows: rows.map(({ contactTicket, ...row }) => ({
      ...row,
      ticket: (contactTicket && numbers.get(contactTicket)) || null,
    })),
  };
}

async function numbersOf(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  const tickets = await tx.ticket.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, number: true },
  });
  return new Map(tickets.map(({ id, number }) => [id, number]));
}

// What only warns the desk makes no ticket late, and there is much of it.
const commitments = metricSchema.options.filter((metric) => roleOf(metric) === "commitment");

const ticketColumns = {
  number: true,
  subject: true,
  priority: true,
  status: true,
  nextDueAt: true,
  nextDueMetric: true,
  clocks: {
    where: { metric: { in: commitments } },
    select: {
      metric: true,
      state: true,
      goalAt: true,
      warnAt: true,
      dueAt: true,
      stoppedAt: true,
      breachedAt: true,
    },
  },
} as const;

const settled = ["solved", "closed"];

/** Tickets that owe somebody something, the most urgent first. */
export const openTickets = (tx: Tx, cut: Cut) =>
  tx.ticket.findMany({
    where: { ...cut, status: { notIn: ["unconfirmed", ...settled] } },
    orderBy: [{ nextDueAt: { sort: "asc", nulls: "last" } }, { number: "asc" }],
    select: ticketColumns,
  });

const timeOf = { opened: "receivedAt", solved: "solvedAt" } as const;

const flowWhere = (measure: FlowMeasure, cut: Cut, { start, end }: Period) => ({
  ...cut,
  status: { not: "unconfirmed" },
  [timeOf[measure]]: { gte: start, lt: end },
});

/** Tickets received, or solved and not reopened since, newest first. */
export async function listFlow(tx: Tx, measure: FlowMeasure, cut: Cut, period: Period, page: Page) {
  const where = flowWhere(measure, cut, period);
  const [total, rows] = await Promise.all([
    tx.ticket.count({ where }),
    tx.ticket.findMany({
      where,
      orderBy: [{ [timeOf[measure]]: "desc" }, { number: "desc" }],
      ...limited(page),
      select: ticketColumns,
    }),
  ]);
  return { total, rows };
}

/** Tickets received or solved, by day of the desk's calendar. */
export async function countFlow(
  tx: Tx,
  measure: FlowMeasure,
  cut: Cut,
  { start, end }: Period,
): Promise<{ day: string; count: number }[]> {
  const at = Prisma.raw(`t."${timeOf[measure]}"`);
  return tx.$queryRaw`
    SELECT to_char(${at} AT TIME ZONE ${reportZone}, 'YYYY-MM-DD') AS day, count(*)::int AS count
    FROM tickets t WHERE ${at} >= ${start} AND ${at} < ${end} AND t.status <> 'unconfirmed'
      ${only(cut)} GROUP BY 1`;
}

/** The cut as SQL, of tickets named `t`. */
export const only = ({ locale, category, priority }: Cut): Prisma.Sql =>
  Prisma.sql`${locale ? Prisma.sql`AND t.locale = ${locale}` : Prisma.empty}
    ${category ? Prisma.sql`AND t.category = ${category}` : Prisma.empty}
    ${priority ? Prisma.sql`AND t.priority = ${priority}` : Prisma.empty}`;
