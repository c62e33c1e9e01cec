import { judged, type Standing } from "./changes.ts";
import { type Clock, type End, stateOf } from "./clock.ts";
import { type DeskMetric, endOf } from "./endings.ts";
import { type Instant, SECOND, wholeSecond } from "./instant.ts";
import type { LogEvent } from "./log.ts";
import { type Pause, pausesBefore } from "./pauses.ts";
import { type Calendars, type Grade, type Policy, ruleFor } from "./policy.ts";
import { promiseClocks } from "./promises.ts";
import { type Aim, dueFromStart, pausesOf, type Question, replay } from "./replay.ts";
import { isSettled, readStory } from "./story.ts";
import { openSeconds, shareUsedAt } from "./worktime.ts";

const DESK_METRICS: readonly DeskMetric[] = ["ack", "first_reply", "resolution"];
const WARN_SHARE = 0.8;

/**
 * The clocks of a ticket at `now`: ack, first_reply, resolution (where its row has a target) and one
 * per promise. A pure function of the log, the policy version and the calendar versions; asked with
 * an earlier `now`, it tells how things stood then. Empty when the ticket did not exist yet.
 * Throws CalendarNeverOpens.
 */
export function clocksOf(
  log: readonly LogEvent[],
  policy: Policy,
  calendars: Calendars,
  now: Instant,
): Clock[] {
  const story = readStory(log, now);
  if (!story) return [];
  const second = wholeSecond(now);
  const desk = DESK_METRICS.map((metric) => {
    const rule = (grade: Grade) => ruleFor(policy, calendars, grade, metric);
    return deskClock({ metric, story, rule }, second);
  });
  return [...desk.filter((clock) => clock !== null), ...promiseClocks(story, second)];
}

/** The row of the target table a ticket is in at `now`; null when it did not exist yet. */
export const gradeAt = (log: readonly LogEvent[], now: Instant): Grade | null =>
  readStory(log, now)?.moments.at(-1)?.grade ?? null;

/** A question narrowed to how its clock ended. */
interface Case {
  question: Question;
  grade: Grade;
  end: End;
  now: Instant;
  pauses: readonly Pause[];
}

function deskClock(question: Question, now: Instant): Clock | null {
  const end = endOf(question.metric, question.story);
  const all = pausesOf(question);
  const pauses = end.at === null ? all : pausesBefore(all, end.at);
  const grade = gradeBefore(question, end.at);
  const found: Case = { question, grade, end, now, pauses };
  const standing = standingAt(found, "limit");
  const hasTarget = standing.due.at !== null || Number.isFinite(standing.due.remainingSeconds);
  if (!hasTarget && standing.breachedAt === null) return null;
  return { ...facts(found, standing), ...forecast(found, standing) };
}

// What happens to the row after a clock has stopped is no business of that clock.
function gradeBefore({ story }: Question, end: Instant | null): Grade {
  const [first, ...rest] = story.moments;
  const reached = rest.filter((moment) => end === null || moment.at < end);
  return (reached.at(-1) ?? first!).grade;
}

function standingAt({ question, end, now, pauses }: Case, aim: Aim): Standing {
  const standing = replay(question, aim, pauses, end.at ?? now + SECOND);
  return judged(standing, end.at ?? now);
}

function facts(found: Case, standing: Standing) {
  const { question, grade, end, pauses } = found;
  return {
    metric: question.metric,
    instance: 1,
    startedAt: question.story.createdAt,
    dueAt: standing.due.at,
    goalAt: goalAt(found, standing),
    state: stateOf(standing, end),
    stoppedAt: end.at,
    breachedAt: standing.breachedAt,
    customerDueAt: dueFromStart(question, grade, "limit", pauses).at,
    firstStop: firstStop(found),
  };
}

function goalAt(found: Case, standing: Standing): Instant | null {
  if (!found.question.rule(found.grade)?.goal || standing.due.at === null) return null;
  const goal = standingAt(found, "goal").due.at;
  return goal === null ? null : Math.min(goal, standing.due.at);
}

/** What lies ahead of a clock that still counts: when to warn, and how much is left. */
function forecast(found: Case, { due, breachedAt }: Standing) {
  const { question, grade, end, now, pauses } = found;
  const calendar = question.rule(grade)?.calendar;
  if (end.at !== null || !calendar) return { warnAt: null, remainingSeconds: null };
  if (due.at === null) return { warnAt: null, remainingSeconds: due.remainingSeconds };
  const start = question.story.createdAt;
  const isWarned = breachedAt === null;
  return {
    warnAt: isWarned ? shareUsedAt(calendar, start, due.at, WARN_SHARE, pauses).at : null,
    remainingSeconds: openSeconds(calendar, now, due.at),
  };
}

function firstStop({ question, end, pauses, now }: Case): Clock["firstStop"] {
  if (question.metric !== "resolution") return null;
  const first = question.story.moments.find((moment) => isSettled(moment.status));
  if (!first || (end.cancelled && first.at === end.at)) return null;
  const at = first.at;
  const stopped = { question, grade: first.grade, now, end: { at, cancelled: false } };
  const standing = standingAt({ ...stopped, pauses: pausesBefore(pauses, at) }, "limit");
  return { at, met: standing.breachedAt === null };
}
