import type { Episode } from "./episodes.ts";
import type { Share } from "./interval.ts";
import { tailPoint, twoSidedTail } from "./normal.ts";

/** Openings needed in each arm to see a difference. */
export type SampleSize = { control: number; treatment: number };

/**
 * @param contactRate share of the control arm that contacts us, 0–1.
 * @param difference the smallest difference worth seeing, 0–1.
 * @param holdout share of people in the control arm, 0–1.
 */
export function sampleSize(
  contactRate: number,
  difference: number,
  holdout: number,
  { alpha = 0.05, power = 0.8 } = {},
): SampleSize {
  const k = (1 - holdout) / holdout;
  const treated = contactRate - difference;
  const pooled = (contactRate + k * treated) / (1 + k);
  const variance = (p: number): number => p * (1 - p);
  const underNull = tailPoint(alpha) * Math.sqrt((1 + 1 / k) * variance(pooled));
  const underEffect =
    tailPoint(2 * (1 - power)) * Math.sqrt(variance(contactRate) + variance(treated) / k);
  const control = Math.ceil((underNull + underEffect) ** 2 / difference ** 2);
  return { control, treatment: Math.ceil(k * control - 1e-9) };
}

/**
 * Whether the arms have the sizes that the assignment should give (χ² with one degree of freedom).
 * @returns `broken` for p < 0.001: no estimate may be shown then.
 */
export function sampleRatio(control: number, treatment: number, holdout: number) {
  const n = control + treatment;
  if (n === 0) return { p: 1, broken: false };
  const excess = control - n * holdout;
  const p = twoSidedTail(Math.abs(excess) / Math.sqrt(n * holdout * (1 - holdout)));
  return { p, broken: p < 0.001 };
}

/** Contacts among the first mature human episode of each unit that had suggestions to show. */
export function causalSample(episodes: readonly Episode[]): { control: Share; treatment: Share } {
  const first = new Map<string, Episode>();
  for (const episode of episodes.toSorted((a, b) => a.openedAt - b.openedAt)) {
    const counts = episode.mature && episode.traffic === "human" && episode.suggested > 0;
    if (counts && !first.has(episode.unit)) first.set(episode.unit, episode);
  }
  const share = (arm: Episode["arm"]): Share => {
    const own = [...first.values()].filter((episode) => episode.arm === arm);
    return { x: own.filter(({ contactAt }) => contactAt !== null).length, n: own.length };
  };
  return { control: share("C"), treatment: share("T") };
}
