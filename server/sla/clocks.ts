import type { SlaBook } from "./book.ts";
import { type Case, casesOf } from "./cases.ts";
import { judged } from "./changes.ts";
import { type Clock, stateOf } from "./clock.ts";
import type { Grade } from "./grades.ts";
import { type Instant, SECOND, wholeSecond } from "./instant.ts";
import type { LogEvent } from "./log.ts";
import { pausesBefore } from "./pauses.ts";
import { planOf } from "./plan.ts";
import { promiseClocks } from "./promises.ts";
import { readStory } from "./reading.ts";
import type { Standing } from "./reckoning.ts";
import { aimsOf, fromStart, replay } from "./replay.ts";
import { isSettled, momentAt, type Story } from "./story.ts";
import { openSeconds, shareUsedAt } from "./worktime.ts";

const WARN_SHARE = 0.8;

/**
 * The clocks of a ticket at `now`, one for each metric that its row or its channel asks for, and one
 * per round of those that begin again. A pure function of the log and of the book it names (see
 * `settingsOf`); asked with an earlier `now`, it tells how things stood then. Empty when the ticket
 * did not exist yet. Throws CalendarNeverOpens, or when the book has no such policy.
 */
export function clocksOf(log: readonly LogEvent[], book: SlaBook, now: Instant): Clock[] {
  const story = readStory(log, now);
  if (!story) return [];
  const second = wholeSecond(now);
  const cases = casesOf(story, planOf(book, story.settings.policy));
  const clocks: Clock[] = [];
  for (const found of cases) {
    const clock = clockOf(found, second);
    if (clock) clocks.push(clock);
  }
  clocks.push(...promiseClocks(story, second));
  return story.corrected.length === 0 ? clocks : clocks.map((clock) => corrected(story, clock));
}

/** The row of the target table a ticket is in at `now`; null when it did not exist yet. */
export const gradeAt = (log: readonly LogEvent[], now: Instant): Grade | null =>
  readStory(log, now)?.moments.at(-1)?.grade ?? null;

function clockOf(found: Case, now: Instant): Clock | null {
  const standing = standingOf(found, "limit", now);
  if (standing.basis === null && standing.breachedAt === null) return null;
  const { metric, instance, start, end } = found;
  return {
    metric,
    instance,
    scheme: standing.basis?.aim.scheme ?? null,
    startedAt: start,
    dueAt: standing.due.at,
    goalAt: goalAt(found, standing, now),
    state: stateOf(standing, end),
    stoppedAt: end.at,
    breachedAt: standing.breachedAt,
    customerDueAt: customerDueAt(found, standing),
    firstStop: firstStop(found),
    ...forecast(found, standing, now),
  };
}

function standingOf(found: Case, which: "goal" | "limit", now: Instant): Standing {
  const { end, pauses } = found;
  const standing = replay(found, which, pauses, end.at ?? now + SECOND);
  return judged(standing, end.at ?? now);
}

// What happens to the row after a clock has stopped is no business of that clock.
const lastRow = ({ story, start, end }: Case) =>
  momentAt(story, end.at === null ? Number.POSITIVE_INFINITY : Math.max(start, end.at - SECOND));

function goalAt(found: Case, standing: Standing, now: Instant): Instant | null {
  if (standing.due.at === null) return null;
  if (!aimsOf(found, lastRow(found)).some((aim) => aim.goal)) return null;
  const goal = standingOf(found, "goal", now).due.at;
  return goal === null ? null : Math.min(goal, standing.due.at);
}

function customerDueAt(found: Case, { due, basis }: Standing): Instant | null {
  const row = lastRow(found);
  const [aim, ...others] = aimsOf(found, row);
  const isPlain = basis?.aim === aim && !basis?.isFloor && others.length === 0;
  return isPlain ? due.at : fromStart(found, row, "limit", found.pauses).due.at;
}

/** What lies ahead of a clock that still counts: when to warn, and how much is left. */
function forecast(
  { start, end, pauses }: Case,
  { due, basis, breachedAt }: Standing,
  now: Instant,
) {
  if (end.at !== null || !basis) return { warnAt: null, remainingSeconds: null };
  if (due.at === null) return { warnAt: null, remainingSeconds: due.remainingSeconds };
  const { calendar } = basis.aim;
  const isWarned = breachedAt === null;
  return {
    warnAt: isWarned ? shareUsedAt(calendar, start, due.at, WARN_SHARE, pauses).at : null,
    remainingSeconds: openSeconds(calendar, now, due.at),
  };
}

function firstStop(found: Case): Clock["firstStop"] {
  if (found.metric !== "resolution") return null;
  const first = found.story.moments.find((moment) => isSettled(moment.status));
  if (!first || (found.end.cancelled && first.at === found.end.at)) return null;
  const end = { at: first.at, cancelled: false };
  const stopped = { ...found, end, pauses: pausesBefore(found.pauses, first.at) };
  return { at: first.at, met: standingOf(stopped, "limit", first.at).breachedAt === null };
}

/** A struck miss: what was stopped counts as met; what was not can't be judged any more. */
function corrected(story: Story, clock: Clock): Clock {
  if (!story.corrected.includes(`${clock.metric} ${clock.instance}`)) return clock;
  if (clock.breachedAt === null) return clock;
  const firstStop = clock.firstStop && { ...clock.firstStop, met: true };
  const state = clock.stoppedAt === null ? "cancelled" : "met";
  return { ...clock, state, breachedAt: null, firstStop };
}
