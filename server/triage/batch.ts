import { HOUR, type Instant } from "../sla/instant.ts";

/**
 * A ticket that may be one of many. `category`: what it is about, however the caller tells that apart.
 * `region` null: not known, so it can't be told.
 */
export type Arrival = { id: string; category: string; region: string | null; at: Instant };

/** Tickets that look like one problem. Somebody decides; accepting it makes a parent and raises to P1. */
export type Batch = {
  category: string;
  region: string;
  /** In order of arrival. */
  ids: string[];
  first: Instant;
  last: Instant;
};

/** How many, in how long; a ticket exactly `within` after another still counts. */
export const batchLimits = { least: 3, within: HOUR };

/** Batches of one category and region. Stretches that overlap are one batch. */
export function batches(tickets: readonly Arrival[], limits = batchLimits): Batch[] {
  const groups = Map.groupBy(
    tickets.filter(({ region }) => region),
    ({ category, region }) => `${category}|${region}`,
  );
  const found = [...groups.values()].flatMap((group) => dense(group.toSorted(byArrival), limits));
  return found.sort((a, b) => a.first - b.first);
}

const byArrival = (a: Arrival, b: Arrival) => a.at - b.at || (a.id < b.id ? -1 : 1);

function dense(group: readonly Arrival[], { least, within }: typeof batchLimits): Batch[] {
  const inside = new Set<number>();
  const stretches: Arrival[][] = [];
  for (let i = 0; i + least <= group.length; i++) {
    const end = i + least;
    if (group[end - 1]!.at - group[i]!.at > within) continue;
    if (!inside.has(i)) stretches.push([]);
    for (let k = i; k < end; k++)
      if (!inside.has(k)) {
        inside.add(k);
        stretches.at(-1)!.push(group[k]!);
      }
  }
  return stretches.map((tickets) => ({
    category: tickets[0]!.category,
    region: tickets[0]!.region!,
    ids: tickets.map(({ id }) => id),
    first: tickets[0]!.at,
    last: tickets.at(-1)!.at,
  }));
}
