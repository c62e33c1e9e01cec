import { afterReopening, afterRowChange, judged, raiseFloor } from "./changes.ts";
import { directionOf, type Row } from "./grades.ts";
import type { Instant } from "./instant.ts";
import { floorSeconds, type Metric } from "./metrics.ts";
import type { Pause } from "./pauses.ts";
import type { Plan } from "./plan.ts";
import { type Aim, earlier, NEVER, type Reckoned, reckon, type Standing } from "./reckoning.ts";
import { isSettled, type Moment, momentAt, type Story, stretchesWhere } from "./story.ts";

/** One clock of one ticket, with what its arithmetic needs. */
export interface Question {
  metric: Metric;
  story: Story;
  plan: Plan;
  start: Instant;
}

const NO_AIMS: readonly Aim[] = [];

/** What a row asks of the metric; empty where it has no such clock. */
export const aimsOf = ({ plan, metric }: Question, { grade, level }: Row): readonly Aim[] =>
  plan.cell(metric, grade)?.aims[level] ?? NO_AIMS;

/** Stretches that do not count: states the row pauses for at that time, and settled time. */
export function pausesOf({ story, plan, metric }: Omit<Question, "start">): readonly Pause[] {
  if (metric === "silent_close") return [];
  return stretchesWhere(
    story,
    ({ status, grade }) =>
      isSettled(status) || (plan.cell(metric, grade)?.pausedBy.includes(status) ?? false),
  );
}

/** Which of a time's two instants is worked out; a time without a goal uses its limit. */
export type Which = "goal" | "limit";

const targetOf = (aim: Aim, which: Which) => (which === "goal" && aim.goal) || aim.limit;

/** start ⊕ target of a row, with all pauses counted in that row's calendar; of several the earliest. */
export function fromStart(
  question: Question,
  row: Row,
  which: Which,
  pauses: readonly Pause[],
): Reckoned {
  let best = NEVER;
  for (const aim of aimsOf(question, row))
    best = earlier(best, reckon(aim, question.start, targetOf(aim, which), pauses));
  return best;
}

/** What a step of a replay did: the change, and where the clock stood before and after it. */
export interface ReplayStep {
  kind: "start" | "raised" | "lowered" | "reopened";
  at: Instant;
  row: Row;
  before: Standing | null;
  after: Standing;
}

interface Step {
  question: Question;
  which: Which;
  pauses: readonly Pause[];
  before: Moment;
  moment: Moment;
  settledAt: Instant | null;
}

/**
 * Due time and recorded miss after every change of row and reopening between the start and `until`.
 * Pauses are replayed as a whole for each step: those after a missed due time cannot move it.
 * `watch` is told of each step, for people who want to know why.
 */
export function replay(
  question: Question,
  which: Which,
  pauses: readonly Pause[],
  until: Instant,
  watch?: (step: ReplayStep) => void,
): Standing {
  let before = momentAt(question.story, question.start);
  let standing: Standing = { ...fromStart(question, before, which, pauses), breachedAt: null };
  watch?.({ kind: "start", at: question.start, row: before, before: null, after: standing });
  let settledAt: Instant | null = null;
  for (const moment of question.story.moments) {
    if (moment.at >= until) break;
    if (moment.at <= question.start) continue;
    const step: Step = { question, which, pauses, before, moment, settledAt };
    const told = (kind: ReplayStep["kind"], after: Standing) => {
      watch?.({ kind, at: moment.at, row: moment, before: standing, after });
      standing = after;
    };
    if (aimsOf(question, moment) !== aimsOf(question, before))
      told(isRaise(step) ? "raised" : "lowered", regraded(standing, step));
    const settled = isSettled(moment.status);
    if (settledAt !== null && !settled) told("reopened", reopened(standing, step, settledAt));
    settledAt = settled ? (settledAt ?? moment.at) : null;
    before = moment;
  }
  return standing;
}

const isRaise = ({ before, moment }: Step): boolean => directionOf(before, moment) === "up";

function regraded(standing: Standing, step: Step): Standing {
  const { question, which, pauses, moment, settledAt } = step;
  // A settled clock stands still, so it can only have been missed before it was settled.
  const at = settledAt ?? moment.at;
  const aims = aimsOf(question, moment);
  if (!isRaise(step) || aims.length === 0) {
    const due = fromStart(question, moment, which, pauses);
    return afterRowChange(standing, { at, direction: "down", fromStart: due, floor: NEVER });
  }
  // Each time asked for may bring the due time forward; so the earliest wins.
  return aims.reduce((before, aim) => {
    const target = targetOf(aim, which);
    return afterRowChange(before, {
      at,
      direction: "up",
      fromStart: reckon(aim, question.start, target, pauses),
      floor: floorOf(step, aim, raiseFloor(target, floorSeconds(question.metric))),
    });
  }, standing);
}

const floorOf = ({ pauses, moment }: Step, aim: Aim, seconds: number): Reckoned =>
  reckon(aim, moment.at, { seconds }, pauses, true);

function reopened(standing: Standing, step: Step, settledAt: Instant): Standing {
  const [aim] = aimsOf(step.question, step.moment);
  if (!aim) return judged(standing, settledAt);
  const floor = floorOf(step, aim, floorSeconds(step.question.metric));
  return afterReopening(standing, settledAt, floor);
}
