import { Table } from "@mantine/core";
import { m } from "#messages";
import { type Bucket, onOf } from "./buckets.ts";
import { titleOf } from "./definitions.ts";
import classes from "./figure.module.css";
import { count, longDays, shortDays } from "./figures.ts";
import { NumberLink } from "./NumberLink.tsx";
import type { SeriesId } from "./shades.ts";

type Props = { title: string; ids: readonly SeriesId[]; buckets: readonly Bucket[] };

/** The same chart in numbers; each opens the rows of its day. */
export function DayTable({ title, ids, buckets }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={classes.table} aria-label={m.charts_table({ title })} tabIndex={0}>
      <Table verticalSpacing={4} horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{m.charts_day()}</Table.Th>
            {ids.map((id) => (
              <Table.Th key={id} scope="col">
                {titleOf(id)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {buckets.toReversed().map((bucket) => (
            <Table.Tr key={bucket.from}>
              <Table.Th scope="row" title={longDays(bucket.from, bucket.to)}>
                {shortDays(bucket.from, bucket.to)}
              </Table.Th>
              {ids.map((id) => (
                <Table.Td key={id}>
                  {bucket[id] > 0 ? (
                    <NumberLink show={id} on={onOf(bucket)}>
                      {count(bucket[id])}
                    </NumberLink>
                  ) : (
                    <span className={classes.none}>0</span>
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
