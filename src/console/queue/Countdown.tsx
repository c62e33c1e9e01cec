import { CirclePause, Siren, Timer, TriangleAlert } from "lucide-react";
import { m } from "#messages";
import type { QueueRow } from "../api.ts";
import { fullDate } from "../time/dates.ts";
import { duration } from "../time/durations.ts";
import { useFromNow } from "../time/now.ts";
import { standingOf } from "../time/standing.ts";
import { clockWords } from "../words/clocks.ts";
import classes from "./countdown.module.css";

const icons = { running: Timer, risk: TriangleAlert, late: Siren, paused: CirclePause };

/** The clock a row is sorted by, as time left or time past; a word and a shape say which. */
export function Countdown({ ticket }: { ticket: QueueRow }) {
  const { nextDueAt, nextDueMetric } = ticket;
  const clock = ticket.clocks.find(
    ({ metric, dueAt, stoppedAt }) =>
      metric === nextDueMetric && !stoppedAt && dueAt?.getTime() === nextDueAt?.getTime(),
  );
  const standing = useFromNow((now) => (clock ? standingOf(clock, now) : "paused"));
  const left = useFromNow((now) => (nextDueAt ? duration(nextDueAt.getTime() - now) : ""));
  if (!nextDueAt || !nextDueMetric)
    return <Resting isPaused={ticket.status === "waiting_customer"} />;
  const { short, label } = clockWords(nextDueMetric);
  const Icon = icons[standing as keyof typeof icons] ?? Timer;
  const isLate = standing === "late";
  const sentence = isLate
    ? m.console_clock_late_sentence({ clock: label(), time: left })
    : m.console_clock_left_sentence({ clock: label(), time: left });
  return (
    <span className={classes.clock} title={`${label()}: ${fullDate(nextDueAt.getTime())}`}>
      <span className="visually-hidden">{sentence}</span>
      <span className={classes.kind} aria-hidden="true">
        {short()}
      </span>
      <span className={classes.left} data-standing={standing} aria-hidden="true">
        <Icon size={13} />
        {isLate ? m.console_clock_late({ time: left }) : left}
      </span>
    </span>
  );
}

/** No clock counts: it waits for the customer, or nothing is owed. */
function Resting({ isPaused }: { isPaused: boolean }) {
  if (!isPaused) return null;
  return (
    <span className={classes.clock}>
      <span className={classes.left} data-standing="paused">
        <CirclePause size={13} aria-hidden="true" />
        {m.console_clock_paused()}
      </span>
    </span>
  );
}
