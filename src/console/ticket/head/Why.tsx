import { useMemo } from "react";
import { m } from "#messages";
import { type Arithmetic, arithmeticOf } from "../../../../server/sla/arithmetic.ts";
import type { SlaBook } from "../../../../server/sla/book.ts";
import type { Metric } from "../../../../server/sla/metrics.ts";
import type { StoredClock, Ticket } from "../../api.ts";
import { dayAndTime, isSameDay, timeOfDay } from "../../time/dates.ts";
import { duration } from "../../time/durations.ts";
import { serverNow } from "../../time/now.ts";
import { statusOf } from "../../words/statuses.ts";
import { useBook } from "./book.ts";
import { logOf } from "./forecast.ts";
import classes from "./why.module.css";
import { calendarWords, ruleWords, targetWords } from "./whywords.ts";

type Props = { ticket: Ticket; clock: StoredClock };

/** How a due time came about, counted in the browser by the server's own rules. */
export function Why({ ticket, clock }: Props) {
  const book = useBook(ticket.slaVersion);
  const { events } = ticket;
  const told = useMemo(
    () => (book ? explained(events, book, clock) : undefined),
    [events, book, clock],
  );
  if (told === undefined) return <p className={classes.quiet}>{m.console_loading()}</p>;
  if (told === null || !told.target) return <p className={classes.quiet}>{m.work_why_none()}</p>;
  return <Told told={told} book={book!} clock={clock} />;
}

function explained(events: Ticket["events"], book: SlaBook, clock: StoredClock) {
  const now = (clock.stoppedAt?.getTime() ?? serverNow()) as number;
  return arithmeticOf(logOf(events), book, now, clock.metric as Metric, clock.instance);
}

function Told({ told, book, clock }: { told: Arithmetic; book: SlaBook; clock: StoredClock }) {
  const due = told.dueAt ?? clock.dueAt?.getTime() ?? null;
  return (
    <div className={classes.why}>
      <p>
        {m.work_why_sum({
          target: targetWords(told.target!),
          start: dayAndTime(told.countedFrom),
        })}{" "}
        {due === null ? m.work_why_paused() : m.work_why_due({ time: dayAndTime(due) })}
      </p>
      <Windows told={told} />
      <Pauses told={told} />
      <Rules told={told} />
      <p className={classes.quiet}>
        {m.work_why_source({
          calendar: calendarWords(told.calendar),
          policy: book.policies.find(({ id }) => id === told.settings.policy)?.id ?? "",
          version: told.settings.version,
        })}
      </p>
    </div>
  );
}

/** At most as many as can be taken in; the rest is one line. */
const MOST = 6;

function Windows({ told }: { told: Arithmetic }) {
  const rest = told.windows.length - MOST + (told.more?.windows ?? 0);
  return (
    <section>
      <h3>{m.work_why_counted()}</h3>
      <ul>
        {told.windows.slice(0, MOST).map(({ from, to, seconds }) => (
          <li key={from}>
            <span>
              {dayAndTime(from)}–{isSameDay(from, to) ? timeOfDay(to) : dayAndTime(to)}
            </span>
            <span>{duration(seconds * 1000)}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={classes.quiet}>{m.work_why_more({ count: rest })}</p>}
    </section>
  );
}

function Pauses({ told }: { told: Arithmetic }) {
  if (told.pauses.length === 0) return null;
  return (
    <section>
      <h3>{m.work_why_taken_out()}</h3>
      <ul>
        {told.pauses.map(({ from, to, reason, seconds }) => (
          <li key={from}>
            <span>
              {statusOf(reason).label()}, {dayAndTime(from)}–
              {to === null ? m.work_why_now() : dayAndTime(to)}
            </span>
            <span>{to !== null && duration(seconds * 1000)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rules({ told }: { told: Arithmetic }) {
  // The plain target is the sum above; only what changed it is worth a line.
  const rules = told.rules.filter(({ rule }) => rule !== "target");
  if (rules.length === 0) return null;
  return (
    <section>
      <h3>{m.work_why_rules()}</h3>
      <ul>
        {rules.slice(0, MOST).map((rule, index) => (
          <li key={index}>
            <span>{ruleWords(rule)}</span>
            <span>{rule.leadsTo !== null && dayAndTime(rule.leadsTo)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
