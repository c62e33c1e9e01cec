import "@mantine/charts/styles.layer.css";
import { useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { m } from "#messages";
import { Notice } from "../look/Notice.tsx";
import { useTrouble } from "../patience.ts";
import { refusalOf } from "../refusal.ts";
import { useFromNow } from "../time/now.ts";
import { AttemptsFigure } from "./AttemptsFigure.tsx";
import { deskDay, filterOf } from "./asked.ts";
import { bucketsOf } from "./buckets.ts";
import { Deflection } from "./Deflection.tsx";
import { InsightHead } from "./InsightHead.tsx";
import { InsightSkeleton } from "./InsightSkeleton.tsx";
import classes from "./insight.module.css";
import { isNothing, Nothing } from "./Nothing.tsx";
import { type Overview, useOverview } from "./overview.ts";
import { Panel } from "./Panel.tsx";
import { Promises } from "./Promises.tsx";
import { PromisesByClock } from "./PromisesByClock.tsx";
import { TicketsFigure } from "./TicketsFigure.tsx";

/** Whether the help center answers, next to whether the desk does as it promised. */
export function Insight() {
  const asked = useSearch({ from: "/desk/insight" });
  const today = useFromNow(deskDay);
  const filter = filterOf(asked, today);
  const asking = useOverview(filter);
  const trouble = useTrouble(asking);
  const { data, error, isPending, isPlaceholderData, refetch } = asking;
  useEffect(() => {
    document.title = m.charts_title();
  }, []);
  return (
    <main className={classes.insight}>
      <div className={classes.page}>
        <InsightHead
          asked={asked}
          filter={filter}
          today={today}
          overview={data}
          failure={data && error ? refusalOf(error).message : null}
        />
        {isPending && !trouble && <InsightSkeleton />}
        {trouble !== null && (
          <Notice
            title={refusalOf(trouble).message}
            action={{ label: m.console_retry(), run: () => void refetch() }}
          />
        )}
        {data &&
          (isNothing(data) ? (
            <Nothing asked={asked} />
          ) : (
            <>
              <Numbers overview={data} isOld={isPlaceholderData} />
              <PromisesByClock filter={filter} />
            </>
          ))}
      </div>
      <Panel asked={asked} filter={filter} overview={data} />
    </main>
  );
}

function Numbers({ overview, isOld }: { overview: Overview; isOld: boolean }) {
  const buckets = bucketsOf(overview.days);
  return (
    <div className={classes.columns} data-old={isOld} aria-busy={isOld}>
      <div className={classes.column}>
        <Deflection numbers={overview.deflection} />
        <AttemptsFigure buckets={buckets} />
      </div>
      <div className={classes.column}>
        <Promises numbers={overview.sla} />
        <TicketsFigure buckets={buckets} numbers={overview.sla} />
      </div>
    </div>
  );
}
