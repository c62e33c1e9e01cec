import { SegmentedControl } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";
import { m } from "#messages";
import classes from "./figure.module.css";

type Props = {
  title: string;
  /** One sentence that says what is to be seen. */
  says: ReactNode;
  /** The parts by name, colour and number; it stands above chart and table alike. */
  legend: ReactNode;
  chart: ReactNode;
  table: ReactNode;
};

/** A chart that is also a table. */
export function Figure({ title, says, legend, chart, table }: Props) {
  const id = useId();
  const [form, setForm] = useState("chart");
  return (
    <section className={classes.figure} aria-labelledby={id}>
      <header className={classes.head}>
        <h2 id={id}>{title}</h2>
        <SegmentedControl
          size="xs"
          value={form}
          onChange={setForm}
          aria-label={m.charts_form({ title })}
          data={[
            { value: "chart", label: m.charts_form_chart() },
            { value: "table", label: m.charts_form_table() },
          ]}
        />
      </header>
      <p className={classes.says}>{says}</p>
      {legend}
      {form === "table" ? (
        table
      ) : (
        <div className={classes.chart} role="img" aria-label={m.charts_picture({ title })}>
          {chart}
        </div>
      )}
    </section>
  );
}
