import { CircleCheck, ClipboardList, Siren } from "lucide-react";
import { m } from "#messages";
import { isOverdue } from "../../../../server/teamwork/taskrules.ts";
import type { Ticket } from "../../api.ts";
import { dayAndTime } from "../../time/dates.ts";
import { useFromNow } from "../../time/now.ts";
import { AnswerTask } from "./AnswerTask.tsx";
import { personName, teamName } from "./people.ts";
import classes from "./work.module.css";

type Task = Ticket["work"]["tasks"][number];

/** What others do about this ticket. */
export function Tasks({ ticket }: { ticket: Ticket }) {
  const { tasks } = ticket.work;
  if (tasks.length === 0) return null;
  return (
    <section className={classes.block} aria-labelledby="tasks-title">
      <h3 id="tasks-title">{m.work_tasks_title()}</h3>
      <ul className={classes.rows}>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} ticket={ticket} />
        ))}
      </ul>
    </section>
  );
}

function TaskRow({ task, ticket }: { task: Task; ticket: Ticket }) {
  const isLate = useFromNow((now) => isOverdue(task, new Date(now)));
  const state = task.doneAt ? "done" : isLate ? "overdue" : "current";
  const Icon = task.doneAt ? CircleCheck : isLate ? Siren : ClipboardList;
  const who = task.assigneeId ? personName(ticket, task.assigneeId) : teamName(ticket, task.team);
  return (
    <li className={classes.row} data-state={state}>
      <Icon size={14} aria-hidden="true" />
      <div>
        <span className={classes.name}>{task.title}</span>
        <small className={isLate ? classes.late : classes.aside}>
          {[who, timeOf(task, isLate)].filter(Boolean).join(" · ")}
        </small>
        {task.detail && !task.doneAt && <span className={classes.said}>{task.detail}</span>}
        {task.outcome && <span className={classes.said}>{task.outcome}</span>}
        {!task.doneAt && <AnswerTask task={task} />}
      </div>
    </li>
  );
}

function timeOf({ dueAt, doneAt, answeredAt, kind }: Task, isLate: boolean): string {
  if (doneAt)
    return (kind === "shipped" ? m.work_task_shipped_at : m.work_task_done_at)({
      time: dayAndTime(doneAt.getTime()),
    });
  if (kind === "shipped") return m.work_backlog_waits();
  const time = dueAt ? dayAndTime(dueAt.getTime()) : "";
  const due = time && (isLate ? m.work_overdue_since({ time }) : m.work_due({ time }));
  return [due, answeredAt ? m.work_task_answered() : ""].filter(Boolean).join(" · ");
}
