import { type Instant, wholeSecond } from "./instant.ts";
import type { Kind, LogEvent, Priority, Status } from "./log.ts";
import type { Pause } from "./pauses.ts";
import { type Grade, gradeOf } from "./policy.ts";

/** State and row of the target table, from `at` until the next moment. */
export interface Moment {
  at: Instant;
  status: Status;
  grade: Grade;
}

/** A beat of the rhythm: a public update, or a notice that only sets or moves the promise. */
export interface Beat {
  at: Instant;
  isUpdate: boolean;
  promiseAt: Instant | null;
}

/** What the clocks need to know of a ticket's log. Instants are whole seconds. */
export interface Story {
  createdAt: Instant;
  /** Changes of state or row, in order; the first is the creation. */
  moments: Moment[];
  beats: Beat[];
  acknowledgedAt: Instant | null;
  /** First human public reply. */
  repliedAt: Instant | null;
  mergedAt: Instant | null;
}

/** Solved and closed: nothing is owed any more. */
export const isSettled = (status: Status): boolean => status === "solved" || status === "closed";

interface Reading extends Story {
  priority: Priority;
  kind: Kind | undefined;
}

const last = (reading: Reading): Moment => reading.moments[reading.moments.length - 1]!;

function enter(reading: Reading, at: Instant, status: Status): void {
  const before = last(reading).status;
  if (before === status) return;
  reading.moments.push({ at, status, grade: last(reading).grade });
  // Solving tells the customer that it is done, so it keeps a promise as an update does.
  if (isSettled(status) && !isSettled(before))
    reading.beats.push({ at, isUpdate: true, promiseAt: null });
}

function regrade(reading: Reading, at: Instant): void {
  const { status, grade } = last(reading);
  const to = gradeOf(reading.priority, reading.kind);
  if (to !== grade) reading.moments.push({ at, status, grade: to });
}

type Readers = {
  [T in LogEvent["type"]]?: (
    reading: Reading,
    event: Extract<LogEvent, { type: T }>,
    at: Instant,
  ) => void;
};

// Types that are missing here (notes, assignments, …) change no clock.
const READERS: Readers = {
  acknowledged(reading, _, at) {
    reading.acknowledgedAt ??= at;
  },
  public_reply(reading, event, at) {
    if (event.by === "automatic") return;
    reading.repliedAt ??= at;
    reading.beats.push({ at, isUpdate: true, promiseAt: promised(event.promiseAt) });
  },
  promised(reading, event, at) {
    reading.beats.push({ at, isUpdate: false, promiseAt: promised(event.promiseAt) });
  },
  customer_message(reading, _, at) {
    if (last(reading).status === "waiting_customer") enter(reading, at, "open");
  },
  priority_changed(reading, event, at) {
    reading.priority = event.to;
    regrade(reading, at);
  },
  kind_changed(reading, event, at) {
    reading.kind = event.to;
    regrade(reading, at);
  },
  status_changed(reading, event, at) {
    enter(reading, at, event.to);
  },
  reopened(reading, _, at) {
    if (isSettled(last(reading).status)) enter(reading, at, "open");
  },
  merged(reading, _, at) {
    reading.mergedAt ??= at;
  },
};

function read<T extends LogEvent["type"]>(
  reading: Reading,
  event: Extract<LogEvent, { type: T }>,
): void {
  READERS[event.type as T]?.(reading, event, wholeSecond(event.at));
}

const promised = (at: Instant | null | undefined): Instant | null =>
  at == null ? null : wholeSecond(at);

// A mail may be logged after a note that was written later; the time of the event decides.
function inOrder(log: readonly LogEvent[]): readonly LogEvent[] {
  const ordered = log.every((event, index) => index === 0 || log[index - 1]!.at <= event.at);
  return ordered ? log : [...log].sort((a, b) => a.at - b.at);
}

/**
 * Reads a ticket's log as it stood at `now`; later events do not count.
 * Returns null when nothing was created by then.
 */
export function readStory(log: readonly LogEvent[], now: Instant): Story | null {
  const events = inOrder(log);
  const first = events.find((event) => event.type === "created");
  if (first?.type !== "created" || first.at > now) return null;
  const { priority, kind } = first;
  const createdAt = wholeSecond(first.at);
  const opening: Moment = { at: createdAt, status: "new", grade: gradeOf(priority, kind) };
  const reading: Reading = {
    priority,
    kind,
    createdAt,
    moments: [opening],
    beats: [],
    acknowledgedAt: null,
    repliedAt: null,
    mergedAt: null,
  };
  for (const event of events) {
    if (event.at > now || reading.mergedAt !== null) break;
    read(reading, event);
  }
  return reading;
}

/** Since when a ticket is settled, or null while something is owed. */
export function settledSince(story: Story): Instant | null {
  const stretch = stretchesWhere(story, (moment) => isSettled(moment.status)).at(-1);
  return stretch && stretch[1] === null ? stretch[0] : null;
}

/** The stretches in which `holds` is true of the moment; the last may still go on (null). */
export function stretchesWhere(story: Story, holds: (moment: Moment) => boolean): Pause[] {
  const stretches: [Instant, Instant | null][] = [];
  for (const moment of story.moments) {
    const open = stretches.at(-1)?.[1] === null;
    if (holds(moment) === open) continue;
    if (open) stretches[stretches.length - 1]![1] = moment.at;
    else stretches.push([moment.at, null]);
  }
  return stretches;
}
