import { gradeOf, type Level, levelOf } from "./grades.ts";
import { type Instant, wholeSecond } from "./instant.ts";
import type { Kind, LogEvent, Priority, Settings, Status } from "./log.ts";
import { MILESTONES } from "./metrics.ts";
import { beat, begin, finish, isResting } from "./rounds.ts";
import { isSettled, type Mark, type Moment, type Story } from "./story.ts";

/** A story while it is read, with what later events need to know. */
interface Reading extends Story {
  priority: Priority;
  kind: Kind | undefined;
  /** Set by somebody; null = it follows from the grade. */
  level: Level | null;
  /** Records of third parties that are open. */
  records: Set<string>;
}

const last = (reading: Reading): Moment => reading.moments[reading.moments.length - 1]!;

function mark(reading: Reading, name: Mark, at: Instant): void {
  reading.marks[name] ??= at;
}

function enter(reading: Reading, at: Instant, status: Status): void {
  const { status: before, grade, level } = last(reading);
  if (before === status) return;
  reading.moments.push({ at, status, grade, level });
  if (isSettled(status)) settle(reading, at, before, status);
  else if (isSettled(before)) reopen(reading, at);
  askThirdParty(reading, at);
}

function settle(reading: Reading, at: Instant, before: Status, status: Status): void {
  if (status === "solved") {
    for (const name of MILESTONES) mark(reading, name, at);
    // A solution after a reply is an answer; one without any answers nobody.
    if (reading.marks.replied !== undefined) answer(reading, at, true);
    begin(reading, "silent_close", at);
  } else finish(reading, "silent_close", at);
  if (isSettled(before)) return;
  // Solving tells the customer that it is done, so it keeps a promise as an update does.
  reading.beats.push({ at, isUpdate: true, promiseAt: null });
  finish(reading, "cadence", at);
  finish(reading, "no_progress", at);
  finish(reading, "next_reply", at, true);
}

// What the customer wrote after the solution only opened the ticket again: the resolution goes on.
function reopen(reading: Reading, at: Instant): void {
  finish(reading, "silent_close", at, true);
  begin(reading, "no_progress", at);
  if (reading.marks.replied !== undefined) begin(reading, "cadence", at);
}

function askThirdParty(reading: Reading, at: Instant): void {
  const { status } = last(reading);
  const waits = status === "waiting_third_party" || reading.records.size > 0;
  if (waits && !isSettled(status)) begin(reading, "third_party_update", at);
  else finish(reading, "third_party_update", at, true);
}

function regrade(reading: Reading, at: Instant): void {
  const { status, grade, level } = last(reading);
  const to = gradeOf(reading.priority, reading.kind);
  const toLevel = reading.level ?? levelOf(to);
  if (to !== grade || toLevel !== level)
    reading.moments.push({ at, status, grade: to, level: toLevel });
}

function answer(reading: Reading, at: Instant, isFull: boolean): void {
  mark(reading, "substantive", at);
  if (isFull) mark(reading, "full", at);
}

// A delay notice is heard, so it breaks the silence; it answers nothing and gets nothing done.
function hear(reading: Reading, at: Instant): void {
  if (isSettled(last(reading).status)) return;
  beat(reading, "cadence", at);
  if (isResting(reading, "third_party_update")) return;
  beat(reading, "third_party_update", at);
}

type Readers = {
  [T in LogEvent["type"]]?: (
    reading: Reading,
    event: Extract<LogEvent, { type: T }>,
    at: Instant,
  ) => void;
};

function askReply(reading: Reading, at: Instant): void {
  // Until the first human reply its own clock runs, from an earlier start to the same target.
  const isOwed = reading.marks.replied !== undefined && !isSettled(last(reading).status);
  if (isOwed) begin(reading, "next_reply", at);
}

// Types that are missing here (notes, assignments, …) change no clock.
const READERS: Readers = {
  acknowledged: (reading, _, at) => mark(reading, "acknowledged", at),
  read_receipt: (reading, _, at) => mark(reading, "read", at),
  sla_applied(reading, { version, policy }) {
    reading.settings = { version, policy };
  },
  public_reply(reading, event, at) {
    if (event.by === "automatic") {
      mark(reading, "automatic", at);
      if (event.automatic === "recorded") mark(reading, "recorded", at);
      return;
    }
    const promiseAt = promised(event.promiseAt);
    reading.beats.push({ at, isUpdate: !event.delay, promiseAt });
    if (!event.delay) readAnswer(reading, event, at);
    hear(reading, at);
  },
  milestone(reading, event, at) {
    mark(reading, event.name, at);
    progress(reading, at);
  },
  promised(reading, event, at) {
    reading.beats.push({ at, isUpdate: false, promiseAt: promised(event.promiseAt) });
  },
  customer_message(reading, _, at) {
    if (last(reading).status === "waiting_customer") enter(reading, at, "open");
    askReply(reading, at);
  },
  nudged: (reading, _, at) => askReply(reading, at),
  priority_changed(reading, event, at) {
    reading.priority = event.to;
    regrade(reading, at);
  },
  kind_changed(reading, event, at) {
    reading.kind = event.to;
    regrade(reading, at);
  },
  level_changed(reading, event, at) {
    reading.level = event.to;
    regrade(reading, at);
  },
  third_party_opened(reading, event, at) {
    reading.records.add(event.recordId);
    askThirdParty(reading, at);
  },
  third_party_closed(reading, event, at) {
    reading.records.delete(event.recordId);
    askThirdParty(reading, at);
  },
  status_changed: (reading, event, at) => enter(reading, at, event.to),
  reopened(reading, _, at) {
    if (isSettled(last(reading).status)) enter(reading, at, "open");
  },
  breach_corrected(reading, event) {
    reading.corrected.push(`${event.metric} ${event.instance}`);
  },
  merged(reading, _, at) {
    reading.mergedAt ??= at;
  },
};

type Reply = Extract<LogEvent, { type: "public_reply" }>;

function readAnswer(reading: Reading, event: Reply, at: Instant): void {
  mark(reading, "replied", at);
  finish(reading, "next_reply", at);
  if (!event.substantive && !event.full) return;
  answer(reading, at, event.full ?? false);
  progress(reading, at);
}

function progress(reading: Reading, at: Instant): void {
  if (!isSettled(last(reading).status)) beat(reading, "no_progress", at);
}

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

/** Settings of logs that tell none. */
const FIRST_SETTINGS: Settings = { version: 1, policy: "default" };

type Creation = Extract<LogEvent, { type: "created" }>;

function open({ at, priority, kind, level, channel, tier, sla }: Creation): Reading {
  const grade = gradeOf(priority, kind);
  const createdAt = wholeSecond(at);
  const opening: Moment = { at: createdAt, status: "new", grade, level: level ?? levelOf(grade) };
  const reading: Reading = {
    ...{ createdAt, priority, kind, level: level ?? null },
    ...{ channel: channel ?? null, tier: tier ?? null, settings: sla ?? FIRST_SETTINGS },
    ...{ moments: [opening], beats: [], marks: {}, mergedAt: null, corrected: [] },
    records: new Set(),
    rounds: {
      next_reply: [],
      cadence: [],
      no_progress: [],
      third_party_update: [],
      silent_close: [],
    },
  };
  begin(reading, "no_progress", createdAt);
  return reading;
}

/**
 * Reads a ticket's log as it stood at `now`; later events do not count.
 * Returns null when nothing was created by then.
 */
export function readStory(log: readonly LogEvent[], now: Instant): Story | null {
  const events = inOrder(log);
  const first = events.find((event) => event.type === "created");
  if (first?.type !== "created" || first.at > now) return null;
  const reading = open(first);
  for (const event of events) {
    if (event.at > now || reading.mergedAt !== null) break;
    read(reading, event);
  }
  return reading;
}

/**
 * The settings by which a log is counted at `now`: those it was created with, or those an
 * administrator applied since. Who derives clocks looks up the book of this version first.
 */
export const settingsOf = (log: readonly LogEvent[], now: Instant): Settings =>
  readStory(log, now)?.settings ?? FIRST_SETTINGS;
