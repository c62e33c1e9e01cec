/** What stands between the text and the button: things to know before it is sent. */
import { Button } from "@mantine/core";
import { ArrowDown, MoonStar, TriangleAlert } from "lucide-react";
import { m } from "#messages";
import type { Ticket } from "../../api.ts";
import { dayAndTime } from "../../time/dates.ts";
import { readSnapshot } from "../context/snapshot.ts";
import { useBook } from "../head/book.ts";
import advice from "./advice.module.css";
import classes from "./composer.module.css";
import { calendarOf, opensAfter } from "./hours.ts";

/** The customer wrote after this reply was begun. */
export function WrittenMeanwhile({
  ticket,
  startedAt,
}: {
  ticket: Ticket;
  startedAt: number | null;
}) {
  const isNew = ticket.messages.some(
    ({ kind, createdAt }) =>
      startedAt !== null && kind === "customer" && createdAt.getTime() > startedAt,
  );
  if (!isNew) return null;
  return (
    <p className={classes.hint} role="status">
      <ArrowDown size={14} aria-hidden="true" />
      {m.console_written_meanwhile({ name: ticket.customer.name ?? m.console_customer() })}
    </p>
  );
}

/** A promise of the past can't be kept: another time is chosen first. */
export function TooLate({ onChange }: { onChange: () => void }) {
  return (
    <p className={classes.hint} data-wrong role="alert">
      <TriangleAlert size={14} aria-hidden="true" />
      {m.console_promise_past()}
      <Button variant="subtle" size="compact-xs" onClick={onChange}>
        {m.console_promise_choose()}
      </Button>
    </p>
  );
}

type AfterHoursProps = { ticket: Ticket; promiseAt: Date; onMove: (at: Date) => void };

/** Nobody is at the desk at the promised time: it may be kept, or moved to when somebody is. */
export function AfterHours({ ticket, promiseAt, onMove }: AfterHoursProps) {
  const book = useBook(ticket.slaVersion);
  const opens = book ? opensAfter(calendarOf(ticket, book), promiseAt.getTime()) : null;
  if (opens === null) return null;
  return (
    <p className={classes.hint} role="status">
      <MoonStar size={14} aria-hidden="true" />
      {m.console_promise_closed({ time: dayAndTime(opens) })}
      <Button variant="default" size="compact-xs" onClick={() => onMove(new Date(opens))}>
        {m.console_promise_move()}
      </Button>
    </p>
  );
}

/** What the customer has tried already, so that nobody asks them to try it again. */
export function TriedAlready({ ticket }: { ticket: Ticket }) {
  const tried = readSnapshot(ticket.snapshot?.data)?.answers.steps;
  if (typeof tried !== "string" || !tried.trim()) return null;
  return (
    <details className={advice.tried}>
      <summary>{m.console_tried()}</summary>
      <p lang={ticket.locale === "zh" ? "zh-Hans" : "en"}>{tried}</p>
    </details>
  );
}
