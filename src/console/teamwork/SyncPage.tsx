import { Button, TextInput } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { NotebookPen } from "lucide-react";
import { type FormEvent, useState } from "react";
import { m } from "#messages";
import { type SyncRow, trpc } from "../api.ts";
import { refreshWork, whyNot } from "../ticket/work/refresh.ts";
import { dayAndTime } from "../time/dates.ts";
import { Found } from "./Found.tsx";
import { Page } from "./Page.tsx";
import { TicketLine } from "./TicketLine.tsx";
import classes from "./teamwork.module.css";

/** One line for each ticket one's team works on, before ten in the morning. */
export function SyncPage() {
  const asked = useQuery(trpc.teamwork.sync.queryOptions());
  return (
    <Page title={m.work_sync_page()} lead={m.work_sync_lead()}>
      <Found
        asked={asked}
        isEmpty={({ rows }) => rows.length === 0}
        empty={{ icon: NotebookPen, title: m.work_sync_none() }}
      >
        {({ rows }) => (
          <ul className={classes.list}>
            {rows.map((row) => (
              <Row key={`${row.ticketId} ${row.team}`} row={row} />
            ))}
          </ul>
        )}
      </Found>
    </Page>
  );
}

function Row({ row }: { row: SyncRow }) {
  const { ticketId, team, line, syncAt, titles } = row;
  const [text, setText] = useState(line?.text ?? "");
  const write = useMutation(trpc.teamwork.writeLine.mutationOptions({ onSettled: refreshWork }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write.mutate({ ticketId, team, text });
  };
  const isSaid = line !== null && text.trim() === line.text;
  const time = dayAndTime(syncAt.getTime());
  return (
    <li>
      <div className={classes.line}>
        <b>{titles.join(" · ")}</b>
        <span className={classes.aside}>
          {isSaid ? m.work_sync_written({ time }) : m.work_sync_wanted({ time })}
        </span>
      </div>
      <span className={classes.aside}>
        {row.teamName} · <TicketLine ticket={row} />
      </span>
      <form onSubmit={submit} className={classes.write}>
        <TextInput
          label={m.work_sync_line({ number: row.number })}
          maxLength={300}
          value={text}
          error={whyNot(write) || undefined}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button type="submit" disabled={!text.trim() || isSaid} loading={write.isPending}>
          {m.work_sync_save()}
        </Button>
      </form>
    </li>
  );
}
