import { gradeOf, type Level, levelOf } from "./grades.ts";
import type { Instant } from "./instant.ts";
import type { Kind, Priority, Status } from "./log.ts";
import { MILESTONES } from "./metrics.ts";
import { beat, begin, finish, isResting } from "./rounds.ts";
import { isSettled, type Mark, type Moment, type Story } from "./story.ts";

/** A story while it is read, with what later events need to know. */
export interface Reading extends Story {
  priority: Priority;
  kind: Kind | undefined;
  /** Set by somebody; null = it follows from the grade. */
  level: Level | null;
  /** Records of third parties that are open. */
  records: Set<string>;
}

/** How the ticket stands. */
export const last = (reading: Reading): Moment => reading.moments[reading.moments.length - 1]!;

/** Notes the first time of something that is told once. */
export function mark(reading: Reading, name: Mark, at: Instant): void {
  reading.marks[name] ??= at;
}

/** A change of state, with all that begins and ends by it. */
export function enter(reading: Reading, at: Instant, status: Status): void {
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

/** Whether the customer has to hear of a third party from here on. */
export function askThirdParty(reading: Reading, at: Instant): void {
  const { status } = last(reading);
  const waits = status === "waiting_third_party" || reading.records.size > 0;
  if (waits && !isSettled(status)) begin(reading, "third_party_update", at);
  else finish(reading, "third_party_update", at, true);
}

/** The row that follows from priority, kind and level. */
export function regrade(reading: Reading, at: Instant): void {
  const { status, grade, level } = last(reading);
  const to = gradeOf(reading.priority, reading.kind);
  const toLevel = reading.level ?? levelOf(to);
  if (to !== grade || toLevel !== level)
    reading.moments.push({ at, status, grade: to, level: toLevel });
}

/** A substantive answer, or a full one, which is substantive too. */
export function answer(reading: Reading, at: Instant, isFull: boolean): void {
  mark(reading, "substantive", at);
  if (isFull) mark(reading, "full", at);
}

/** A delay notice is heard, so it breaks the silence; it answers nothing and gets nothing done. */
export function hear(reading: Reading, at: Instant): void {
  if (isSettled(last(reading).status)) return;
  beat(reading, "cadence", at);
  if (isResting(reading, "third_party_update")) return;
  beat(reading, "third_party_update", at);
}

/** The customer wrote and waits. */
export function askReply(reading: Reading, at: Instant): void {
  // Until the first human reply its own clock runs, from an earlier start to the same target.
  const isOwed = reading.marks.replied !== undefined && !isSettled(last(reading).status);
  if (isOwed) begin(reading, "next_reply", at);
}

/** Something got done. */
export function progress(reading: Reading, at: Instant): void {
  if (!isSettled(last(reading).status)) beat(reading, "no_progress", at);
}
