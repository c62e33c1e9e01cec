/**
 * The form in which every report leaves: figures, and tables of the same figures by something. Page,
 * CSV and JSON show the same object, so they can't disagree. Titles and definitions are the messages
 * `insight_<id>_title` and `insight_<id>_definition`.
 */
import { promoterScore, rate, type Share } from "../deflection/interval.ts";
import { meanInterval } from "../deflection/student.ts";
import type { FactId } from "./facts.ts";
import {
  type Direction,
  judge,
  meanChange,
  shareChange,
  type Target,
  type Verdict,
} from "./verdict.ts";

export const views = ["articles", "search", "desk", "customers", "causes"] as const;
export type View = (typeof views)[number];

/** Seconds are told as durations; scores are 1–5; points −100 to 100. */
export type Unit = "count" | "share" | "seconds" | "score" | "points";

/** One number. Shares lie in 0–1. Below 5 only counts may be shown, below 30 it is greyed. */
export type Value = {
  unit: Unit;
  n: number;
  /** Of a share, the part. */
  x: number | null;
  value: number | null;
  lower: number | null;
  upper: number | null;
  show: "value" | "greyed" | "counts";
};

export type Figure = Value & {
  id: FigureId;
  /** The rows of the whole, and of the part. */
  facts: { n: FactId; x?: FactId };
  target: Target | null;
  verdict: Verdict | null;
  /** The same, of as many days before; null where it wasn't asked for. */
  before: Pick<Value, "value" | "n" | "x" | "lower" | "upper"> | null;
  change: Verdict | null;
};

export type Row = {
  /** Of what the table is by: an id. */
  key: string;
  /** A person's or customer's name, an article's title, a question; null where the page knows it. */
  name: string | null;
  cells: Partial<Record<FigureId, Value>>;
  flag?: "leaky" | "vip";
};

/** What a row is of. */
export type By =
  | "article"
  | "question"
  | "priority"
  | "team"
  | "person"
  | "help"
  | "customer"
  | "tier"
  | "cause"
  | "module"
  | "day";
export type Table = { id: string; by: By; columns: readonly FigureId[]; rows: Row[] };
export type Report = {
  /** Which rows the columns of tables count. */
  facts: Partial<Record<FigureId, { n: FactId; x?: FactId }>>;
  view: View;
  from: string;
  to: string;
  asOf: Date;
  figures: Figure[];
  tables: Table[];
};

/** What a view says, before it is told when and of which rows. */
export type Body = Omit<Report, "view" | "asOf" | "facts">;

const few = 5;
const weak = 30;
const shown = (n: number): Value["show"] => (n < few ? "counts" : n < weak ? "greyed" : "value");

export const countValue = (n: number): Value => ({
  ...{ unit: "count", n, x: null, value: n, lower: null, upper: null, show: "value" },
});

export function shareValue({ x, n }: Share): Value {
  const told = rate(x, n);
  return {
    ...{ unit: "share", n, x, value: told?.rate ?? null, show: shown(n) },
    ...{ lower: told?.lower ?? null, upper: told?.upper ?? null },
  };
}

/** `deviation` of the sample; null for fewer than two. */
export type Mean = { n: number; mean: number | null; deviation: number | null };

export function meanValue(unit: "seconds" | "score", { n, mean, deviation }: Mean): Value {
  const interval = mean === null ? null : meanInterval(n, mean, deviation);
  const floor = unit === "seconds" ? 0 : 1;
  return {
    ...{ unit, n, x: null, value: mean, show: shown(n) },
    lower: interval && Math.max(floor, interval.lower),
    upper: interval && (unit === "score" ? Math.min(5, interval.upper) : interval.upper),
  };
}

/** A median or a quantile, told without an interval. */
export const plainValue = (unit: "seconds", n: number, value: number | null): Value => ({
  ...{ unit, n, x: null, value, lower: null, upper: null, show: shown(n) },
});

export function pointsValue(promoters: number, passives: number, detractors: number): Value {
  const told = promoterScore(promoters, passives, detractors);
  const n = promoters + passives + detractors;
  return {
    ...{ unit: "points", n, x: null, value: told?.score ?? null, show: shown(n) },
    ...{ lower: told?.lower ?? null, upper: told?.upper ?? null },
  };
}

/** How a figure is told wherever it stands. */
export type Definition = {
  facts: { n: FactId; x?: FactId };
  target?: Target;
  /** Whether more of it is better. */
  better: Direction;
};

const minute = 60;

export const figureDefinitions = {
  views: { facts: { n: "reads" }, better: null },
  effectiveness_rate: { facts: { n: "reads", x: "reads_alone" }, better: "up" },
  followed_rate: { facts: { n: "reads", x: "reads_last" }, better: "down" },
  helpful_rate: { facts: { n: "reads_voted", x: "reads_yes" }, better: "up" },
  suggested_reads: { facts: { n: "reads_suggested" }, better: null },
  reuse: { facts: { n: "reused" }, better: null },
  searches: { facts: { n: "searches" }, better: null },
  zero_rate: { facts: { n: "searches", x: "searches_zero" }, better: "down" },
  click_rate: { facts: { n: "searches_found", x: "searches_clicked" }, better: "up" },
  search_success_rate: { facts: { n: "searches", x: "searches_success" }, better: "up" },
  refined_rate: { facts: { n: "searches", x: "searches_refined" }, better: "down" },
  intent_rate: { facts: { n: "searches", x: "searches_intent" }, better: "down" },
  received: { facts: { n: "received" }, better: null },
  /** Of as many days before the period: its rows are those of another period. */
  received_before: { facts: { n: "received" }, better: null },
  solved_cases: { facts: { n: "solved_cases" }, better: null },
  first_response: {
    facts: { n: "replied" },
    target: { at: 30 * minute, better: "below" },
    better: "down",
  },
  first_response_median: { facts: { n: "replied" }, better: "down" },
  first_response_p90: { facts: { n: "replied" }, better: "down" },
  first_response_rate: { facts: { n: "replied", x: "replied_soon" }, better: "up" },
  mttr: { facts: { n: "solved_cases" }, better: "down" },
  mttr_median: { facts: { n: "solved_cases" }, better: "down" },
  mttr_p90: { facts: { n: "solved_cases" }, better: "down" },
  fcr_rate: {
    facts: { n: "settled", x: "once" },
    target: { at: 0.75, better: "above" },
    better: "up",
  },
  csat: { facts: { n: "rated" }, target: { at: 4.2, better: "above" }, better: "up" },
  csat_good_rate: { facts: { n: "rated", x: "rated_well" }, better: "up" },
  csat_low_rate: { facts: { n: "rated", x: "rated_low" }, better: "down" },
  survey_rate: { facts: { n: "asked_cases", x: "answered_cases" }, better: null },
  nps: { facts: { n: "scored" }, better: "up" },
  transfer_rate: { facts: { n: "handled", x: "moved" }, better: "down" },
  reopen_rate: { facts: { n: "solved_cases", x: "reopened_cases" }, better: "down" },
  partner_median: { facts: { n: "partner_tasks" }, better: "down" },
  resolution_rate: { facts: { n: "received", x: "solved_month" }, better: "up" },
  coverage_rate: { facts: { n: "solved_cases", x: "with_article" }, better: "up" },
  help_rate: { facts: { n: "solved_cases", x: "with_help" }, better: "up" },
} as const satisfies Record<string, Definition>;
export type FigureId = keyof typeof figureDefinitions;

/** @param before of as many days before, or null. */
export function figure(id: FigureId, now: Value, before: Value | null): Figure {
  const definition: Definition = figureDefinitions[id];
  const { facts, better } = definition;
  const target = definition.target ?? null;
  return {
    ...{ id, ...now, facts, target, verdict: judge(now, target) },
    before: before && {
      ...{
        value: before.value,
        n: before.n,
        x: before.x,
        lower: before.lower,
        upper: before.upper,
      },
    },
    change: before && changed(now, before, better),
  };
}

function changed(now: Value, before: Value, better: Direction): Verdict | null {
  if (now.unit === "count") return null;
  if (now.x !== null && before.x !== null)
    return shareChange({ x: now.x, n: now.n }, { x: before.x, n: before.n }, better);
  return meanChange(now, before, better);
}
