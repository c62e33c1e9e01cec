/** The 97.5 % point of the normal distribution: two-sided 95 %. */
export const z95 = 1.959963984540054;

/** `lower` and `upper` bound of a 95 % interval, unless another z was given. */
export type Interval = { lower: number; upper: number };

/** A share with its counts; `rate` and the bounds lie in 0–1. */
export type Rate = { x: number; n: number; rate: number } & Interval;

/** A count out of so many. */
export type Share = { x: number; n: number };

/** Wilson's score interval of x out of n; null for n = 0. */
export function wilson(x: number, n: number, z: number = z95): Interval | null {
  if (n === 0) return null;
  const p = x / n;
  const scale = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { lower: Math.max(0, centre - half), upper: Math.min(1, centre + half) };
}

/** A share with Wilson's interval; null for n = 0, because nothing out of nothing is no rate. */
export function rate(x: number, n: number): Rate | null {
  const interval = wilson(x, n);
  return interval && { x, n, rate: x / n, ...interval };
}

/** p(control) − p(treatment) with Newcombe's interval; null if a side is empty. */
export function newcombe(
  control: Share,
  treatment: Share,
): ({ difference: number } & Interval) | null {
  const c = rate(control.x, control.n);
  const t = rate(treatment.x, treatment.n);
  if (!c || !t) return null;
  const difference = c.rate - t.rate;
  return {
    difference,
    lower: difference - Math.hypot(c.rate - c.lower, t.upper - t.rate),
    upper: difference + Math.hypot(c.upper - c.rate, t.rate - t.lower),
  };
}

/** 1 − p(treatment)/p(control) by the log method; null if a count is 0. */
export function relativeReduction(
  control: Share,
  treatment: Share,
): ({ reduction: number } & Interval) | null {
  if (control.x === 0 || treatment.x === 0) return null;
  const ratio = treatment.x / treatment.n / (control.x / control.n);
  const error = Math.sqrt(1 / treatment.x - 1 / treatment.n + 1 / control.x - 1 / control.n);
  return {
    reduction: 1 - ratio,
    lower: 1 - ratio * Math.exp(z95 * error),
    upper: 1 - ratio * Math.exp(-z95 * error),
  };
}

/** Net promoter score in points, −100 to 100, with its normal interval; null without answers. */
export function promoterScore(
  promoters: number,
  passives: number,
  detractors: number,
): ({ score: number } & Interval) | null {
  const n = promoters + passives + detractors;
  if (n === 0) return null;
  const p = promoters / n;
  const d = detractors / n;
  const half = 100 * z95 * Math.sqrt((p + d - (p - d) ** 2) / n);
  const score = 100 * (p - d);
  return { score, lower: Math.max(-100, score - half), upper: Math.min(100, score + half) };
}
