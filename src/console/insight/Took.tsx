import { Table } from "@mantine/core";
import { m } from "#messages";
import { duration } from "../time/durations.ts";
import { serverNow } from "../time/now.ts";
import classes from "./byclock.module.css";
import { manyOf } from "./clockdefinitions.ts";
import { count } from "./figures.ts";
import { ShareOf } from "./Kept.tsx";
import { NumberLink } from "./NumberLink.tsx";
import type { Promised } from "./overview.ts";
import section from "./section.module.css";

type Row = Promised["times"][number];

/** How long things took: never the mean alone. */
export function Took({ times }: { times: readonly Row[] }) {
  return (
    <section className={section.section} aria-labelledby="took">
      <h2 id="took">{m.charts_took_title()}</h2>
      <p className={classes.says}>
        {times.length === 0 ? m.charts_took_none() : m.charts_took_says()}
      </p>
      {times.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <div className={classes.scroll} tabIndex={0}>
          <Table verticalSpacing={6} horizontalSpacing="sm" className={classes.table ?? ""}>
            <TookHead />
            <Table.Tbody>
              {times.map((row) => (
                <TookRow key={row.metric} row={row} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </section>
  );
}

const columns = [
  m.charts_took_column,
  m.charts_took_n,
  m.charts_took_mean,
  m.charts_took_median,
  m.charts_took_p90,
  m.charts_took_within,
  m.charts_took_awaited,
];

const TookHead = () => (
  <Table.Thead>
    <Table.Tr>
      {columns.map((title) => (
        <Table.Th key={title()} scope="col">
          {title()}
        </Table.Th>
      ))}
    </Table.Tr>
  </Table.Thead>
);

const took = (seconds: number | null): string =>
  seconds === null ? "–" : duration(Number(seconds) * 1000);

function TookRow({ row }: { row: Row }) {
  return (
    <Table.Tr>
      <Table.Th scope="row">{manyOf(row.metric)}</Table.Th>
      <Table.Td>
        <NumberLink show={`time_${row.metric}`}>{count(row.n)}</NumberLink>
      </Table.Td>
      <Table.Td>{took(row.mean)}</Table.Td>
      <Table.Td>{took(row.median)}</Table.Td>
      <Table.Td>{took(row.p90)}</Table.Td>
      <Table.Td>{row.within.n === 0 ? "–" : <ShareOf share={row.within} />}</Table.Td>
      <Table.Td>
        {row.awaited > 0 ? count(row.awaited) : "–"}
        {row.oldest && (
          <small>
            {m.charts_took_oldest({ time: duration(serverNow() - row.oldest.getTime()) })}
          </small>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
