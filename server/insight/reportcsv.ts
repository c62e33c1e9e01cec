/** A report as a spreadsheet: one line a number. */
import { csvOf } from "./csv.ts";
import type { Report, Value } from "./report.ts";

const columns = [
  "table",
  "by",
  "key",
  "name",
  "figure",
  "n",
  "x",
  "value",
  "lower",
  "upper",
] as const;
type Line = Record<(typeof columns)[number], string | number | null>;

/** Figures of the page first, then each table; shares lie in 0–1, times are seconds. */
export function reportCsv({ figures, tables }: Report): string {
  const line = (
    place: Pick<Line, "table" | "by" | "key" | "name" | "figure">,
    value: Value,
  ): Line => {
    const { n, x, value: told, lower, upper } = value;
    return { ...place, n, x, value: told, lower, upper };
  };
  const tiles = figures.map((value) =>
    line({ table: "page", by: null, key: null, name: null, figure: value.id }, value),
  );
  const cells = tables.flatMap(({ id: table, by, columns: ids, rows }) =>
    rows.flatMap(({ key, name, cells }) =>
      ids.flatMap((figure) => {
        const value = cells[figure];
        return value ? [line({ table, by, key, name, figure }, value)] : [];
      }),
    ),
  );
  return csvOf(columns, [...tiles, ...cells]);
}
