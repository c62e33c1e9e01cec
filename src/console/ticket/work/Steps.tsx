import { TrendingUp } from "lucide-react";
import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { intlLocale } from "../../language.ts";
import { dayAndTime } from "../../time/dates.ts";
import { climbName } from "../../words/climbs.ts";
import { listed, personName } from "./people.ts";
import classes from "./work.module.css";

/** The way up so far: why, to which level, and who was told. */
export function Steps({ ticket }: { ticket: Ticket }) {
  const { steps } = ticket.work.ladder;
  if (steps.length === 0) return null;
  return (
    <section className={classes.block} aria-labelledby="steps-title">
      <h3 id="steps-title">{m.work_steps_title()}</h3>
      <ol className={classes.rows}>
        {steps.map(({ cause, level, at, told }) => (
          <li key={`${cause} ${at.getTime()}`} className={classes.row}>
            <TrendingUp size={14} aria-hidden="true" />
            <div>
              <span>{m.work_step({ cause: climbName(cause), level })}</span>
              <small className={classes.aside}>
                {dayAndTime(at.getTime())}
                {told.length > 0 &&
                  ` · ${m.work_step_told({
                    names: listed(
                      told.map((id) => personName(ticket, id)),
                      intlLocale(),
                    ),
                  })}`}
              </small>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
