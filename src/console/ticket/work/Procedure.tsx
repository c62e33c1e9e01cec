import { Button } from "@mantine/core";
import { Circle, CircleCheck, CircleDot, Siren } from "lucide-react";
import { useState } from "react";
import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { dayAndTime } from "../../time/dates.ts";
import { useFromNow } from "../../time/now.ts";
import { isDone } from "../../words/statuses.ts";
import { NotesOf } from "./NotesOf.tsx";
import { personName, teamName } from "./people.ts";
import { StageForm } from "./StageForm.tsx";
import classes from "./work.module.css";

type Found = NonNullable<Ticket["work"]["procedure"]>;
export type Run = Found["runs"][number];
export type Stage = Found["stages"][number];

/** The stages of a ticket: what is done, who has the next, and by when. */
export function Procedure({ ticket, onUpdate }: { ticket: Ticket; onUpdate: () => void }) {
  const { procedure } = ticket.work;
  if (!procedure) return null;
  const { name, stages } = procedure;
  // Of a procedure that began again, the last round; what was done before stands in the story.
  const runs = procedure.runs.slice(-stages.length);
  const current = runs.find(({ doneAt }) => !doneAt);
  const count = runs.filter(({ doneAt }) => doneAt).length;
  return (
    <section className={classes.block} aria-labelledby="procedure-title">
      <h3 id="procedure-title">
        {name} <small>{m.work_stages_done({ count, all: runs.length })}</small>
      </h3>
      <ol className={classes.rows}>
        {runs.map((run) => {
          const stage = stages.find(({ id }) => id === run.stage);
          const isCurrent = run === current && !isDone(ticket.status);
          return (
            stage && (
              <StageRow key={run.position} {...{ ticket, run, stage, isCurrent, onUpdate }} />
            )
          );
        })}
      </ol>
    </section>
  );
}

type RowProps = {
  ticket: Ticket;
  run: Run;
  stage: Stage;
  isCurrent: boolean;
  onUpdate: () => void;
};

const icons = { done: CircleCheck, overdue: Siren, current: CircleDot, ahead: Circle };

function StageRow({ ticket, run, stage, isCurrent, onUpdate }: RowProps) {
  const [isOpen, setOpen] = useState(false);
  const due = run.dueAt?.getTime();
  const isLate = useFromNow((now) => isCurrent && due !== undefined && due < now);
  const state = run.doneAt ? "done" : isLate ? "overdue" : isCurrent ? "current" : "ahead";
  const Icon = icons[state];
  return (
    <li className={classes.row} data-state={state} aria-current={isCurrent ? "step" : undefined}>
      <Icon size={14} role="img" aria-label={stateNames[state]()} />
      <div>
        <span className={classes.name}>{stage.name}</span>
        {run.doneAt && (
          <small className={classes.aside}>
            {m.work_stage_done_by({
              name: personName(ticket, run.doneById),
              time: dayAndTime(run.doneAt.getTime()),
            })}
          </small>
        )}
        {isCurrent && (
          <small className={isLate ? classes.late : classes.aside}>
            {[ownerName(ticket, stage.owner), dueText(due, isLate)].filter(Boolean).join(" · ")}
          </small>
        )}
        {run.doneAt && <NotesOf stage={stage} notes={run.notes} />}
        {isCurrent && !isOpen && (
          <div className={classes.buttons}>
            <Button size="compact-xs" variant="light" onClick={() => setOpen(true)}>
              {m.work_stage_finish()}
            </Button>
          </div>
        )}
        {isCurrent && isOpen && (
          <StageForm {...{ ticket, run, stage, onUpdate }} onClose={() => setOpen(false)} />
        )}
      </div>
    </li>
  );
}

const stateNames = {
  done: m.work_state_done,
  overdue: m.work_state_overdue,
  current: m.work_state_current,
  ahead: m.work_state_ahead,
};

const dueText = (due: number | undefined, isLate: boolean): string => {
  if (due === undefined) return "";
  const time = dayAndTime(due);
  return isLate ? m.work_overdue_since({ time }) : m.work_due({ time });
};

function ownerName(ticket: Ticket, owner: Stage["owner"]): string {
  if (owner === "assignee") return ticket.assignee?.name ?? m.console_nobody();
  if (owner === "lead") return m.work_owner_lead();
  return teamName(ticket, owner.slice("team:".length));
}
