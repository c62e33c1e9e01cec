import { z } from "zod";
import { gradeSchema, levelSchema } from "./grades.ts";
import { statusSchema } from "./log.ts";
import { channelMetricSchema, policyMetricSchema } from "./metrics.ts";

/** Open seconds, or whole working days. */
const targetSchema = z.union([
  z.strictObject({ seconds: z.int().nonnegative() }),
  z.strictObject({ working_days: z.int().positive() }),
]);

/** Who asks for a time: the priority's own table, the quadrant of impact, or the level of care. */
export const schemeSchema = z.enum(["priority", "quadrant", "level"]);
export type Scheme = z.infer<typeof schemeSchema>;

const timeSchema = z.object({
  scheme: schemeSchema.default("priority"),
  /** Only for tickets of this level; absent = for all. */
  level: levelSchema.optional(),
  /** Past this instant the clock is breached. */
  limit: targetSchema,
  /** The lower end of a range ("15 min to 1 h"): past it the ticket is at risk. */
  goal: targetSchema.optional(),
});
export type Time = z.infer<typeof timeSchema>;

const ruleSchema = z.object({
  /** Id of the calendar in which the times are counted. */
  calendar: z.string(),
  /** States that stop the count; solved time never counts. */
  pausedBy: z.array(statusSchema).default([]),
  /** Hours are counted on the wall; a due time outside the calendar's hours moves to the next opening. */
  roll: z.boolean().default(false),
  /** The times that schemes and levels ask for; of those that apply the earliest due instant wins. */
  times: z.array(timeSchema).min(1),
});
export type Rule = z.infer<typeof ruleSchema>;

/** Which tickets a policy is for: each list that is given has to hold the ticket's own value. */
const appliesToSchema = z.object({
  locales: z.array(z.string()).optional(),
  regions: z.array(z.string()).optional(),
  channels: z.array(z.string()).optional(),
  tiers: z.array(z.string()).optional(),
  categories: z.array(z.string()).optional(),
});

/** Targets of a desk. Versioned data: running clocks keep the version they began with. */
export const policySchema = z.object({
  id: z.string().min(1),
  /** Absent = for every ticket; only the last policy of a book is so. */
  appliesTo: appliesToSchema.optional(),
  /**
   * `working`: all rows count by their calendars. `wall`: substantive_reply, full_reply, conclusion
   * and direction are literal hours round the clock, a working day being 24 of them.
   */
  quadrantBasis: z.enum(["working", "wall"]).default("working"),
  /** Whether a read receipt is an acknowledgement. */
  readReceipts: z.boolean().default(false),
  /** A metric that is missing in a row has no clock there. */
  grades: z.record(gradeSchema, z.partialRecord(policyMetricSchema, ruleSchema)),
  /**
   * Clocks beside those of the row: `live_answer` (live, VIP: a person), `live_receipt` (live, others:
   * an automatic reply), `async_feedback` (all other channels: recorded, and by when).
   */
  channels: z.partialRecord(channelMetricSchema, ruleSchema).default({}),
});
export type Policy = z.infer<typeof policySchema>;
