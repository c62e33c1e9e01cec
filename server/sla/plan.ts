import type { Calendars, SlaBook } from "./book.ts";
import type { Calendar } from "./calendar.ts";
import { type Grade, type Level, levelOf } from "./grades.ts";
import type { Status } from "./log.ts";
import type { ChannelMetric, Metric, PolicyMetric } from "./metrics.ts";
import type { Policy, Rule, Time } from "./policy.ts";
import type { Aim } from "./reckoning.ts";
import { SILENT_CLOSE_HOURS } from "./rhythm.ts";
import type { Target } from "./worktime.ts";

/** Every instant counts: what times on the wall are counted in. */
export const ALWAYS: Calendar = { tz: "UTC", week: {}, overrides: {}, always: true };

/** What one row of a policy asks of one metric. Levels that ask the same share one array. */
export interface Cell {
  pausedBy: readonly Status[];
  aims: Record<Level, readonly Aim[]>;
}

/** A policy made ready for counting. */
export interface Plan {
  policy: Policy;
  /** Null where a row has no clock of that metric. */
  cell(metric: Metric, grade: Grade): Cell | null;
}

// Kept with the book: a version is never changed in place.
const plans = new WeakMap<SlaBook, Map<string, Plan>>();

/** The plan of a policy of the book. Throws when the book has no such policy, or a rule no calendar. */
export function planOf(book: SlaBook, policyId: string): Plan {
  const known = plans.get(book) ?? new Map<string, Plan>();
  plans.set(book, known);
  let plan = known.get(policyId);
  if (!plan) {
    const policy = book.policies.find(({ id }) => id === policyId);
    if (!policy) throw new Error(`The book has no policy called ${policyId}.`);
    plan = makePlan(policy, book.calendars);
    known.set(policyId, plan);
  }
  return plan;
}

type Cells = Partial<Record<Metric, Cell>>;

function makePlan(policy: Policy, calendars: Calendars): Plan {
  const isWall = policy.quadrantBasis === "wall";
  const read = (row: Partial<Record<PolicyMetric | ChannelMetric, Rule>>): Cells =>
    Object.fromEntries(
      Object.entries(row).map(([metric, rule]) => {
        const counted = isWall && WALL_METRICS.includes(metric as Metric) ? onTheWall(rule) : rule;
        return [metric, cellOf(counted, policy, calendars)];
      }),
    );
  const fixed: Cells = { ...read(policy.channels), silent_close: SILENT_CLOSE };
  const rows = Object.entries(policy.grades).map(([grade, row]) => [
    grade,
    { ...fixed, ...read(row) },
  ]);
  const table = Object.fromEntries(rows) as Record<Grade, Cells>;
  return { policy, cell: (metric, grade) => table[grade][metric] ?? null };
}

function cellOf(rule: Rule, { id }: Policy, calendars: Calendars): Cell {
  const calendar = rule.calendar === WALL ? ALWAYS : calendars[rule.calendar];
  if (!calendar) throw new Error(`Policy ${id} names an unknown calendar: ${rule.calendar}`);
  const aimOf = ({ scheme, limit, goal }: Time): Aim => ({
    scheme,
    calendarId: rule.calendar,
    calendar: rule.roll ? ALWAYS : calendar,
    limit,
    goal: goal ?? null,
    rollTo: rule.roll && !calendar.always ? calendar : null,
  });
  const all = rule.times.map(aimOf);
  const hasLevels = rule.times.some(({ level }) => level);
  const at = (level: Level) =>
    hasLevels ? all.filter((_, i) => [undefined, level].includes(rule.times[i]!.level)) : all;
  return { pausedBy: rule.pausedBy, aims: { L1: at("L1"), L2: at("L2"), L3: at("L3") } };
}

const WALL = "wall";
const WALL_METRICS: readonly Metric[] = [
  "substantive_reply",
  "full_reply",
  "conclusion",
  "direction",
];

/** The literal hours of the sources: round the clock, a working day is 24 hours. */
function onTheWall(rule: Rule): Rule {
  const hours = (target: Target): Target =>
    "seconds" in target ? target : { seconds: target.working_days * 86_400 };
  const times = rule.times.map(({ limit, goal, ...time }) => ({
    ...time,
    limit: hours(limit),
    ...(goal && { goal: hours(goal) }),
  }));
  return { ...rule, times, calendar: WALL, roll: false };
}

const silence: Aim = {
  scheme: "priority",
  calendarId: WALL,
  calendar: ALWAYS,
  limit: { seconds: SILENT_CLOSE_HOURS * 3600 },
  goal: null,
  rollTo: null,
};
const SILENT_CLOSE: Cell = {
  pausedBy: [],
  aims: { L1: [silence], L2: [silence], L3: [silence] },
};

/** The times of a new ticket of this grade for one metric; empty where it has no such clock. */
export const aimsFor = (plan: Plan, grade: Grade, metric: Metric): readonly Aim[] =>
  plan.cell(metric, grade)?.aims[levelOf(grade)] ?? [];
