/** Incidents as rows, and the tickets that belong to them. */
import type { Tx } from "../db.ts";
import { Problem } from "../errors.ts";
import type { IncidentSource, IncidentState } from "./incident.ts";

const fields = {
  ...{ id: true, number: true, state: true, source: true, category: true, region: true },
  ...{ title: true, banner: true, bannerFrom: true, createdAt: true, openedAt: true },
  ...{ openedById: true, resolvedAt: true, resolvedById: true, reason: true, causeTag: true },
  ...{ fixed: true, version: true },
} as const;

/**
 * Locks the incident until the transaction ends.
 * @throws Problem `not_found`.
 */
export async function lockIncident(tx: Tx, id: string) {
  await tx.$queryRaw`SELECT 1 FROM incidents WHERE id = ${id}::uuid FOR UPDATE`;
  const found = await tx.incident.findUnique({ where: { id }, select: fields });
  if (!found) throw new Problem("not_found");
  return found;
}
export type Incident = Awaited<ReturnType<typeof lockIncident>>;

export const incidentByNumber = (tx: Tx, number: number) =>
  tx.incident.findUnique({ where: { number }, select: fields });

type NewIncident = {
  category: string;
  region: string;
  source: IncidentSource;
  title: object;
  banner: object;
  createdAt: Date;
  /** What makes it, where that may happen once only. */
  once: string | null;
};

/** @returns null when the same occasion has made one already. */
export async function insertIncident(tx: Tx, incident: NewIncident): Promise<Incident | null> {
  const [row] = await tx.incident.createManyAndReturn({
    ...{ data: [incident], skipDuplicates: true, select: fields },
  });
  return row ?? null;
}

export type IncidentChange = Partial<{
  state: IncidentState;
  title: object;
  banner: object;
  bannerFrom: Date | null;
  openedAt: Date;
  openedById: string;
  resolvedAt: Date | null;
  resolvedById: string | null;
  reason: string;
  causeTag: string;
  fixed: boolean;
}>;

export async function changeIncident(tx: Tx, id: string, change: IncidentChange): Promise<void> {
  await tx.incident.update({ where: { id }, data: { ...change, version: { increment: 1 } } });
}

/** Those to decide and to work on first, then what was; the newest first. */
export const listIncidents = (tx: Tx, states: readonly IncidentState[], take: number) =>
  tx.incident.findMany({
    where: { state: { in: [...states] } },
    ...{ orderBy: { createdAt: "desc" }, take },
    select: { ...fields, _count: { select: { tickets: true } } },
  });

/** Open ones with a banner that is switched on. */
export const withBanner = (tx: Tx) =>
  tx.incident.findMany({
    where: { state: "open", bannerFrom: { not: null } },
    select: { number: true, banner: true, bannerFrom: true },
  });

/**
 * What a ticket of this category and region may belong to: undecided, open, or said to be fixed.
 * @param region null: not known; without it, incidents of any region.
 */
export const liveLike = (
  tx: Tx,
  { category, region, fixedSince }: { category: string; region?: string | null; fixedSince: Date },
) =>
  tx.incident.findMany({
    where: {
      category,
      ...(region !== undefined && { region: { in: ["", ...(region ? [region] : [])] } }),
      OR: [
        { state: { in: ["proposed", "open"] } },
        { state: "resolved", fixed: true, resolvedAt: { gte: fixedSince } },
      ],
    },
    ...{ orderBy: { createdAt: "desc" }, select: fields },
  });
