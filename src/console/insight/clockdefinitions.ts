/** What the numbers of one clock are called and how they are counted: the clock's name in one sentence. */
import { m } from "#messages";
import type { Timed, Told } from "../../../server/insight/measures.ts";

export type Words = { title: () => string; text: () => string };
type Name = { many: () => string; what: () => string };

const names: Record<Told | Timed, Name> = {
  live_answer: { many: m.insight_many_live_answer, what: m.insight_what_live_answer },
  live_receipt: { many: m.insight_many_live_receipt, what: m.insight_what_live_receipt },
  async_feedback: { many: m.insight_many_async_feedback, what: m.insight_what_async_feedback },
  ack: { many: m.insight_many_ack, what: m.insight_what_ack },
  literal_ack: { many: m.insight_many_literal_ack, what: m.insight_what_literal_ack },
  first_reply: { many: m.insight_many_first_reply, what: m.insight_what_first_reply },
  substantive_reply: {
    many: m.insight_many_substantive_reply,
    what: m.insight_what_substantive_reply,
  },
  full_reply: { many: m.insight_many_full_reply, what: m.insight_what_full_reply },
  next_reply: { many: m.insight_many_next_reply, what: m.insight_what_next_reply },
  workaround: { many: m.insight_many_workaround, what: m.insight_what_workaround },
  cause: { many: m.insight_many_cause, what: m.insight_what_cause },
  conclusion: { many: m.insight_many_conclusion, what: m.insight_what_conclusion },
  direction: { many: m.insight_many_direction, what: m.insight_what_direction },
  first_resolution: {
    many: m.insight_many_first_resolution,
    what: m.insight_what_first_resolution,
  },
  resolution: { many: m.insight_many_resolution, what: m.insight_what_resolution },
  promise: { many: m.insight_many_promise, what: m.insight_what_promise },
  handling: { many: m.insight_many_handling, what: m.insight_what_handling },
};

const attainmentTitles: Record<Told, () => string> = {
  live_answer: m.insight_attainment_live_answer,
  live_receipt: m.insight_attainment_live_receipt,
  async_feedback: m.insight_attainment_async_feedback,
  ack: m.insight_attainment_ack,
  literal_ack: m.insight_attainment_literal_ack,
  first_reply: m.insight_attainment_first_reply,
  substantive_reply: m.insight_attainment_substantive_reply,
  full_reply: m.insight_attainment_full_reply,
  next_reply: m.insight_attainment_next_reply,
  workaround: m.insight_attainment_workaround,
  cause: m.insight_attainment_cause,
  conclusion: m.insight_attainment_conclusion,
  direction: m.insight_attainment_direction,
  first_resolution: m.insight_attainment_first_resolution,
  resolution: m.insight_attainment_resolution,
  promise: m.insight_attainment_promise,
};

type Message = (inputs: { many: string; what: string }) => string;

const worded = (of: Told | Timed, title: Message, text: Message): Words => {
  const named = () => ({ many: names[of].many(), what: names[of].what() });
  return { title: () => title(named()), text: () => text(named()) };
};

/** How many of a clock's things, in a row of a table: `First replies`. */
export const manyOf = (metric: Told | Timed): string => names[metric].many();

// What runs to a promised instant, and not from a beginning of its own.
const untimed: readonly string[] = [
  "live_answer",
  "live_receipt",
  "async_feedback",
  "literal_ack",
  "promise",
];
export const isTold = (metric: string): metric is Told | Timed => Object.hasOwn(names, metric);

const told = Object.keys(attainmentTitles) as Told[];
const timed = (Object.keys(names) as (Told | Timed)[]).filter(
  (metric): metric is Timed => !untimed.includes(metric),
);

export const clockWords = Object.fromEntries(
  told.flatMap((metric): [string, Words][] => [
    [
      `attainment_${metric}`,
      {
        ...worded(metric, m.insight_clock_due_title, m.insight_attainment_definition),
        title: attainmentTitles[metric],
      },
    ],
    [`due_${metric}`, worded(metric, m.insight_clock_due_title, m.insight_clock_due_definition)],
    [`met_${metric}`, worded(metric, m.insight_clock_met_title, m.insight_clock_met_definition)],
    [
      `missed_${metric}`,
      worded(metric, m.insight_clock_missed_title, m.insight_clock_missed_definition),
    ],
  ]),
);

export const timeWords = Object.fromEntries(
  timed.flatMap((metric): [string, Words][] => [
    [`time_${metric}`, worded(metric, m.insight_time_title, m.insight_time_definition)],
    [
      `within_target_${metric}`,
      worded(metric, m.insight_within_target_title, m.insight_within_target_definition),
    ],
    [
      `in_target_${metric}`,
      worded(metric, m.insight_in_target_title, m.insight_in_target_definition),
    ],
    [`judged_${metric}`, worded(metric, m.insight_judged_title, m.insight_judged_definition)],
  ]),
);
