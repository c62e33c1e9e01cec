import { isMissed, judged } from "./changes.ts";
import { type Clock, type End, nextDue, stateOf } from "./clock.ts";
import type { Grade } from "./grades.ts";
import { type Instant, SECOND } from "./instant.ts";
import { isMilestone } from "./metrics.ts";
import { type Pause, pausesBefore } from "./pauses.ts";
import { ALWAYS, aimsFor, type Plan } from "./plan.ts";
import { earlier, NEVER, reckon } from "./reckoning.ts";
import { promiseReminderAt } from "./rhythm.ts";
import { type Beat, type Story, stretchesWhere } from "./story.ts";
import { advance, type Due } from "./worktime.ts";

/** One promise: when it was given, what it said, and how it ended. */
export interface Promised {
  given: Given;
  due: Due;
  end: End;
}

interface Given {
  madeAt: Instant;
  /** The time first told; a notice moves `promiseAt`, not this. */
  toldAt: Instant;
  setAt: Instant;
  promiseAt: Instant;
}

/** Promises stand still while we wait for the customer; one that ended is not moved afterwards. */
export function promisePauses(story: Story, end: Instant | null): readonly Pause[] {
  const all = stretchesWhere(story, (moment) => moment.status === "waiting_customer");
  return end === null ? all : pausesBefore(all, end);
}

/**
 * The promises of a ticket in order. A promise is kept by a public update (or by solving) at or
 * before it. A notice moves it while it stands; a notice after it was broken begins the next one.
 * A promise is a time on the wall, so it is counted round the clock whatever the ticket's hours are.
 */
export function promisesOf(story: Story): Promised[] {
  const pauses = promisePauses(story, null);
  const dueOf = ({ setAt, promiseAt }: Given, end: Instant | null): Due => {
    const counted = end === null ? pauses : pausesBefore(pauses, end);
    return advance(ALWAYS, setAt, (promiseAt - setAt) / SECOND, counted);
  };
  const promises: Promised[] = [];
  let standing: Given | null = null;
  const finish = (given: Given, end: End) =>
    promises.push({ given, due: dueOf(given, end.at), end });
  for (const beat of story.beats) {
    const isOver = standing && (beat.isUpdate || isMissed(dueOf(standing, beat.at), beat.at));
    if (standing && isOver) finish(standing, { at: beat.at, cancelled: false });
    standing = afterBeat(isOver ? null : standing, beat);
  }
  if (standing) finish(standing, { at: story.mergedAt, cancelled: story.mergedAt !== null });
  return promises;
}

/** The promise clocks of a ticket in order. */
export const promiseClocks = (story: Story, now: Instant): Clock[] =>
  promisesOf(story).map((promise, index) => promiseClock(promise, index + 1, now));

function afterBeat(standing: Given | null, { at, isUpdate, promiseAt }: Beat): Given | null {
  // A notice without a time says nothing about the promise that stands.
  if (promiseAt === null) return isUpdate ? null : standing;
  if (standing) return { ...standing, setAt: at, promiseAt };
  return { madeAt: at, toldAt: promiseAt, setAt: at, promiseAt };
}

function promiseClock({ given, due, end }: Promised, instance: number, now: Instant): Clock {
  const standing = judged({ due, basis: null, breachedAt: null }, end.at ?? now);
  const state = stateOf(standing, end);
  const left = due.at === null ? due.remainingSeconds : Math.max(0, due.at - now) / SECOND;
  return {
    metric: "promise",
    instance,
    scheme: null,
    startedAt: given.madeAt,
    dueAt: due.at,
    goalAt: null,
    warnAt: due.at === null ? null : promiseReminderAt(given.setAt, due.at),
    state,
    stoppedAt: end.at,
    breachedAt: standing.breachedAt,
    remainingSeconds: end.at === null ? left : null,
    customerDueAt: given.toldAt,
    firstStop: null,
  };
}

/**
 * The next promise to offer with a reply written now: the next milestone or now ⊕ cadence, whichever
 * is earlier. Null when the row has neither.
 */
export function proposePromise(input: {
  clocks: readonly Clock[];
  plan: Plan;
  grade: Grade;
  now: Instant;
}): Instant | null {
  const { plan, grade, now } = input;
  const rhythm = aimsFor(plan, grade, "cadence").map((aim) => reckon(aim, now, aim.limit, []));
  const cadence = rhythm.reduce(earlier, NEVER).due.at;
  // The reply itself stops the reply clocks and the standing promise; a missed milestone is no date.
  const milestones = input.clocks.filter(
    ({ metric, dueAt }) =>
      (metric === "resolution" || isMilestone(metric)) && dueAt !== null && dueAt > now,
  );
  const milestone = nextDue(milestones)?.dueAt ?? null;
  if (milestone === null) return cadence;
  return cadence === null ? milestone : Math.min(milestone, cadence);
}
