import { Pagination, Skeleton, Table } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Download } from "lucide-react";
import type { ReactNode } from "react";
import { m } from "#messages";
import type { FactId, FactKind, Facts } from "../../../../server/insight/facts.ts";
import type { Filter } from "../../../../server/insight/period.ts";
import type { View } from "../../../../server/insight/report.ts";
import { trpc } from "../../api.ts";
import { Notice } from "../../look/Notice.tsx";
import { useTrouble } from "../../patience.ts";
import { refusalOf } from "../../refusal.ts";
import { duration } from "../../time/durations.ts";
import { When } from "../../time/When.tsx";
import { priorityName } from "../../words/grades.ts";
import { count } from "../figures.ts";
import panel from "../panel.module.css";
import { columnTitle } from "./titles.ts";

/** Rows that the server sends at once. */
const pageSize = 50;

type Props = { view: View; fact: FactId; filter: Filter; page: number };

/** The rows a figure counts, as many as it says. */
export function FactRows({ view, fact, filter, page }: Props) {
  const asking = useQuery({
    ...trpc.insight.facts.queryOptions({ fact, filter, page }),
    placeholderData: keepPreviousData,
  });
  const trouble = useTrouble(asking);
  const { data, refetch } = asking;
  if (trouble)
    return (
      <Notice
        title={refusalOf(trouble).message}
        action={{ label: m.console_retry(), run: () => void refetch() }}
      />
    );
  if (!data) return <Skeleton height={240} />;
  const query = new URLSearchParams({ fact, ...(filter as Record<string, string>) });
  return (
    <section>
      <header className={panel.rowsHead}>
        <h3>{m.charts_rows({ count: data.total, n: count(data.total) })}</h3>
        {data.total > 0 && (
          <a href={`/api/insight-rows.csv?${query}`} download className={panel.csv}>
            <Download size={14} aria-hidden="true" />
            {m.report_csv()}
          </a>
        )}
      </header>
      {/^(reads|searches)/.test(fact) && <p className={panel.scope}>{m.report_rows_kept()}</p>}
      {data.total > 0 && <Rows facts={data} />}
      <Pages view={view} page={page} total={data.total} />
    </section>
  );
}

const isWide = (kind: FactKind): boolean => kind === "text";

function Rows({ facts: { columns, rows } }: { facts: Facts }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div style={{ overflowX: "auto" }} tabIndex={0}>
      <Table className={panel.table ?? ""} verticalSpacing={6} horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ id }) => (
              <Table.Th key={id} scope="col">
                {columnTitle(id)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.map(String).join(" ")}>
              {columns.map(({ id, kind }, i) => (
                <Table.Td key={id} className={isWide(kind) ? "" : (panel.brief ?? "")}>
                  {written(kind, row[i] ?? null)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function written(kind: FactKind, cell: Facts["rows"][number][number]): ReactNode {
  if (cell === null || cell === "") return "–";
  if (kind === "ticket")
    return (
      <Link to="/tickets/$number" params={{ number: String(cell) }}>
        #{String(cell)}
      </Link>
    );
  if (kind === "time") return <When at={cell as Date} />;
  if (kind === "seconds") return duration(Number(cell) * 1000);
  if (kind === "yes") return cell ? m.report_yes() : m.report_no();
  if (kind === "priority") return priorityName(String(cell));
  return String(cell);
}

function Pages({ view, page, total }: { view: View; page: number; total: number }) {
  const navigate = useNavigate();
  const pages = Math.ceil(total / pageSize);
  if (pages < 2) return null;
  return (
    <Pagination
      className={panel.pages ?? ""}
      size="sm"
      total={pages}
      value={page + 1}
      onChange={(next) =>
        void navigate({
          to: "/insight/$view",
          params: { view },
          search: (now) => ({ ...now, page: next > 1 ? next : undefined }),
          replace: true,
          resetScroll: false,
        })
      }
      getControlProps={(control) => ({ "aria-label": controls[control]() })}
      getItemProps={(number) => ({ "aria-label": m.charts_page({ number }) })}
    />
  );
}

const controls = {
  first: m.charts_page_first,
  previous: m.charts_page_before,
  next: m.charts_page_after,
  last: m.charts_page_last,
};
