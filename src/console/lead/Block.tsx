import { Table } from "@mantine/core";
import { CircleCheck, Download } from "lucide-react";
import { type ReactNode, useId } from "react";
import { m } from "#messages";
import type { Block as BlockId } from "../../../server/lead/blocks.ts";
import { count } from "../insight/figures.ts";
import classes from "./lead.module.css";

type Props = {
  id: BlockId;
  title: string;
  /** One sentence that says how it stands; it says so, too, when all is well. */
  says: ReactNode;
  isFine: boolean;
  /** Empty = no table. */
  columns: readonly string[];
  /** How many rows there are; fewer may be shown. */
  total: number;
  rows: readonly ReactNode[];
};

/** One part of the page: a sentence, a table, and all its rows as a file. */
export function Block({ id, title, says, isFine, columns, total, rows }: Props) {
  const heading = useId();
  return (
    <section aria-labelledby={heading} className={classes.block}>
      <header>
        <h2 id={heading}>{title}</h2>
        {rows.length > 0 && (
          <a href={`/api/lead.csv?block=${id}`} download aria-label={m.lead_csv({ title })}>
            <Download size={14} aria-hidden="true" />
            CSV
          </a>
        )}
      </header>
      <p className={classes.says} data-fine={isFine}>
        {isFine && <CircleCheck size={15} aria-hidden="true" />}
        <span>{says}</span>
      </p>
      {rows.length > 0 && (
        <Table verticalSpacing={6} horizontalSpacing="xs" className={classes.table ?? ""}>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column} scope="col">
                  {column}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{rows}</Table.Tbody>
        </Table>
      )}
      {total > rows.length && rows.length > 0 && (
        <p className={classes.more}>
          {m.lead_more({ shown: count(rows.length), total: count(total) })}
        </p>
      )}
    </section>
  );
}
