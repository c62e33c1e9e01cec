import { tailPoint } from "./normal.ts";

/**
 * The two-sided 95 % point of Student's t, by the expansion of Cornish and Fisher, which is exact to
 * 0.01 from three degrees on; below that by table.
 */
export function tPoint(degrees: number): number {
  if (degrees < 1) return Number.POSITIVE_INFINITY;
  const small = [12.7062, 4.3027, 3.1824][degrees - 1];
  if (small !== undefined) return small;
  const z = tailPoint(0.05);
  const [z3, z5, z7, z9] = [z ** 3, z ** 5, z ** 7, z ** 9];
  return (
    z +
    (z3 + z) / (4 * degrees) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * degrees ** 3) +
    (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92_160 * degrees ** 4)
  );
}

/** A mean with its 95 % t interval; null bounds where two values would be needed and one is there. */
export function meanInterval(
  n: number,
  mean: number,
  deviation: number | null,
): { lower: number; upper: number } | null {
  if (n < 2 || deviation === null) return null;
  const half = (tPoint(n - 1) * deviation) / Math.sqrt(n);
  return { lower: mean - half, upper: mean + half };
}
