import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { dayAndTime } from "../../time/dates.ts";
import { personName, teamName } from "./people.ts";
import classes from "./work.module.css";

/** What partner teams wrote for the daily sync: the last line, and those before it on demand. */
export function Lines({ ticket }: { ticket: Ticket }) {
  const [last, ...before] = ticket.work.lines;
  if (!last) return null;
  return (
    <section className={classes.block} aria-labelledby="lines-title">
      <h3 id="lines-title">{m.work_lines_title()}</h3>
      <Line ticket={ticket} line={last} />
      {before.length > 0 && (
        <details className={classes.notes}>
          <summary>{m.work_lines_before()}</summary>
          {before.map((line) => (
            <Line key={line.at.getTime()} ticket={ticket} line={line} />
          ))}
        </details>
      )}
    </section>
  );
}

type LineProps = { ticket: Ticket; line: Ticket["work"]["lines"][number] };

function Line({ ticket, line: { team, text, byId, at } }: LineProps) {
  return (
    <p>
      {text}{" "}
      <small className={classes.aside}>
        {teamName(ticket, team)} · {personName(ticket, byId)} · {dayAndTime(at.getTime())}
      </small>
    </p>
  );
}
