import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { m } from "#messages";
import { trpc } from "../api.ts";
import { Notice } from "../look/Notice.tsx";
import { useTrouble } from "../patience.ts";
import { refusalOf } from "../refusal.ts";
import { EmptyQueue } from "./EmptyQueue.tsx";
import { QueueRow } from "./QueueRow.tsx";
import { QueueSearch } from "./QueueSearch.tsx";
import { QueueSkeleton } from "./QueueSkeleton.tsx";
import classes from "./queue.module.css";
import { useRowKeys } from "./rowKeys.ts";
import { type View, views } from "./views.ts";

/** The server sends at most so many rows; beyond that, search narrows. */
const most = 200;

type Props = { view: View; text: string; shown: number | null };

export function QueuePane({ view, text, shown }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const queue = useQuery({
    ...trpc.tickets.queue.queryOptions({ view, text }),
    placeholderData: keepPreviousData,
  });
  const trouble = useTrouble(queue);
  useRowKeys(list);
  const tickets = queue.data?.tickets;
  const Title = shown === null ? "h1" : "h2";
  return (
    <section className={classes.pane} aria-labelledby="queue-title">
      <header className={classes.head}>
        <Title id="queue-title">{views[view].label()}</Title>
        <QueueSearch view={view} text={text} />
      </header>
      <div className={classes.scroll} aria-busy={queue.isPending}>
        {queue.isPending && !trouble && <QueueSkeleton />}
        {trouble !== null && (
          <Notice
            title={refusalOf(trouble).message}
            action={{ label: m.console_retry(), run: () => void queue.refetch() }}
          />
        )}
        {tickets?.length === 0 && (
          <EmptyQueue view={view} text={text} counts={queue.data?.counts} />
        )}
        <ul ref={list} className={classes.list}>
          {tickets?.map((ticket) => (
            <QueueRow
              key={ticket.id}
              ticket={ticket}
              view={view}
              text={text}
              isShown={ticket.number === shown}
            />
          ))}
        </ul>
        {tickets?.length === most && (
          <p className={classes.more}>{m.console_queue_more({ most })}</p>
        )}
      </div>
    </section>
  );
}
