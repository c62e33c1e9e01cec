import { SegmentedControl } from "@mantine/core";
import { useId, useState } from "react";
import { m } from "#messages";
import type { Table, View } from "../../../../server/insight/report.ts";
import { ReportChart } from "./ReportChart.tsx";
import { isCrossed, ReportTable } from "./ReportTable.tsx";
import classes from "./report.module.css";
import type { NameOfRow } from "./rownames.ts";
import { tableTitle } from "./titles.ts";

type Props = { view: View; table: Table; sort: string | undefined; nameOf: NameOfRow };

/** A table of a report that can be seen as a chart as well. */
export function TableFigure({ view, table, sort, nameOf }: Props) {
  const id = useId();
  const [form, setForm] = useState("table");
  const title = tableTitle(table.id);
  return (
    <section className={classes.section} aria-labelledby={id}>
      <header className={classes.sectionHead}>
        <h2 id={id}>{title}</h2>
        {table.rows.length > 0 && !isCrossed(table) && (
          <SegmentedControl
            size="xs"
            value={form}
            onChange={setForm}
            aria-label={m.charts_form({ title })}
            data={[
              { value: "table", label: m.charts_form_table() },
              { value: "chart", label: m.charts_form_chart() },
            ]}
          />
        )}
      </header>
      {table.rows.length === 0 ? (
        <p className={classes.none}>{m.report_nothing()}</p>
      ) : form === "chart" ? (
        <ReportChart {...{ table, sort, nameOf }} />
      ) : (
        <ReportTable {...{ view, table, sort, nameOf }} />
      )}
    </section>
  );
}
