/**
 * Whether parts add up to the whole, reckoned from the log by a second, plain reading of it: which
 * state and priority held from when to when, and nothing else.
 */
import type { SlaBook } from "../../server/sla/book.ts";
import type { Clock } from "../../server/sla/clock.ts";
import { gradeOf } from "../../server/sla/grades.ts";
import { type Instant, SECOND } from "../../server/sla/instant.ts";
import type { LogEvent, Priority, Status } from "../../server/sla/log.ts";
import { planOf } from "../../server/sla/plan.ts";
import { pausesOf } from "../../server/sla/replay.ts";
import type { Story } from "../../server/sla/story.ts";
import { openSeconds } from "../../server/sla/worktime.ts";

/** A stretch of a ticket's life, [from, to). */
export interface Stretch {
  from: Instant;
  to: Instant;
  status: Status;
  priority: Priority;
}

/** The ticket's life from its creation to `end`, stretch by stretch. */
export function stretchesOf(log: readonly LogEvent[], end: Instant): Stretch[] {
  const stretches: Stretch[] = [];
  let now: Omit<Stretch, "to"> | null = null;
  for (const event of log) {
    if (event.type === "created") now = { from: event.at, status: "new", priority: event.priority };
    const next = now && changed(now, event);
    if (!now || !next) continue;
    stretches.push({ ...now, to: event.at });
    now = { ...next, from: event.at };
  }
  if (now) stretches.push({ ...now, to: Math.max(now.from, end) });
  return stretches.filter(({ from, to }) => to > from);
}

type Held = Pick<Stretch, "status" | "priority">;

function changed({ status, priority }: Held, event: LogEvent): Held | null {
  if (event.type === "status_changed") return { priority, status: event.to };
  if (event.type === "priority_changed") return { status, priority: event.to };
  if (event.type === "reopened") return { priority, status: "open" };
  const isBack = event.type === "customer_message" && status === "waiting_customer";
  return isBack ? { priority, status: "open" } : null;
}

/** A ticket twice: as it is read here, and as the engine reads it. */
export interface Life {
  stretches: readonly Stretch[];
  story: Story;
  book: SlaBook;
}

/** Seconds of a clock's life, on the wall. */
export interface Parts {
  counted: number;
  paused: number;
  closed: number;
  /** What the engine counts of the same life: its own reading of when the clock stood still. */
  byEngine: number;
}

const settled: readonly Status[] = ["solved", "closed"];

const stands = (clock: Clock, { status }: Stretch, pausedBy: readonly Status[]): boolean =>
  clock.metric !== "silent_close" && [...pausedBy, ...settled].includes(status);

/** Where the time of a clock went between its start and `to`, in the calendar of its row at the end. */
export function partsOf(clock: Clock, { stretches, story, book }: Life, to: Instant): Parts | null {
  const plan = planOf(book, "default");
  const cellAt = ({ priority }: Stretch) => plan.cell(clock.metric, gradeOf(priority, "fault"));
  const own = stretches.filter((stretch) => stretch.to > clock.startedAt && stretch.from < to);
  const aim = own.length > 0 ? cellAt(own.at(-1)!)?.aims.L1[0] : undefined;
  if (!aim) return null;
  const stood = clock.metric === "promise" ? [] : pausesOf({ story, plan, metric: clock.metric });
  const byEngine = openSeconds(aim.calendar, clock.startedAt, to, stood);
  const parts: Parts = { counted: 0, paused: 0, closed: 0, byEngine };
  for (const stretch of own) {
    const [from, until] = [Math.max(stretch.from, clock.startedAt), Math.min(stretch.to, to)];
    const open = openSeconds(aim.calendar, from, until);
    const isPaused = stands(clock, stretch, cellAt(stretch)?.pausedBy ?? []);
    parts[isPaused ? "paused" : "counted"] += open;
    parts.closed += (until - from) / SECOND - open;
  }
  return parts;
}

/** Whether they are the whole of that many seconds, and the engine counted what was counted here. */
export const addUp = ({ counted, paused, closed, byEngine }: Parts, seconds: number): boolean =>
  counted + paused + closed === seconds && counted === byEngine;
