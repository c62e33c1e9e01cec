import { useParams, useSearch } from "@tanstack/react-router";
import { MousePointerClick } from "lucide-react";
import { useEffect } from "react";
import { m } from "#messages";
import { Keys } from "../look/Keys.tsx";
import { Notice } from "../look/Notice.tsx";
import { TicketPane } from "../ticket/TicketPane.tsx";
import classes from "./desk.module.css";
import { QueuePane } from "./QueuePane.tsx";
import { isView, views } from "./views.ts";

/** The three panes: queue, ticket, context. On a phone the ticket lies over the queue. */
export function Desk() {
  const { view: asked = "mine", number } = useParams({ strict: false });
  const { q: text = "" } = useSearch({ from: "/desk/queue/$view" });
  const view = isView(asked) ? asked : "mine";
  const shown = /^\d{1,9}$/.test(number ?? "") ? Number(number) : null;
  useEffect(() => {
    if (shown === null) document.title = views[view].label();
  }, [shown, view]);
  return (
    <main className={classes.desk} data-open={shown !== null}>
      <div className={classes.queue}>
        <QueuePane key={view} view={view} text={text} shown={shown} />
      </div>
      {shown === null ? (
        <div className={classes.nothing}>
          <Notice icon={MousePointerClick} title={m.console_choose_ticket()}>
            <Keys of="j" /> <Keys of="k" /> <Keys of="enter" />
          </Notice>
        </div>
      ) : (
        <TicketPane key={shown} number={shown} />
      )}
    </main>
  );
}
