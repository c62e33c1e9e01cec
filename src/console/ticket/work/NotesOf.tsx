import { m } from "#messages";
import { dayAndTime } from "../../time/dates.ts";
import type { Run, Stage } from "./Procedure.tsx";
import classes from "./work.module.css";

/** What was written down when a stage was finished. */
export function NotesOf({ stage, notes }: { stage: Stage; notes: Run["notes"] }) {
  const given = stage.notes.filter(({ id }) => notes[id] !== undefined);
  if (given.length === 0) return null;
  return (
    <details className={classes.notes}>
      <summary>{m.work_stage_notes()}</summary>
      <dl>
        {given.map((note) => (
          <div key={note.id}>
            <dt>{note.label}</dt>
            <dd className={classes.said}>{inWords(note, notes[note.id])}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function inWords({ type, options }: Stage["notes"][number], value: unknown): string {
  if (type === "yes_no") return value ? m.work_yes() : m.work_no();
  if (type === "time") return dayAndTime(Number(value));
  if (type === "choice") return options.find(({ id }) => id === value)?.label ?? String(value);
  return String(value);
}
