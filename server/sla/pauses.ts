import type { Instant } from "./instant.ts";

/** A stretch [from, to) that does not count; `null` as end: still going on. */
export type Pause = readonly [from: Instant, to: Instant | null];

/** Pauses in order, overlapping and adjacent ones joined, empty ones dropped: none counts twice. */
export function mergePauses(pauses: readonly Pause[]): readonly Pause[] {
  if (pauses.length < 2) return pauses;
  const merged: [Instant, Instant | null][] = [];
  for (const [from, to] of [...pauses].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (!last || (last[1] !== null && last[1] < from)) merged.push([from, to]);
    else if (last[1] !== null && (to === null || to > last[1])) last[1] = to;
  }
  return merged;
}

/** The part of the pauses that lies before an instant; used when a clock has stopped. */
export function pausesBefore(pauses: readonly Pause[], end: Instant): readonly Pause[] {
  return pauses
    .filter(([from]) => from < end)
    .map(([from, to]) => [from, to === null || to > end ? end : to]);
}
