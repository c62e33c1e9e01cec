import { BarChart } from "@mantine/charts";
import { Select } from "@mantine/core";
import { useState } from "react";
import { m } from "#messages";
import type { FigureId, Table } from "../../../../server/insight/report.ts";
import { plain } from "../chart.ts";
import { figureTitle } from "./figurewords.ts";
import { sortedRows } from "./ReportTable.tsx";
import classes from "./report.module.css";
import type { NameOfRow } from "./rownames.ts";
import { written } from "./values.ts";

const most = 10;
const longestName = 26;
const shortened = (name: string): string =>
  name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;

type Props = { table: Table; sort: string | undefined; nameOf: NameOfRow };

/** One figure of the first rows, as bars that can be compared at a glance. */
export function ReportChart({ table, sort, nameOf }: Props) {
  const first = table.columns.find((column) => column === sort) ?? table.columns[0]!;
  const [column, setColumn] = useState<FigureId>(first);
  const rows = sortedRows(table, column)
    .filter(({ cells }) => cells[column]?.value != null && cells[column]?.show !== "counts")
    .slice(0, most);
  const unit = rows[0]?.cells[column]?.unit ?? "count";
  const data = rows.map((row) => ({
    name: shortened(nameOf(table.by, row)),
    value: row.cells[column]!.value!,
  }));
  return (
    <div className={classes.bars}>
      <Select
        size="xs"
        className={classes.column ?? ""}
        value={column}
        onChange={(id) => id && setColumn(id as FigureId)}
        allowDeselect={false}
        aria-label={m.report_chart_column()}
        data={table.columns.map((id) => ({ value: id, label: figureTitle(id) }))}
      />
      {rows.length === 0 ? (
        <p className={classes.none}>{m.report_few()}</p>
      ) : (
        <div
          role="img"
          aria-label={m.report_chart_says({ column: figureTitle(column), count: rows.length })}
          style={{ height: `${rows.length * 2.25 + 2}rem` }}
        >
          <BarChart
            {...plain}
            data={data}
            dataKey="name"
            orientation="vertical"
            gridAxis="y"
            maxBarWidth={18}
            series={[{ name: "value", label: figureTitle(column), color: "var(--color-accent)" }]}
            xAxisProps={{ tickFormatter: (value: number) => written(unit, value), tickCount: 4 }}
            yAxisProps={{ width: 150, interval: 0 }}
            valueFormatter={(value) => written(unit, value)}
            barProps={{ radius: 2 }}
          />
        </div>
      )}
    </div>
  );
}
