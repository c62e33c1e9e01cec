import {
  afterPriorityChange,
  afterReopening,
  floorSeconds,
  NEVER_DUE,
  raiseFloor,
  type Standing,
} from "./changes.ts";
import type { DeskMetric } from "./endings.ts";
import type { Instant } from "./instant.ts";
import type { Pause } from "./pauses.ts";
import { directionOf, type Grade, type ResolvedRule } from "./policy.ts";
import { isSettled, type Moment, type Story, stretchesWhere } from "./story.ts";
import { advance, type Due, dueAt } from "./worktime.ts";

/** One metric of one ticket, with what its arithmetic needs. */
export interface Question {
  metric: DeskMetric;
  story: Story;
  /** The rule of a row of the policy, null where the metric has no target. */
  rule: (grade: Grade) => ResolvedRule | null;
}

/** Stretches that do not count: states the row pauses for at that time, and settled time. */
export function pausesOf({ story, rule }: Question): readonly Pause[] {
  return stretchesWhere(
    story,
    ({ status, grade }) => isSettled(status) || (rule(grade)?.pausedBy.includes(status) ?? false),
  );
}

/** Which of a rule's two instants is worked out; a rule without a goal uses its limit. */
export type Aim = "goal" | "limit";

const targetOf = (rule: ResolvedRule, aim: Aim) =>
  aim === "goal" ? (rule.goal ?? rule.limit) : rule.limit;

/** start ⊕ target of a row, with all pauses counted in that row's calendar. */
export function dueFromStart(
  { rule, story }: Question,
  grade: Grade,
  aim: Aim,
  pauses: readonly Pause[],
): Due {
  const found = rule(grade);
  if (!found) return NEVER_DUE;
  return dueAt(found.calendar, story.createdAt, targetOf(found, aim), pauses);
}

/**
 * Due time and recorded miss after every priority change and reopening before `until`. Pauses are
 * replayed as a whole for each step: those after a missed due time cannot move it.
 */
export function replay(
  question: Question,
  aim: Aim,
  pauses: readonly Pause[],
  until: Instant,
): Standing {
  const { moments } = question.story;
  const start = dueFromStart(question, moments[0]!.grade, aim, pauses);
  let standing: Standing = { due: start, breachedAt: null };
  let settledAt: Instant | null = null;
  for (const [index, moment] of moments.entries()) {
    const before = moments[index - 1];
    if (!before || moment.at >= until) continue;
    const step: Step = { question, aim, pauses, before, moment, settledAt };
    if (moment.grade !== before.grade) standing = regraded(standing, step);
    const settled = isSettled(moment.status);
    if (settledAt !== null && !settled) standing = reopened(standing, step, settledAt);
    settledAt = settled ? (settledAt ?? moment.at) : null;
  }
  return standing;
}

interface Step {
  question: Question;
  aim: Aim;
  pauses: readonly Pause[];
  before: Moment;
  moment: Moment;
  settledAt: Instant | null;
}

function floorAfter({ question, aim, pauses, moment }: Step, raised: boolean): Due {
  const found = question.rule(moment.grade);
  if (!found) return NEVER_DUE;
  const floor = floorSeconds(question.metric !== "resolution");
  const seconds = raised ? raiseFloor(targetOf(found, aim), floor) : floor;
  return advance(found.calendar, moment.at, seconds, pauses);
}

function regraded(standing: Standing, step: Step): Standing {
  const { question, aim, pauses, before, moment, settledAt } = step;
  return afterPriorityChange(standing, {
    // A settled clock stands still, so it can only have been missed before it was settled.
    at: settledAt ?? moment.at,
    direction: directionOf(before.grade, moment.grade),
    fromStart: dueFromStart(question, moment.grade, aim, pauses),
    floor: floorAfter(step, true),
  });
}

function reopened(standing: Standing, step: Step, settledAt: Instant): Standing {
  return afterReopening(standing, settledAt, floorAfter(step, false));
}
