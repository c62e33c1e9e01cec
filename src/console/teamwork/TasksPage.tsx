import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ClipboardCheck, Siren } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import { isOverdue } from "../../../server/teamwork/taskrules.ts";
import { type TaskRow, trpc } from "../api.ts";
import { AnswerTask } from "../ticket/work/AnswerTask.tsx";
import { dayAndTime } from "../time/dates.ts";
import { useFromNow } from "../time/now.ts";
import { Found } from "./Found.tsx";
import { Page } from "./Page.tsx";
import { TicketLine } from "./TicketLine.tsx";
import classes from "./teamwork.module.css";

type Scope = "mine" | "team" | "all";
const scopes = { mine: m.work_scope_mine, team: m.work_scope_team, all: m.work_scope_all };

/** Open tasks of one's team, the next due first. */
export function TasksPage() {
  const [scope, setScope] = useState<Scope>("team");
  const asked = useQuery(trpc.teamwork.tasks.queryOptions({ scope }));
  const data = Object.entries(scopes).map(([value, label]) => ({ value, label: label() }));
  return (
    <Page
      title={m.work_tasks_page()}
      lead={m.work_tasks_lead()}
      aside={
        <SegmentedControl
          size="xs"
          data={data}
          value={scope}
          onChange={(value) => setScope(value as Scope)}
          aria-label={m.work_scope()}
        />
      }
    >
      <Found
        asked={asked}
        isEmpty={({ tasks }) => tasks.length === 0}
        empty={{ icon: ClipboardCheck, title: m.work_tasks_none() }}
      >
        {({ tasks }) => (
          <ul className={classes.list}>
            {tasks.map((task) => (
              <Row key={task.id} task={task} />
            ))}
          </ul>
        )}
      </Found>
    </Page>
  );
}

function Row({ task }: { task: TaskRow }) {
  const isLate = useFromNow((now) => isOverdue(task, new Date(now)));
  const time = task.dueAt ? dayAndTime(task.dueAt.getTime()) : "";
  return (
    <li>
      <div className={classes.line}>
        <b>{task.title}</b>
        <span className={isLate ? classes.late : classes.aside}>
          {isLate && <Siren size={14} aria-hidden="true" />}
          {time && (isLate ? m.work_overdue_since({ time }) : m.work_due({ time }))}
        </span>
      </div>
      {task.ticket && <TicketLine ticket={task.ticket} />}
      {task.detail && <p className={classes.said}>{task.detail}</p>}
      <AnswerTask task={task} />
    </li>
  );
}
