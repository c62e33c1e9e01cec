import type { SlaBook } from "./book.ts";
import { type Case, casesOf } from "./cases.ts";
import { judged } from "./changes.ts";
import { type Instant, SECOND, wholeSecond } from "./instant.ts";
import type { LogEvent, Settings, Status } from "./log.ts";
import type { Metric } from "./metrics.ts";
import { closeAfter } from "./opentime.ts";
import type { Pause } from "./pauses.ts";
import { ALWAYS, type Plan, planOf } from "./plan.ts";
import type { Scheme } from "./policy.ts";
import { type Promised, promisePauses, promisesOf } from "./promises.ts";
import { readStory } from "./reading.ts";
import type { Basis, Standing } from "./reckoning.ts";
import { replay } from "./replay.ts";
import { type AppliedRule, ruleStep, rulesOf } from "./rulesteps.ts";
import { isSettled, type Moment, type Story } from "./story.ts";
import { type CountedWindow, windowsBetween } from "./windowlist.ts";
import { dueAt, openSeconds, type Target } from "./worktime.ts";

/** A stretch that did not count, and why. */
export interface TakenOut {
  from: Instant;
  /** Null while it goes on. */
  to: Instant | null;
  reason: Status;
  /** Open seconds of the calendar that it took out until the clock was due or stopped. */
  seconds: number;
}

/**
 * How one due time came about, for people who want to check it. Instants are epoch milliseconds.
 * The windows, with `more`, add up to `seconds` less `leftSeconds`.
 */
export interface Arithmetic {
  metric: Metric;
  instance: number;
  scheme: Scheme | null;
  settings: Settings;
  /** Null for a clock without a target now. */
  calendar: { id: string; zone: string } | null;
  startedAt: Instant;
  /** From here the windows are counted: the start, or the change that left a floor. */
  countedFrom: Instant;
  /** What was counted: the target of the row, or the floor after a change. */
  target: Target | null;
  /** The target in open seconds; of working days, those until the last day's close. */
  seconds: number;
  windows: CountedWindow[];
  /** The windows after the first 60, as one. */
  more: (CountedWindow & { windows: number }) | null;
  /** Not counted yet while the clock is paused, else 0. */
  leftSeconds: number;
  pauses: TakenOut[];
  /** The rules in the order in which they were applied. */
  rules: AppliedRule[];
  dueAt: Instant | null;
  breachedAt: Instant | null;
}

const MOST_WINDOWS = 60;

/**
 * The arithmetic of one clock as it stood at `now`, or null when the ticket has no such clock.
 * Throws CalendarNeverOpens, or when the book has no such policy.
 */
export function arithmeticOf(
  log: readonly LogEvent[],
  book: SlaBook,
  now: Instant,
  metric: Metric,
  instance: number,
): Arithmetic | null {
  const story = readStory(log, now);
  if (!story) return null;
  const second = wholeSecond(now);
  if (metric === "promise") {
    const promise = promisesOf(story)[instance - 1];
    return promise ? promiseArithmetic(story, promise, instance, second) : null;
  }
  const plan = planOf(book, story.settings.policy);
  const found = casesOf(story, plan).find(
    (other) => other.metric === metric && other.instance === instance,
  );
  return found ? caseArithmetic(found, second) : null;
}

function caseArithmetic(found: Case, now: Instant): Arithmetic | null {
  const { story, plan, metric, instance, start, end, pauses } = found;
  const rules: AppliedRule[] = [];
  const replayed = replay(found, "limit", pauses, end.at ?? now + SECOND, (step) =>
    rules.push(...rulesOf(found, step)),
  );
  const standing = judged(replayed, end.at ?? now);
  if (standing.basis === null && standing.breachedAt === null) return null;
  const stood = (moment: Moment) => standsStill(metric, plan, moment);
  return {
    ...{ metric, instance, startedAt: start, settings: story.settings },
    ...counted(standing, pauses, reasons(story, stood, end.at)),
    rules: [...rules, ...dayRules(standing.basis)],
  };
}

const standsStill = (metric: Metric, plan: Plan, { status, grade }: Moment): boolean =>
  metric !== "silent_close" &&
  (isSettled(status) || (plan.cell(metric, grade)?.pausedBy.includes(status) ?? false));

type Counted = Omit<Arithmetic, "metric" | "instance" | "startedAt" | "settings" | "rules">;

function counted(standing: Standing, pauses: readonly Pause[], all: Reason[]): Counted {
  const { due, basis, breachedAt } = standing;
  if (!basis) return { ...NOTHING, breachedAt };
  const { aim, from, target } = basis;
  const { calendar } = aim;
  const reached = dueAt(calendar, from, target, pauses);
  const to = reached.at ?? pauses.at(-1)![0];
  const windows = windowsBetween(calendar, from, to, pauses);
  const until = reached.at ?? Number.POSITIVE_INFINITY;
  return {
    scheme: aim.scheme,
    calendar: { id: aim.calendarId, zone: (aim.rollTo ?? calendar).tz },
    countedFrom: from,
    target,
    seconds: secondsOf(basis),
    ...shortened(windows),
    leftSeconds: reached.at === null ? reached.remainingSeconds : 0,
    pauses: all.flatMap((reason) => takenOut(reason, basis, until)),
    dueAt: due.at,
    breachedAt,
  };
}

const NOTHING: Counted = {
  ...{ scheme: null, calendar: null, countedFrom: 0, target: null, seconds: 0 },
  ...{ windows: [], more: null, leftSeconds: 0, pauses: [], dueAt: null, breachedAt: null },
};

function secondsOf({ aim, from, target }: Basis): number {
  if ("seconds" in target) return target.seconds;
  return openSeconds(aim.calendar, from, closeAfter(aim.calendar, from, target.working_days));
}

function shortened(all: CountedWindow[]): Pick<Arithmetic, "windows" | "more"> {
  const rest = all.slice(MOST_WINDOWS);
  if (rest.length === 0) return { windows: all, more: null };
  const seconds = rest.reduce((sum, window) => sum + window.seconds, 0);
  const more = { windows: rest.length, from: rest[0]!.from, to: rest.at(-1)!.to, seconds };
  return { windows: all.slice(0, MOST_WINDOWS), more };
}

interface Reason {
  from: Instant;
  to: Instant | null;
  reason: Status;
}

function reasons(story: Story, holds: (moment: Moment) => boolean, end: Instant | null): Reason[] {
  return story.moments.flatMap((moment, index) => {
    const next = story.moments[index + 1]?.at ?? null;
    if (!holds(moment) || (end !== null && moment.at >= end)) return [];
    const to = end === null ? next : Math.min(next ?? end, end);
    return [{ from: moment.at, to, reason: moment.status }];
  });
}

function takenOut(
  { from, to, reason }: Reason,
  { aim, from: start }: Basis,
  until: Instant,
): TakenOut[] {
  if (to === null) return from < until ? [{ from, to, reason, seconds: 0 }] : [];
  const seconds = openSeconds(aim.calendar, Math.max(from, start), Math.min(to, until));
  return seconds > 0 ? [{ from, to, reason, seconds }] : [];
}

function dayRules(basis: Basis | null): AppliedRule[] {
  if (!basis || "seconds" in basis.target) return [];
  const { aim, from, target } = basis;
  return Array.from({ length: target.working_days }, (_, index) => {
    const close = closeAfter(aim.calendar, from, index + 1);
    return ruleStep("working_day", close, close, aim.scheme);
  });
}

function promiseArithmetic(
  story: Story,
  { given, due, end }: Promised,
  instance: number,
  now: Instant,
): Arithmetic {
  const { madeAt, setAt, promiseAt, toldAt } = given;
  const waits = (moment: Moment) => moment.status === "waiting_customer";
  const aim = { calendarId: "wall", calendar: ALWAYS, scheme: "priority", rollTo: null } as const;
  const target = { seconds: (promiseAt - setAt) / SECOND };
  const basis: Basis = {
    aim: { ...aim, limit: target, goal: null },
    ...{ from: setAt, target, isFloor: false },
  };
  const standing = judged({ due, basis, breachedAt: null }, end.at ?? now);
  const all = promisePauses(story, end.at);
  const rules = [ruleStep("target", madeAt, toldAt, null)];
  if (setAt !== madeAt) rules.push(ruleStep("moved", setAt, promiseAt, null));
  return {
    ...{ metric: "promise", instance, startedAt: madeAt, settings: story.settings },
    ...counted(standing, all, reasons(story, waits, end.at)),
    scheme: null,
    rules,
  };
}
