import { Pagination, Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { m } from "#messages";
import type { Filter } from "../../../server/insight/period.ts";
import { type client, trpc } from "../api.ts";
import { Notice } from "../look/Notice.tsx";
import { useTrouble } from "../patience.ts";
import { refusalOf } from "../refusal.ts";
import { titleOf } from "./definitions.ts";
import { EpisodeRows } from "./EpisodeRows.tsx";
import { count } from "./figures.ts";
import { everyMinute, type MeasureId } from "./overview.ts";
import classes from "./panel.module.css";
import { TicketRows } from "./TicketRows.tsx";
import { TimeRows } from "./TimeRows.tsx";

/** Rows that the server sends at once. */
const pageSize = 50;

type Found = Awaited<ReturnType<typeof client.insight.rows.query>>;
type Props = {
  measure: MeasureId;
  filter: Filter;
  /** From 0. */
  page: number;
  /** The panel's own title is another one. */
  hasTitle: boolean;
};

/** The rows a number counts, as many as it says. */
export function PanelRows({ measure, filter, page, hasTitle }: Props) {
  const rows = useQuery({
    ...trpc.insight.rows.queryOptions({ measure, filter, page }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMinute,
    refetchOnWindowFocus: true,
  });
  const trouble = useTrouble(rows);
  const { data, refetch } = rows;
  if (trouble) {
    return (
      <Notice
        title={refusalOf(trouble).message}
        action={{ label: m.console_retry(), run: () => void refetch() }}
      />
    );
  }
  if (!data) return <Skeleton height={240} />;
  const title = titleOf(measure);
  return (
    <section aria-label={title}>
      <header className={classes.rowsHead}>
        <h3>
          {hasTitle && <span>{title} · </span>}
          {m.charts_rows({ count: data.total, n: count(data.total) })}
        </h3>
        {data.total > 0 && <CsvLink measure={measure} filter={filter} />}
      </header>
      {data.total > 0 && <Rows found={data} />}
      <Pages page={page} total={data.total} />
    </section>
  );
}

function Rows({ found }: { found: Found }) {
  if (found.kind === "episodes") return <EpisodeRows rows={found.rows} />;
  if (found.kind === "times") return <TimeRows rows={found.rows} />;
  return <TicketRows rows={found.rows} />;
}

function CsvLink({ measure, filter }: Pick<Props, "measure" | "filter">) {
  const query = new URLSearchParams({ measure, ...filter });
  return (
    <a href={`/api/insight.csv?${query}`} download className={classes.csv}>
      <Download size={14} aria-hidden="true" />
      CSV
    </a>
  );
}

function Pages({ page, total }: { page: number; total: number }) {
  const navigate = useNavigate({ from: "/insight" });
  const pages = Math.ceil(total / pageSize);
  if (pages < 2) return null;
  return (
    <Pagination
      className={classes.pages ?? ""}
      size="sm"
      total={pages}
      value={page + 1}
      onChange={(next) =>
        void navigate({
          search: (now) => ({ ...now, page: next > 1 ? next : undefined }),
          replace: true,
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
