import { Table } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { ArrowDown } from "lucide-react";
import { m } from "#messages";
import type {
  FigureId,
  Row,
  Table as Rows,
  Value,
  View,
} from "../../../../server/insight/report.ts";
import { causeName } from "../../words/causes.ts";
import { FigureLink } from "./FigureLink.tsx";
import { figureTitle } from "./figurewords.ts";
import classes from "./report.module.css";
import type { NameOfRow } from "./rownames.ts";
import { byTitle, tableTitle } from "./titles.ts";
import { countsText, intervalText, valueText } from "./values.ts";

type Props = { view: View; table: Rows; sort: string | undefined; nameOf: NameOfRow };

/** Causes stand across; every other table has figures for columns. */
export const isCrossed = ({ id }: Pick<Rows, "id">): boolean => id === "module_causes";

const causeTitle = (cause: string): string => (cause === "" ? m.report_none() : causeName(cause));

const headOf = (table: Rows, column: FigureId): string =>
  isCrossed(table) ? causeTitle(column) : figureTitle(column);

/** @param sort a column; its largest value first. */
export function sortedRows({ rows, columns }: Rows, sort: string | undefined): Row[] {
  const by = columns.find((column) => column === sort);
  if (!by) return rows;
  const of = ({ cells }: Row): number => {
    const cell = cells[by];
    return cell && cell.show !== "counts" ? (cell.value ?? -1) : -1;
  };
  return rows.toSorted((a, b) => of(b) - of(a));
}

export function ReportTable({ view, table, sort, nameOf }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div className={classes.scroll} tabIndex={0}>
      <Table verticalSpacing={6} horizontalSpacing="sm" className={classes.table ?? ""}>
        <caption className="visually-hidden">{tableTitle(table.id)}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{byTitle(table.by)}</Table.Th>
            {table.columns.map((column) => (
              <Table.Th
                key={column}
                scope="col"
                aria-sort={column === sort ? "descending" : undefined}
              >
                <Head
                  view={view}
                  column={column}
                  isSorted={column === sort}
                  title={headOf(table, column)}
                  canSort={!isCrossed(table)}
                />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sortedRows(table, sort).map((row) => (
            <TableRow key={row.key} {...{ view, table, row, nameOf }} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

type HeadProps = {
  view: View;
  column: FigureId;
  title: string;
  isSorted: boolean;
  canSort: boolean;
};

function Head({ view, column, title, isSorted, canSort }: HeadProps) {
  if (!canSort) return title;
  return (
    <Link
      to="/insight/$view"
      params={{ view }}
      search={(now) => ({ ...now, sort: isSorted ? undefined : column })}
      replace
      resetScroll={false}
      aria-label={m.report_sort({ column: title })}
    >
      {title}
      {isSorted && <ArrowDown size={12} aria-hidden="true" />}
    </Link>
  );
}

function TableRow({ view, table, row, nameOf }: Omit<Props, "sort"> & { row: Row }) {
  const name = nameOf(table.by, row);
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {name}
        {row.flag && (
          <span
            className={classes.flag}
            data-flag={row.flag}
            title={row.flag === "leaky" ? m.report_leaky() : undefined}
          >
            {row.flag === "leaky" ? m.report_leaky_short() : m.report_vip()}
          </span>
        )}
      </Table.Th>
      {table.columns.map((column) => (
        <Table.Td key={column}>
          <Cell
            {...{ view, column, value: row.cells[column] }}
            row={{ by: table.by, key: row.key, name }}
            isPlain={isCrossed(table) || column === "received_before"}
          />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

type CellProps = {
  view: View;
  column: FigureId;
  value: Value | undefined;
  row: { by: string; key: string; name: string };
  /** It opens nothing of its own. */
  isPlain: boolean;
};

function Cell({ view, column, value, row, isPlain }: CellProps) {
  if (!value || (value.n === 0 && value.unit !== "count"))
    return <span className={classes.none}>–</span>;
  const text = valueText(value);
  const under = [
    intervalText(value),
    value.show === "counts" && value.x !== null ? "" : countsText(value),
  ];
  return (
    <>
      {isPlain || value.n === 0 ? (
        text
      ) : (
        <FigureLink view={view} id={column} row={row} isWeak={value.show !== "value"}>
          {text}
        </FigureLink>
      )}
      <small>{under.filter(Boolean).join(" · ")}</small>
    </>
  );
}
