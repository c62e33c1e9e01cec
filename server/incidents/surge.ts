/** When a category's tickets count as a wave. All of it is data. */
export type SurgeLimits = {
  /** Tickets in the last 24 hours at least. */
  least: number;
  /** At least this many more than the usual. */
  excess: number;
  /** More than this many times the usual, in percent: 130 = 30 % more. */
  growthPercent: number;
  /** Probability below which chance is no explanation. */
  significance: number;
};

export const defaultSurgeLimits: SurgeLimits = {
  least: 5,
  excess: 3,
  growthPercent: 130,
  significance: 0.01,
};

export type Surge = {
  /** (now − usual)/usual; null where there was nothing before. */
  growth: number | null;
  p: number;
  /** Passes the limits of size; its p may be compared over categories. */
  eligible: boolean;
  fires: boolean;
};

/**
 * @param now tickets of the last 24 hours.
 * @param before tickets in all comparable windows together.
 * @param windows how many windows those are.
 * @param dispersion how much wilder than chance the windows are, ≥ 1 (see `dispersionOf`).
 */
export function surge(
  now: number,
  before: number,
  windows: number,
  dispersion = 1,
  limits: SurgeLimits = defaultSurgeLimits,
): Surge {
  const usual = before / windows;
  const x = Math.floor(now / dispersion);
  const p = upperTail(x + Math.floor(before / dispersion), 1 / (windows + 1), x);
  const grown = now * windows * 100 > limits.growthPercent * before;
  const eligible = now >= limits.least && now - usual >= limits.excess && (before === 0 || grown);
  return {
    growth: before === 0 ? null : now / usual - 1,
    p,
    eligible,
    fires: eligible && p <= limits.significance,
  };
}

/** An alarm is armed again when the count is back near the usual. */
export function isCalm(now: number, before: number, windows: number): boolean {
  return now < (1.1 * before) / windows;
}

/** Variance over mean of the windows, at least 1; 1 where it can't be told. */
export function dispersionOf(windows: readonly number[]): number {
  const n = windows.length;
  const mean = windows.reduce((a, b) => a + b, 0) / n;
  if (n < 2 || mean === 0) return 1;
  const variance = windows.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
  return Math.max(1, variance / mean);
}

/**
 * Which of many tests hold when a share `q` of false alarms is allowed (Benjamini–Hochberg).
 * @returns their positions in `p`, ascending.
 */
export function falseDiscovery(p: readonly number[], q = 0.05): number[] {
  const order = p.map((_, i) => i).toSorted((a, b) => p[a]! - p[b]!);
  const last = order.findLastIndex((i, rank) => p[i]! <= (q * (rank + 1)) / p.length);
  return order.slice(0, last + 1).toSorted((a, b) => a - b);
}

/** P(Bin(n, p) ≥ x), summed both ways from the likeliest value that counts, where nothing underflows. */
function upperTail(n: number, p: number, x: number): number {
  if (x <= 0) return 1;
  const start = Math.max(x, Math.floor(n * p));
  let log = start * Math.log(p) + (n - start) * Math.log1p(-p);
  for (let i = 1; i <= start; i += 1) log += Math.log((n - start + i) / i);
  const first = Math.exp(log);
  const odds = p / (1 - p);
  let sum = first;
  for (let k = start, term = first; k < n && term > sum * 1e-17; k += 1) {
    term *= ((n - k) / (k + 1)) * odds;
    sum += term;
  }
  for (let k = start, term = first; k > x && term > sum * 1e-17; k -= 1) {
    term *= k / ((n - k + 1) * odds);
    sum += term;
  }
  return Math.min(1, sum);
}
