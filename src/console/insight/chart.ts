import type { Bucket } from "./buckets.ts";
import { longDays, shortDay } from "./figures.ts";

/** Points as the charts take them: `at` stands on the axis, `name` over what a pointer is told. */
export const pointsOf = (buckets: readonly Bucket[]) =>
  buckets.map((bucket) => ({
    ...bucket,
    at: shortDay(bucket.from),
    name: longDays(bucket.from, bucket.to),
  }));

/** What the charts have in common: no frame, no animation, the scale in whole numbers. */
export const plain = {
  h: "100%",
  dataKey: "at",
  gridAxis: "x",
  tickLine: "none",
  strokeDasharray: "0",
  gridColor: "var(--color-line)",
  textColor: "var(--color-muted)",
  // The picture has a table beside it; inside it there is nothing to be reached.
  accessibilityLayer: false,
  xAxisProps: { interval: "equidistantPreserveStart", minTickGap: 24 },
  yAxisProps: { allowDecimals: false, width: 32, tickCount: 4 },
} as const;
