/** The bars of a chart: a day each, or a week each where days would be too thin to see. */
import type { Overview } from "./overview.ts";

export type Point = Overview["days"][number];
/** A bar: its days, and what was counted on them. */
export type Bucket = Omit<Point, "day"> & { from: string; to: string };

/** Bars that can be told apart on a chart as wide as a phone. */
const most = 100;

const isMonday = (day: string): boolean => new Date(day).getUTCDay() === 1;

/** Weeks begin on Monday; the first and the last may be shorter, as the period is. */
export function bucketsOf(days: readonly Point[]): Bucket[] {
  const buckets: Bucket[] = [];
  for (const { day, ...counts } of days) {
    const last = buckets.at(-1);
    if (last && days.length > most && !isMonday(day)) add(last, day, counts);
    else buckets.push({ from: day, to: day, ...counts });
  }
  return buckets;
}

function add(bucket: Bucket, day: string, counts: Omit<Point, "day">): void {
  bucket.to = day;
  for (const key of Object.keys(counts) as (keyof typeof counts)[]) bucket[key] += counts[key];
}

export const isWeekly = (buckets: readonly Bucket[]): boolean =>
  buckets.some(({ from, to }) => from !== to);

/** How a bar is named in the address. */
export const onOf = ({ from, to }: Bucket): string => (from === to ? from : `${from}..${to}`);

/** The bar with the most, and the first of several; null where there is nothing. */
export function highest(buckets: readonly Bucket[], of: (bucket: Bucket) => number): Bucket | null {
  const best = buckets.reduce<Bucket | null>(
    (top, next) => (top && of(top) >= of(next) ? top : next),
    null,
  );
  return best && of(best) > 0 ? best : null;
}
