import { Button, Progress } from "@mantine/core";
import { m } from "#messages";
import { dayAndTime } from "../time/dates.ts";
import { When } from "../time/When.tsx";
import classes from "./incidents.module.css";
import { type Incident, type Update, useDeeds } from "./incidents.ts";
import { inWords, outcomes } from "./words.ts";

/** What was said and done to all its tickets, the latest first, and how far that has got. */
export function Updates({ incident }: { incident: Incident }) {
  const { sendAgain } = useDeeds();
  const isLeft = incident.updates.some(({ all, done }) => done < all);
  return (
    <section className={classes.section} aria-labelledby="updates-title">
      <h2 id="updates-title">{m.incidents_updates()}</h2>
      {incident.updates.length === 0 && (
        <p className={classes.aside}>{m.incidents_updates_none()}</p>
      )}
      <ol className={classes.updates}>
        {incident.updates.map((update) => (
          <One key={update.id} update={update} />
        ))}
      </ol>
      {isLeft && incident.mayLead && (
        <Button
          variant="default"
          loading={sendAgain.isPending}
          onClick={() => sendAgain.mutate({ incidentId: incident.id })}
        >
          {m.incidents_send_again()}
        </Button>
      )}
    </section>
  );
}

const titles: Record<string, (words: { name: string }) => string> = {
  reply: m.incidents_update_reply,
  solve: m.incidents_update_solve,
  raise: () => m.incidents_update_raise(),
};

function One({ update }: { update: Update }) {
  const { kind, by, at, text, all, done, missed, promiseAt } = update;
  const progress = m.incidents_update_progress({ done, all });
  const tickets = missed
    .map(({ number, outcome }) => `#${number} (${outcomes[outcome]?.() ?? outcome})`)
    .join(", ");
  return (
    <li>
      <p className={classes.tools}>
        <b>{titles[kind]?.({ name: by ?? m.console_somebody() })}</b>
        <span className={classes.aside}>
          <When at={at} /> · {progress}
        </span>
      </p>
      {done < all && <Progress value={(100 * done) / all} aria-label={progress} size="sm" />}
      {kind !== "raise" && <p className={classes.said}>{inWords(text)}</p>}
      {promiseAt && (
        <p className={classes.aside}>
          {m.incidents_promise()}: {dayAndTime(promiseAt.getTime())}
        </p>
      )}
      {missed.length > 0 && (
        <p className={classes.missed}>{m.incidents_update_missed({ tickets })}</p>
      )}
    </li>
  );
}
