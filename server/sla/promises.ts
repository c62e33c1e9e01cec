import type { Calendar } from "./calendar.ts";
import { isMissed, judged } from "./changes.ts";
import { type Clock, type End, nextDue, stateOf } from "./clock.ts";
import { type Instant, SECOND } from "./instant.ts";
import { type Calendars, type Grade, type Policy, ruleFor } from "./policy.ts";
import { promiseReminderAt } from "./rhythm.ts";
import { type Beat, type Story, stretchesWhere } from "./story.ts";
import { advance, type Due, dueAt } from "./worktime.ts";

// A promise is a time on the wall, so it is counted round the clock whatever the ticket's hours are.
const ALWAYS: Calendar = { tz: "UTC", week: {}, overrides: {}, always: true };

interface Given {
  madeAt: Instant;
  /** The time first told; a notice moves `promiseAt`, not this. */
  toldAt: Instant;
  setAt: Instant;
  promiseAt: Instant;
}

/**
 * The promise clocks of a ticket in order. A promise is kept by a public update (or by solving) at or
 * before it. A notice moves it while it stands; a notice after it was broken begins the next one.
 * Waiting for the customer pauses it.
 */
export function promiseClocks(story: Story, now: Instant): Clock[] {
  const pauses = stretchesWhere(story, (moment) => moment.status === "waiting_customer");
  const dueOf = ({ setAt, promiseAt }: Given): Due =>
    advance(ALWAYS, setAt, (promiseAt - setAt) / SECOND, pauses);
  const clocks: Clock[] = [];
  let standing: Given | null = null;
  const finish = (promise: Given, end: End) =>
    clocks.push(promiseClock(promise, dueOf(promise), end, clocks.length + 1, now));
  for (const beat of story.beats) {
    const isOver = standing && (beat.isUpdate || isMissed(dueOf(standing), beat.at));
    if (standing && isOver) finish(standing, { at: beat.at, cancelled: false });
    standing = afterBeat(isOver ? null : standing, beat);
  }
  if (standing) finish(standing, { at: story.mergedAt, cancelled: story.mergedAt !== null });
  return clocks;
}

function afterBeat(standing: Given | null, { at, promiseAt }: Beat): Given | null {
  if (promiseAt === null) return null;
  if (standing) return { ...standing, setAt: at, promiseAt };
  return { madeAt: at, toldAt: promiseAt, setAt: at, promiseAt };
}

function promiseClock(promise: Given, due: Due, end: End, instance: number, now: Instant): Clock {
  const standing = judged({ due, breachedAt: null }, end.at ?? now);
  const state = stateOf(standing, end);
  const left = due.at === null ? due.remainingSeconds : Math.max(0, due.at - now) / SECOND;
  return {
    metric: "promise",
    instance,
    startedAt: promise.madeAt,
    dueAt: due.at,
    goalAt: null,
    warnAt: due.at === null ? null : promiseReminderAt(promise.setAt, due.at),
    state,
    stoppedAt: end.at,
    breachedAt: standing.breachedAt,
    remainingSeconds: end.at === null ? left : null,
    customerDueAt: promise.toldAt,
    firstStop: null,
  };
}

/**
 * The next promise to offer with a reply written now: the next milestone or now ⊕ cadence, whichever
 * is earlier. Null when the row has neither.
 */
export function proposePromise(input: {
  clocks: readonly Clock[];
  policy: Policy;
  calendars: Calendars;
  grade: Grade;
  now: Instant;
}): Instant | null {
  const { policy, calendars, grade, now } = input;
  const rule = ruleFor(policy, calendars, grade, "cadence");
  const cadence = rule && dueAt(rule.calendar, now, rule.limit).at;
  // The reply itself stops ack, first_reply and the standing promise; a missed milestone is no date.
  const milestones = input.clocks.filter((clock) => clock.metric === "resolution");
  const milestone = nextDue(milestones)?.dueAt ?? null;
  if (milestone === null || milestone <= now) return cadence;
  return cadence === null ? milestone : Math.min(milestone, cadence);
}
