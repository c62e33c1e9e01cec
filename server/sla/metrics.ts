import { z } from "zod";

/** What a policy may set a time for, row by row of its table. */
export const policyMetricSchema = z.enum([
  "auto_reply",
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
  "handling",
  "cadence",
  "no_progress",
  "third_party_update",
]);
export type PolicyMetric = z.infer<typeof policyMetricSchema>;

/** What a policy may set a time for by the way a ticket came in, whatever its row. */
export const channelMetricSchema = z.enum(["live_answer", "live_receipt", "async_feedback"]);
export type ChannelMetric = z.infer<typeof channelMetricSchema>;

/** Everything a clock of a ticket may measure, in the order in which clocks are told. */
export const metricSchema = z.enum([
  ...channelMetricSchema.options,
  ...policyMetricSchema.options,
  "promise",
  "silent_close",
]);
export type Metric = z.infer<typeof metricSchema>;

/**
 * `commitment`: what the customer was told or may expect; it alone makes a ticket late.
 * `rhythm`: how often the customer should hear from us. `watch`: a time after which the desk acts;
 * there, breached means that the time has come.
 */
export type Role = "commitment" | "rhythm" | "watch";

const OTHER_ROLES: Partial<Record<Metric, Role>> = {
  auto_reply: "rhythm",
  cadence: "rhythm",
  third_party_update: "rhythm",
  handling: "watch",
  no_progress: "watch",
  silent_close: "watch",
};

/** What passing the due time of a clock means. */
export const roleOf = (metric: Metric): Role => OTHER_ROLES[metric] ?? "commitment";

/** Results that a grade owes on the way to the solution, each told once. */
export const MILESTONES = ["workaround", "cause", "conclusion", "direction"] as const;
export type Milestone = (typeof MILESTONES)[number];
export const isMilestone = (metric: Metric): metric is Milestone =>
  (MILESTONES as readonly Metric[]).includes(metric);

/** Clocks that begin again: each beginning is an instance of its own, counted from 1. */
export const ROUND_METRICS = [
  "next_reply",
  "cadence",
  "no_progress",
  "third_party_update",
  "silent_close",
] as const satisfies Metric[];
export type RoundMetric = (typeof ROUND_METRICS)[number];

const SLOW_METRICS: readonly Metric[] = [
  ...MILESTONES,
  ...["resolution", "handling", "cadence", "no_progress", "third_party_update"],
] as Metric[];

/** The least time in seconds a clock leaves after a change: 15 min for reply clocks, 1 h for others. */
export const floorSeconds = (metric: Metric): number =>
  SLOW_METRICS.includes(metric) ? 3600 : 900;
