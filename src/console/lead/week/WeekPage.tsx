import { Skeleton } from "@mantine/core";
import { useEffect } from "react";
import { m } from "#messages";
import { count } from "../../insight/figures.ts";
import { Notice } from "../../look/Notice.tsx";
import { useTrouble } from "../../patience.ts";
import { refusalOf } from "../../refusal.ts";
import { longDay } from "../../time/dates.ts";
import { useWeek } from "../board.ts";
import page from "../lead.module.css";
import { CaseOfWeek } from "./CaseOfWeek.tsx";
import classes from "./week.module.css";

/** What a team talks over once a week. */
export function WeekPage() {
  const asking = useWeek();
  const { data, refetch } = asking;
  const trouble = useTrouble(asking);
  useEffect(() => {
    document.title = m.lead_week_title();
  }, []);
  return (
    <main className={page.lead}>
      <div className={page.page}>
        <header className={page.head}>
          <h1>{m.lead_week_title()}</h1>
          {data && (
            <p className={classes.says}>
              {data.cases.length === 0
                ? m.lead_week_none()
                : m.lead_week_days({
                    from: longDay(data.from.getTime()),
                    to: longDay(data.to.getTime()),
                    n: count(data.tickets),
                  })}
            </p>
          )}
        </header>
        {trouble !== null && (
          <Notice
            title={refusalOf(trouble).message}
            action={{ label: m.console_retry(), run: () => void refetch() }}
          />
        )}
        {!data && trouble === null && <Skeleton height={420} mt={32} />}
        {data?.cases.map((found) => (
          <CaseOfWeek key={found.id} found={found} />
        ))}
      </div>
    </main>
  );
}
