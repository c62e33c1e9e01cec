/** What a sample ticket would be promised: the server's own rules, asked in the browser. */
import { policyFor, type SlaBook } from "../../../../server/sla/book.ts";
import { bookProblems } from "../../../../server/sla/bookchecks.ts";
import { clocksOf } from "../../../../server/sla/clocks.ts";
import type { Grade, Level } from "../../../../server/sla/grades.ts";
import type { Instant } from "../../../../server/sla/instant.ts";
import type { LogEvent, Priority } from "../../../../server/sla/log.ts";

export type Sample = {
  grade: Grade;
  /** null = as it follows from the grade. */
  level: Level | null;
  /** When the ticket is written. */
  at: Instant;
  locale?: string;
  region?: string;
  channel?: string;
  tier?: string;
};

export type Due = { metric: string; goalAt: Instant | null; dueAt: Instant };

/** Due times of a new ticket; null while something keeps the book from being used. */
export function duesOf(book: SlaBook, sample: Sample): Due[] | null {
  const refused = bookProblems(book, sample.at).some(({ severity }) => severity === "refusal");
  if (refused) return null;
  const { id: policy } = policyFor(book, sample);
  const log: LogEvent[] = [created(sample, policy)];
  return clocksOf(log, book, sample.at).flatMap(({ metric, goalAt, dueAt }) =>
    dueAt === null ? [] : [{ metric, goalAt, dueAt }],
  );
}

function created({ grade, level, at, channel, tier }: Sample, policy: string): LogEvent {
  return {
    type: "created",
    at,
    priority: grade.slice(0, 2) as Priority,
    kind: grade === "P3-S" ? "suggestion" : "question",
    sla: { version: 1, policy },
    ...(level && { level }),
    ...(channel && { channel }),
    ...(tier && { tier }),
  };
}

export type Compared = { metric: string; before: Instant | null; after: Instant | null };

/** The dues of two books side by side, in the order of the second. */
export function compare(before: readonly Due[], after: readonly Due[]): Compared[] {
  const dueIn = (dues: readonly Due[], metric: string) =>
    dues.find((due) => due.metric === metric)?.dueAt ?? null;
  const metrics = new Set([...after, ...before].map(({ metric }) => metric));
  return [...metrics].map((metric) => ({
    metric,
    before: dueIn(before, metric),
    after: dueIn(after, metric),
  }));
}
