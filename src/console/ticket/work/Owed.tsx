import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { m } from "#messages";
import { isMilestone, type Metric, type Milestone } from "../../../../server/sla/metrics.ts";
import { type StoredClock, type Ticket, trpc } from "../../api.ts";
import { dayAndTime } from "../../time/dates.ts";
import { useFromNow } from "../../time/now.ts";
import { clockWords } from "../../words/clocks.ts";
import { refreshWork, whyNot } from "./refresh.ts";
import classes from "./work.module.css";

/** Results that the grade owes the customer on the way to the solution, until they were told. */
export function Owed({ ticket }: { ticket: Ticket }) {
  const owed = ticket.clocks.filter(
    ({ metric, stoppedAt, state }) =>
      isMilestone(metric as Metric) && !stoppedAt && state !== "cancelled",
  );
  if (owed.length === 0) return null;
  return (
    <section className={classes.block} aria-labelledby="owed-title">
      <h3 id="owed-title">{m.work_owed_title()}</h3>
      <ul className={classes.rows}>
        {owed.map((clock) => (
          <Result key={clock.metric} ticketId={ticket.id} clock={clock} />
        ))}
      </ul>
    </section>
  );
}

function Result({ ticketId, clock }: { ticketId: string; clock: StoredClock }) {
  const tell = useMutation(trpc.tickets.tellMilestone.mutationOptions({ onSettled: refreshWork }));
  const name = clockWords(clock.metric).label();
  const due = clock.dueAt?.getTime();
  const isLate = useFromNow((now) => due !== undefined && due < now);
  return (
    <li className={classes.owed}>
      <span>
        {name}{" "}
        {due !== undefined && (
          <small className={isLate ? classes.late : classes.aside}>
            {isLate
              ? m.work_overdue_since({ time: dayAndTime(due) })
              : m.work_due({ time: dayAndTime(due) })}
          </small>
        )}
        {tell.error && <small role="alert">{whyNot(tell)}</small>}
      </span>
      <Button
        size="compact-xs"
        variant="light"
        loading={tell.isPending}
        onClick={() => tell.mutate({ ticketId, name: clock.metric as Milestone })}
        aria-label={m.work_owed_told_name({ name })}
      >
        {m.work_owed_told()}
      </Button>
    </li>
  );
}
