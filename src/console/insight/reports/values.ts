/** Figures as they are written: shares in percent, seconds as durations, scores with a decimal. */
import { m } from "#messages";
import type { Unit, Value } from "../../../../server/insight/report.ts";
import { intlLocale } from "../../language.ts";
import { duration } from "../../time/durations.ts";
import { count, percent, percents } from "../figures.ts";

const decimal = (n: number, digits: number): string =>
  n.toLocaleString(intlLocale(), { maximumFractionDigits: digits, minimumFractionDigits: digits });

export function written(unit: Unit, value: number): string {
  if (unit === "share") return percent(value);
  if (unit === "seconds") return duration(value * 1000);
  if (unit === "score") return decimal(value, 2);
  if (unit === "points") return decimal(value, 0);
  return count(value);
}

/** The number itself; where it may not be told, the counts it would be made of. */
export function valueText({ unit, n, x, value, show }: Value): string {
  if (unit === "count") return count(n);
  if (value === null) return "–";
  if (show !== "counts") return written(unit, value);
  return x === null ? "–" : m.report_x_of_n({ x: count(x), n: count(n) });
}

/** `38–55%`, `3.73–4.47`; empty where there is none. */
export function intervalText({ unit, lower, upper, show }: Value): string {
  if (lower === null || upper === null || show === "counts") return "";
  return unit === "share"
    ? percents(lower, upper)
    : `${written(unit, lower)}–${written(unit, upper)}`;
}

/** What it is made of: `12 of 40` for a share, else `n = 40`. */
export function countsText({ unit, n, x }: Pick<Value, "unit" | "n" | "x">): string {
  if (unit === "count" || n === 0) return "";
  if (x !== null) return m.report_x_of_n({ x: count(x), n: count(n) });
  return m.report_n({ n: count(n) });
}
