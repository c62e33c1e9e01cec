import type { Grade } from "./grades.ts";
import type { PolicyMetric } from "./metrics.ts";
import { policySchema, type Rule, type Time } from "./policy.ts";
import type { Target } from "./worktime.ts";

const seconds = (n: number): Target => ({ seconds: n });
const minutes = (n: number): Target => seconds(n * 60);
const hours = (n: number): Target => seconds(n * 3600);
const days = (n: number): Target => ({ working_days: n });

const priority = (limit: Target, goal?: Target): Time => ({
  scheme: "priority",
  limit,
  ...(goal && { goal }),
});
const quadrant = (limit: Target): Time => ({ scheme: "quadrant", limit });
const level = (limit: Target, goal?: Target): Time => ({
  ...priority(limit, goal),
  scheme: "level",
});

const rule = (calendar: string, ...times: Time[]): Rule => ({
  calendar,
  pausedBy: [],
  roll: false,
  times,
});
const roundTheClock = (...times: Time[]): Rule => rule("c247", ...times);
const working = (...times: Time[]): Rule => rule("working", ...times);
/** What waits for the customer's answer stands still. */
const patient = (asked: Rule): Rule => ({ ...asked, pausedBy: ["waiting_customer"] });

type Targets = Partial<Record<PolicyMetric, Rule>>;

/** What every row asks: a receipt within the minute, progress once in 24 hours. */
const always: Targets = {
  auto_reply: roundTheClock(priority(minutes(1))),
  no_progress: patient(roundTheClock(priority(hours(24)))),
};

const replies = (asked: Rule): Targets => ({ first_reply: asked, next_reply: asked });
const urgentThirdParty: Targets = { third_party_update: roundTheClock(quadrant(hours(6))) };
const rolledThirdParty: Targets = {
  third_party_update: { ...working(quadrant(hours(6))), roll: true },
};
// The rows stand as in the table of the specification; P3 is the row of questions and of suggestions.
const grades: Record<Grade, Targets> = {
  P0: {
    ...always,
    ...replies(roundTheClock(priority(minutes(15)))),
    ...urgentThirdParty,
    ack: roundTheClock(level(minutes(15))),
    substantive_reply: roundTheClock(level(minutes(30))),
    workaround: roundTheClock(quadrant(minutes(30))),
    resolution: roundTheClock(priority(hours(4))),
    cadence: patient(roundTheClock(priority(hours(1)))),
  },
  P1: {
    ...always,
    ...replies(roundTheClock(priority(hours(1), minutes(15)))),
    ...urgentThirdParty,
    ack: roundTheClock(level(minutes(15))),
    substantive_reply: roundTheClock(
      { ...level(hours(1)), level: "L1" },
      { ...level(hours(4), hours(2)), level: "L2" },
      { ...level(hours(4), hours(2)), level: "L3" },
    ),
    cause: roundTheClock(quadrant(hours(4))),
    resolution: patient(roundTheClock(priority(hours(24)))),
    cadence: patient(roundTheClock(priority(hours(4)))),
  },
  P2: {
    ...always,
    ...replies(working(priority(hours(4)))),
    ...rolledThirdParty,
    ack: working(level(minutes(15))),
    substantive_reply: working(level(hours(4), hours(2))),
    conclusion: patient(working(quadrant(days(1)))),
    resolution: patient(working(priority(days(3)))),
    cadence: patient(working(priority(days(1)))),
  },
  "P3-Q": {
    ...always,
    ...replies(working(priority(hours(8)))),
    ...rolledThirdParty,
    ack: working(level(minutes(15))),
    full_reply: patient(working(level(days(1), hours(12)))),
    conclusion: patient(working(quadrant(days(1)))),
    resolution: patient(working(priority(days(1)))),
    cadence: patient(working(priority(days(1)))),
  },
  "P3-S": {
    ...always,
    ...replies(working(priority(hours(8)))),
    ...rolledThirdParty,
    ack: working(level(minutes(15))),
    full_reply: patient(working(level(days(1)))),
    direction: patient(working(quadrant(days(3)))),
    cadence: patient(working(priority(days(3)))),
  },
};

/**
 * Targets a new desk begins with. P3-S has no resolution clock: it goes by plan. Handling is counted
 * only where a desk sets a time for it.
 */
export const defaultPolicy = policySchema.parse({
  id: "default",
  grades,
  channels: {
    live_answer: working(priority(seconds(30))),
    live_receipt: roundTheClock(priority(seconds(60))),
    async_feedback: roundTheClock(priority(hours(24))),
  },
});
