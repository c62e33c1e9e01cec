import { clockWords, isMetric } from "../words/clocks.ts";
import { isTold, manyOf } from "./clockdefinitions.ts";

/** What the clock of a row is called: those of reports have a name of their own. */
export const clockName = (metric: string): string =>
  isMetric(metric) ? clockWords(metric).label() : isTold(metric) ? manyOf(metric) : metric;
