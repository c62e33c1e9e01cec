import type { Row } from "./grades.ts";
import type { Instant } from "./instant.ts";
import type { Settings, Status } from "./log.ts";
import type { Milestone, RoundMetric } from "./metrics.ts";
import type { Pause } from "./pauses.ts";

/** State and row of the target table, from `at` until the next moment. */
export interface Moment extends Row {
  at: Instant;
  status: Status;
}

/** A beat of the promises: a public update, or a notice that only sets or moves the promise. */
export interface Beat {
  at: Instant;
  isUpdate: boolean;
  promiseAt: Instant | null;
}

/** Things that are told once: the first time each happened. */
export type Mark =
  | "acknowledged"
  | "read"
  | "automatic"
  | "recorded"
  | "replied"
  | "substantive"
  | "full"
  | Milestone;

/** One run of a clock that begins again; `end` null while it still counts. */
export interface Round {
  start: Instant;
  end: Instant | null;
  /** It ended without being answered, because nothing is owed any more. */
  cancelled: boolean;
}

/** What the clocks need to know of a ticket's log. Instants are whole seconds. */
export interface Story {
  createdAt: Instant;
  /** How it came in; null in logs that do not tell. */
  channel: string | null;
  tier: string | null;
  /** Settings that count as the log stands. */
  settings: Settings;
  /** Changes of state or row, in order; the first is the creation. */
  moments: Moment[];
  beats: Beat[];
  marks: Partial<Record<Mark, Instant>>;
  rounds: Record<RoundMetric, Round[]>;
  mergedAt: Instant | null;
  /** Misses that were struck, as `metric instance`. */
  corrected: string[];
}

/** Solved and closed: nothing is owed any more. */
export const isSettled = (status: Status): boolean => status === "solved" || status === "closed";

/** Since when a ticket is settled, or null while something is owed. */
export function settledSince({ moments }: Story): Instant | null {
  let since: Instant | null = null;
  for (const { status, at } of moments) since = isSettled(status) ? (since ?? at) : null;
  return since;
}

/** The stretches in which `holds` is true of the moment; the last may still go on (null). */
export function stretchesWhere(story: Story, holds: (moment: Moment) => boolean): Pause[] {
  const stretches: [Instant, Instant | null][] = [];
  let isOpen = false;
  for (const moment of story.moments) {
    if (holds(moment) === isOpen) continue;
    if (isOpen) stretches[stretches.length - 1]![1] = moment.at;
    else stretches.push([moment.at, null]);
    isOpen = !isOpen;
  }
  return stretches;
}

/** What holds at an instant: the last moment that began before or at it. */
export function momentAt({ moments }: Story, at: Instant): Moment {
  let found = moments[0]!;
  for (const moment of moments) if (moment.at <= at) found = moment;
  return found;
}
