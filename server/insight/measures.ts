/**
 * Every number of the insight page and the rows it counts. A number and its rows come from the same
 * entry here, so that they can't disagree. Titles and definitions are the messages
 * `insight_<id>_title` and `insight_<id>_definition`.
 */
import type { EpisodeStatus } from "../deflection/episodes.ts";
import { rate } from "../deflection/interval.ts";
import type { Metric } from "../sla/metrics.ts";
import { shareChange, type Verdict } from "./verdict.ts";

/** Episodes by outcome; `mature` ones are older than the contact window. */
export type EpisodeChoice = { mature: boolean; statuses: readonly EpisodeStatus[] };

const all = ["submitted", "late_contact", "confirmed", "assumed", "abandoned"] as const;
const mature = (...statuses: EpisodeStatus[]): EpisodeChoice => ({ mature: true, statuses });

/** People who opened the form or clicked a contact link, machines and staff left out. */
export const episodeMeasures = {
  episodes: mature(...all),
  deflected: mature("confirmed", "assumed"),
  confirmed: mature("confirmed"),
  assumed: mature("assumed"),
  not_submitted: mature("late_contact", "confirmed", "assumed", "abandoned"),
  contacted: mature("submitted", "late_contact"),
  submitted: mature("submitted"),
  late_contact: mature("late_contact"),
  abandoned: mature("abandoned"),
  pending: { mature: false, statuses: all },
} as const satisfies Record<string, EpisodeChoice>;
export type EpisodeMeasure = keyof typeof episodeMeasures;

/** Tickets of the period. */
export const flowMeasures = ["opened", "solved"] as const;
export type FlowMeasure = (typeof flowMeasures)[number];

/** Tickets that are open now, by how their clocks stand. Each is in exactly one. */
export const standings = ["running", "at_risk", "breached", "paused", "idle"] as const;
export type StandingMeasure = (typeof standings)[number];

/** Tickets that are open now, by when something is due. Each is in exactly one. */
export const dueTimes = ["overdue", "next_hour", "today", "later", "no_due"] as const;
export type DueMeasure = (typeof dueTimes)[number];

export type OpenMeasure = "open" | StandingMeasure | DueMeasure;
export const openMeasures: readonly OpenMeasure[] = ["open", ...standings, ...dueTimes];

/** Commitments whose clocks may come due: each has three measures, all due, those met, those missed. */
export const metrics = [
  "live_answer",
  "live_receipt",
  "async_feedback",
  "ack",
  "first_reply",
  "substantive_reply",
  "full_reply",
  "next_reply",
  "workaround",
  "cause",
  "conclusion",
  "direction",
  "resolution",
  "promise",
] as const satisfies Metric[];

/** Those the overview begins with. */
export const headlines = ["ack", "first_reply", "resolution", "promise"] as const;

/**
 * Told beside them, worked out of the log: the resolution as it stood when the ticket was first
 * solved, and the acknowledgement counted from when somebody opened the ticket.
 */
export const derivedMetrics = ["first_resolution", "literal_ack"] as const;
export type DerivedMetric = (typeof derivedMetrics)[number];
export const toldMetrics = [...metrics, ...derivedMetrics] as const;
export type Told = (typeof toldMetrics)[number];

const outcomes = ["due", "met", "missed"] as const;
export type ClockOutcome = (typeof outcomes)[number];
export type ClockMeasure = `${ClockOutcome}_${Told}`;
export type ClockChoice = { metric: Told; outcome: ClockOutcome };

export const clockMeasures = Object.fromEntries(
  toldMetrics.flatMap((metric) =>
    outcomes.map((outcome) => [`${outcome}_${metric}`, { metric, outcome }]),
  ),
) as Record<ClockMeasure, ClockChoice>;

/** What takes time from the start of its clock: told as mean, median, P90 and share within target. */
export const timedMetrics = [
  "ack",
  "first_reply",
  "substantive_reply",
  "full_reply",
  "next_reply",
  "workaround",
  "cause",
  "conclusion",
  "direction",
  "first_resolution",
  "resolution",
  "handling",
] as const satisfies (Metric | DerivedMetric)[];
export type Timed = (typeof timedMetrics)[number];

/** Of tickets of the period: those done, those done in time, those of which that is known. */
const timings = ["time", "in_target", "judged"] as const;
export type Timing = (typeof timings)[number];
export type TimeMeasure = `${Timing}_${Timed}`;
export type TimeChoice = { metric: Timed; timing: Timing };

export const timeMeasures = Object.fromEntries(
  timedMetrics.flatMap((metric) =>
    timings.map((timing) => [`${timing}_${metric}`, { metric, timing }]),
  ),
) as Record<TimeMeasure, TimeChoice>;

/** Tickets of the period that had to hear of us regularly, and those that once did not. */
export const silenceMeasures = ["rhythm_tickets", "silent_tickets"] as const;
export type SilenceMeasure = (typeof silenceMeasures)[number];

export type MeasureId =
  | EpisodeMeasure
  | FlowMeasure
  | OpenMeasure
  | ClockMeasure
  | TimeMeasure
  | SilenceMeasure;
export const measureIds: readonly MeasureId[] = [
  ...(Object.keys(episodeMeasures) as EpisodeMeasure[]),
  ...flowMeasures,
  ...openMeasures,
  ...(Object.keys(clockMeasures) as ClockMeasure[]),
  ...(Object.keys(timeMeasures) as TimeMeasure[]),
  ...silenceMeasures,
];

type Attainments = { [M in Told as `attainment_${M}`]: { x: `met_${M}`; n: `due_${M}` } };
const attainments = Object.fromEntries(
  toldMetrics.map((metric) => [`attainment_${metric}`, { x: `met_${metric}`, n: `due_${metric}` }]),
) as Attainments;

type WithinTargets = {
  [M in Timed as `within_target_${M}`]: { x: `in_target_${M}`; n: `judged_${M}` };
};
const withinTargets = Object.fromEntries(
  timedMetrics.map((metric) => [
    `within_target_${metric}`,
    { x: `in_target_${metric}`, n: `judged_${metric}` },
  ]),
) as WithinTargets;

/** Shares, by the measures they are made of. */
export const rates = {
  explicit_rate: { x: "deflected", n: "episodes" },
  confirmed_rate: { x: "confirmed", n: "episodes" },
  assumed_rate: { x: "assumed", n: "episodes" },
  naive_rate: { x: "not_submitted", n: "episodes" },
  submission_rate: { x: "contacted", n: "episodes" },
  ...attainments,
  ...withinTargets,
  silence_rate: { x: "silent_tickets", n: "rhythm_tickets" },
} as const satisfies Record<string, { x: MeasureId; n: MeasureId }>;
export type RateId = keyof typeof rates;

/** A number of the page. `definition` names the message that explains it. */
export type Count = { definition: MeasureId; count: number };

/** A share of the page with its 95 % interval; bounds and rate lie in 0–1, null for n = 0. */
export type Share = {
  definition: RateId;
  /** The measures whose rows are counted. */
  of: { x: MeasureId; n: MeasureId };
  x: number;
  n: number;
  rate: number | null;
  lower: number | null;
  upper: number | null;
  /** How it may be shown: below 5 only the counts, below 30 greyed. */
  show: "value" | "greyed" | "counts";
  /** The same of as many days before, and whether the change is more than chance; where asked for. */
  before?: { x: number; n: number; rate: number | null; change: Verdict };
};

/** More of these is better news; of the others it is worse, or none. */
const betterUp = /^(explicit|confirmed|attainment|within_target)/;

/** The share beside that of the period before. */
export const besideBefore = (share: Share, { x, n, rate }: Share): Share => {
  const better = betterUp.test(share.definition)
    ? "up"
    : share.definition === "submission_rate"
      ? "down"
      : null;
  return { ...share, before: { x, n, rate, change: shareChange(share, { x, n }, better) } };
};

/** The naive rate only explains what is wrong with it. */
const neverPlain: readonly RateId[] = ["naive_rate"];

export function shareOf(id: RateId, x: number, n: number): Share {
  const interval = rate(x, n);
  const weak = n < 30 || neverPlain.includes(id);
  return {
    definition: id,
    of: rates[id],
    x,
    n,
    rate: interval?.rate ?? null,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
    show: n < 5 ? "counts" : weak ? "greyed" : "value",
  };
}
