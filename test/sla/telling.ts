// Short words for telling a ticket's story in a table of tests.
import type { SlaBook } from "#server/sla/book.ts";
import type { Clock } from "#server/sla/clock.ts";
import { clocksOf } from "#server/sla/clocks.ts";
import { defaultBook } from "#server/sla/defaults.ts";
import { type LogEvent, logEventSchema, type Priority, type Status } from "#server/sla/log.ts";
import type { Metric, Milestone } from "#server/sla/metrics.ts";
import type { Policy } from "#server/sla/policy.ts";

/** Shanghai time in November 2026: "10:00" is on Tuesday the 10th, "11 10:00" on the 11th. */
export function at(time: string): number {
  const [day, clock] = time.includes(" ") ? (time.split(" ") as [string, string]) : ["10", time];
  return Date.parse(`2026-11-${day}T${clock.length === 5 ? `${clock}:00` : clock}+08:00`);
}

export const created = (
  time: string,
  priority: Priority,
  kind?: "question" | "suggestion",
): LogEvent => ({
  at: at(time),
  type: "created",
  priority,
  kind,
});
type Creation = Extract<LogEvent, { type: "created" }>;
/** A new ticket with facts that most stories leave out. */
export const came = (time: string, priority: Priority, facts: Partial<Creation>): LogEvent => ({
  at: at(time),
  type: "created",
  priority,
  ...facts,
});
export const readReceipt = (time: string): LogEvent => ({ at: at(time), type: "read_receipt" });
export const thirdParty = (time: string, to: "opened" | "closed" = "opened"): LogEvent => ({
  at: at(time),
  type: `third_party_${to}`,
  recordId: "r-1",
});
export const acknowledged = (time: string): LogEvent => ({ at: at(time), type: "acknowledged" });
type Said = Extract<LogEvent, { type: "public_reply" }>;
export const replied = (time: string, promise?: string, said?: Partial<Said>): LogEvent => ({
  at: at(time),
  type: "public_reply",
  by: "agent",
  promiseAt: promise ? at(promise) : null,
  ...said,
});
/** A reply with the next step and, unless it is the whole answer, its time. */
export const answered = (time: string, promise?: string): LogEvent =>
  replied(time, promise, promise ? { substantive: true } : { full: true });
export const delayed = (time: string, promise: string): LogEvent =>
  replied(time, promise, { delay: true });
export const reached = (time: string, name: Milestone): LogEvent => ({
  at: at(time),
  type: "milestone",
  name,
});
export const receipt = (time: string, automatic: Said["automatic"] = "receipt"): LogEvent => ({
  at: at(time),
  type: "public_reply",
  by: "automatic",
  automatic,
});
export const status = (time: string, to: Status, from: Status = "open"): LogEvent => ({
  at: at(time),
  type: "status_changed",
  from,
  to,
});
export const wrote = (time: string): LogEvent => ({ at: at(time), type: "customer_message" });
export const nudged = (time: string): LogEvent => ({ at: at(time), type: "nudged" });
export const graded = (time: string, from: Priority, to: Priority): LogEvent => ({
  at: at(time),
  type: "priority_changed",
  from,
  to,
});
export const promised = (time: string, promise: string): LogEvent => ({
  at: at(time),
  type: "promised",
  promiseAt: at(promise),
});
export const reopened = (time: string): LogEvent => ({ at: at(time), type: "reopened" });
export const merged = (time: string): LogEvent => ({
  at: at(time),
  type: "merged",
  into: "t-older",
});

/** The only policy of the default book. */
export const defaultPolicy = defaultBook.policies[0]!;
/** The default book with another policy. */
export const bookWith = (change: Partial<Policy>): SlaBook => ({
  ...defaultBook,
  policies: [{ ...defaultPolicy, ...change }],
});

/** The clocks of a log under a book, which also proves the log to be well formed. */
export const derive = (log: LogEvent[], now: string, book = defaultBook) =>
  clocksOf(
    log.map((event) => logEventSchema.parse(event)),
    book,
    at(now),
  );

/** An instant as day and time in Shanghai. */
export const shown = (instant: number | null) =>
  instant === null
    ? null
    : new Date(instant + 8 * 3_600_000).toISOString().slice(8, 19).replace("T", " ");

/** A clock as one line: state, due, then what else is worth saying about it. */
export function line(clock: Clock): string {
  const parts = [clock.state, `due ${shown(clock.dueAt)?.slice(0, 8) ?? "-"}`];
  if (clock.goalAt !== null) parts.push(`goal ${shown(clock.goalAt)?.slice(0, 8)}`);
  if (clock.stoppedAt !== null) parts.push(`stopped ${shown(clock.stoppedAt)}`);
  if (clock.breachedAt !== null) parts.push(`missed ${shown(clock.breachedAt)}`);
  if (clock.remainingSeconds !== null) parts.push(`left ${clock.remainingSeconds}`);
  return parts.join(", ");
}

export const lines = (clocks: Clock[], metric: Metric) =>
  clocks.filter((clock) => clock.metric === metric).map(line);
export const only = (clocks: Clock[], metric: Metric) =>
  clocks.find((clock) => clock.metric === metric)!;

/** A row of a table of stories. */
export type Story = [
  title: string,
  log: LogEvent[],
  now: string,
  metric: Metric,
  expected: string[],
];
