/** What the charts have in common: no frame, no animation, the scale in whole numbers. */
export const plain = {
  h: "100%",
  dataKey: "name",
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
