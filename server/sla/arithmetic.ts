import type { SlaBook } from "./book.ts";
import { type Case, casesOf } from "./cases.ts";
import { judged } from "./changes.ts";
import { type Counted, counted, reasons } from "./counted.ts";
import { type Instant, SECOND, wholeSecond } from "./instant.ts";
import type { LogEvent, Settings } from "./log.ts";
import type { Metric } from "./metrics.ts";
import { closeAfter } from "./opentime.ts";
import { ALWAYS, type Plan, planOf } from "./plan.ts";
import { type Promised, promisePauses, promisesOf } from "./promises.ts";
import { readStory } from "./reading.ts";
import type { Basis } from "./reckoning.ts";
import { replay } from "./replay.ts";
import { type AppliedRule, ruleStep, rulesOf } from "./rulesteps.ts";
import { isSettled, type Moment, type Story } from "./story.ts";

/** How one due time came about, for people who want to check it. Instants are epoch milliseconds. */
export interface Arithmetic extends Counted {
  metric: Metric;
  instance: number;
  settings: Settings;
  startedAt: Instant;
  /** The rules in the order in which they were applied. */
  rules: AppliedRule[];
}

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
