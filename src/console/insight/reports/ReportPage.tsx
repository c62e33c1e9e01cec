import "@mantine/charts/styles.layer.css";
import { Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { m } from "#messages";
import type { View } from "../../../../server/insight/report.ts";
import { trpc } from "../../api.ts";
import { Notice } from "../../look/Notice.tsx";
import { useTrouble } from "../../patience.ts";
import { refusalOf } from "../../refusal.ts";
import { useFromNow } from "../../time/now.ts";
import { deskDay, reportFilterOf } from "../asked.ts";
import insight from "../insight.module.css";
import { everyMinute } from "../overview.ts";
import { FigurePanel } from "./FigurePanel.tsx";
import { ReportHead, words } from "./ReportHead.tsx";
import classes from "./report.module.css";
import { useRowNames } from "./rownames.ts";
import { TableFigure } from "./TableFigure.tsx";
import { Tiles } from "./Tiles.tsx";

const isView = (view: string): view is View => Object.hasOwn(words, view);

/** One view of Insight: figures with intervals, and tables of the same figures. */
export function ReportPage() {
  const { view } = useParams({ from: "/desk/insight/$view" });
  return isView(view) ? (
    <OneReport key={view} view={view} />
  ) : (
    <Notice title={m.console_not_found()} />
  );
}

function OneReport({ view }: { view: View }) {
  const asked = useSearch({ from: "/desk/insight/$view" });
  const today = useFromNow(deskDay);
  const filter = reportFilterOf(asked, today);
  const asking = useQuery({
    ...trpc.insight.report.queryOptions({ view, filter }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMinute,
  });
  const nameOf = useRowNames(view === "articles");
  const trouble = useTrouble(asking);
  const { data: report, isPlaceholderData, refetch } = asking;
  useEffect(() => {
    document.title = words[view].title();
  }, [view]);
  return (
    <main className={insight.insight}>
      <div className={insight.page}>
        <ReportHead {...{ view, asked, filter, today, report }} />
        {trouble !== null && (
          <Notice
            title={refusalOf(trouble).message}
            action={{ label: m.console_retry(), run: () => void refetch() }}
          />
        )}
        {!report && trouble === null && <Skeleton height={320} mt={24} />}
        {report && (
          <div
            className={classes.report}
            data-old={isPlaceholderData}
            aria-busy={isPlaceholderData}
          >
            <Tiles view={view} figures={report.figures} />
            {report.tables.map((table) => (
              <TableFigure key={table.id} {...{ view, table, sort: asked.sort, nameOf }} />
            ))}
          </div>
        )}
      </div>
      <FigurePanel {...{ view, asked, filter, report, nameOf }} />
    </main>
  );
}
