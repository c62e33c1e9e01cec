/** What a change of priority would do to the clocks: the server's own rule, asked in the browser. */
import type { SlaBook } from "../../../../server/sla/book.ts";
import { isCommitment, isPending } from "../../../../server/sla/clock.ts";
import { clocksOf } from "../../../../server/sla/clocks.ts";
import type { Instant } from "../../../../server/sla/instant.ts";
import { type LogEvent, logEventSchema, type Priority } from "../../../../server/sla/log.ts";
import type { Ticket, TicketEvent } from "../../api.ts";

type Row = { metric: string; before: Instant | null; after: Instant | null };

/** The part of a ticket's events that clocks are made of. */
export function logOf(events: readonly TicketEvent[]): LogEvent[] {
  return events.flatMap(({ type, at, data }) => {
    const event = logEventSchema.safeParse({ ...(data as object), type, at: at.getTime() });
    return event.success ? [event.data] : [];
  });
}

/** Due times of the clocks that still count, now and after the change; only those that would move. */
export function dueTimesAfter(
  ticket: Pick<Ticket, "events" | "priority">,
  to: Priority,
  book: SlaBook,
  now: Instant,
): Row[] {
  const log = logOf(ticket.events);
  const from = ticket.priority as Priority;
  const changed: LogEvent[] = [...log, { at: now, type: "priority_changed", from, to }];
  const pending = (events: LogEvent[]) =>
    new Map(
      clocksOf(events, book, now)
        .filter((clock) => isCommitment(clock) && isPending(clock) && clock.metric !== "promise")
        .map(({ metric, dueAt }) => [metric, dueAt]),
    );
  const [before, after] = [pending(log), pending(changed)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((metric) => ({
      metric,
      before: before.get(metric) ?? null,
      after: after.get(metric) ?? null,
    }))
    .filter((row) => row.before !== row.after);
}
