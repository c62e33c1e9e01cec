import { Skeleton } from "@mantine/core";
import { useEffect } from "react";
import { m } from "#messages";
import { useCommand } from "../commands/commands.ts";
import { Notice } from "../look/Notice.tsx";
import { useTrouble } from "../patience.ts";
import { refusalOf } from "../refusal.ts";
import { timeOfDay } from "../time/dates.ts";
import { type Board, useBoard, useLoad } from "./board.ts";
import { Clocks } from "./Clocks.tsx";
import { Escalated } from "./Escalated.tsx";
import { LoadTable } from "./LoadTable.tsx";
import classes from "./lead.module.css";
import { PromisesBroken } from "./PromisesBroken.tsx";
import { PromisesDue } from "./PromisesDue.tsx";
import { focusRow } from "./rows.ts";
import { Silence } from "./Silence.tsx";

/** What needs somebody with an overview: who waits, what was promised, who carries too much. */
export function LeadPage() {
  const asking = useBoard();
  const { data, dataUpdatedAt, refetch } = asking;
  const trouble = useTrouble(asking);
  useEffect(() => {
    document.title = m.lead_title();
  }, []);
  useCommand("next", () => focusRow(1));
  useCommand("previous", () => focusRow(-1));
  return (
    <main className={classes.lead}>
      <div className={classes.page}>
        <header className={classes.head}>
          <h1>{m.lead_title()}</h1>
          <p>{data && m.lead_as_of({ time: timeOfDay(dataUpdatedAt) })}</p>
        </header>
        {trouble !== null && (
          <Notice
            title={refusalOf(trouble).message}
            action={{ label: m.console_retry(), run: () => void refetch() }}
          />
        )}
        {data ? <Blocks board={data} /> : trouble === null && <Skeleton height={420} mt={32} />}
      </div>
    </main>
  );
}

function Blocks({ board }: { board: Board }) {
  const { data: load } = useLoad();
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <PromisesBroken block={board.promisesBroken} />
        <Silence block={board.silence} />
        <PromisesDue block={board.promisesDue} />
        <Escalated block={board.escalated} />
      </div>
      <div className={classes.column}>
        <Clocks sums={board.clocks} />
        {load && <LoadTable people={load} />}
      </div>
    </div>
  );
}
