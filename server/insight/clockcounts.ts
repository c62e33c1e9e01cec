/** Clocks that came due, as the counts of their measures. */
import type { MeasureId, Told } from "./measures.ts";

type Counted = { metric: Told; outcome: "met" | "missed"; count: number };

/** All, met and missed of each metric that came due at all. */
export function clockCounts(rows: readonly Counted[]): [MeasureId, number][] {
  return [...Map.groupBy(rows, ({ metric }) => metric)].flatMap(([metric, own]) => {
    const count = (outcome: Counted["outcome"]) =>
      own.filter((row) => row.outcome === outcome).reduce((sum, row) => sum + row.count, 0);
    const [met, missed] = [count("met"), count("missed")];
    return [
      [`due_${metric}`, met + missed],
      [`met_${metric}`, met],
      [`missed_${metric}`, missed],
    ] satisfies [MeasureId, number][];
  });
}
