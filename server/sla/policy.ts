import { z } from "zod";
import type { Calendar } from "./calendar.ts";
import { type Kind, type Priority, statusSchema } from "./log.ts";

/** The rows of the target table, most severe first. P3 is split by what the ticket is about. */
export const GRADES = ["P0", "P1", "P2", "P3-Q", "P3-S"] as const;
const gradeSchema = z.enum(GRADES);
export type Grade = z.infer<typeof gradeSchema>;

/** The row of a ticket: P3 suggestions have their own, every other P3 counts as a question. */
export function gradeOf(priority: Priority, kind: Kind | undefined): Grade {
  if (priority !== "P3") return priority;
  return kind === "suggestion" ? "P3-S" : "P3-Q";
}

/** Whether a change of row makes the ticket more or less urgent. */
export const directionOf = (from: Grade, to: Grade): "up" | "down" =>
  GRADES.indexOf(to) < GRADES.indexOf(from) ? "up" : "down";

/** Open seconds, or whole working days. */
const targetSchema = z.union([
  z.strictObject({ seconds: z.int().nonnegative() }),
  z.strictObject({ working_days: z.int().positive() }),
]);

/** What a policy may set a time for. `cadence` proposes the next promise, the others are clocks. */
const metricSchema = z.enum(["ack", "first_reply", "resolution", "cadence"]);
export type PolicyMetric = z.infer<typeof metricSchema>;

const ruleSchema = z.object({
  /** Past this instant the clock is breached. */
  limit: targetSchema,
  /** The lower end of a range ("15 min to 1 h"): past it the ticket is at risk. */
  goal: targetSchema.optional(),
  /** Id of the calendar in which both are counted. */
  calendar: z.string(),
  /** States that stop the count; solved time never counts. */
  pausedBy: z.array(statusSchema).default([]),
});
export type Rule = z.infer<typeof ruleSchema>;

/** Targets of a desk. Versioned data: running clocks keep the version they began with. */
export const policySchema = z.object({
  id: z.string(),
  version: z.int().positive(),
  /** A metric that is missing in a row has no clock there. */
  grades: z.record(gradeSchema, z.partialRecord(metricSchema, ruleSchema)),
});
export type Policy = z.infer<typeof policySchema>;

/** Calendars by id. Keep one object per calendar version: what is worked out is kept with the object. */
export type Calendars = Readonly<Record<string, Calendar>>;

/** A rule with its calendar at hand. */
export type ResolvedRule = Omit<Rule, "calendar"> & { calendar: Calendar };

/** The rule for a metric of a row, or null when it has no clock there. Throws if its calendar is missing. */
export function ruleFor(
  policy: Policy,
  calendars: Calendars,
  grade: Grade,
  metric: PolicyMetric,
): ResolvedRule | null {
  const rule = policy.grades[grade][metric];
  if (!rule) return null;
  const calendar = calendars[rule.calendar];
  if (!calendar) throw new Error(`Policy ${policy.id} names an unknown calendar: ${rule.calendar}`);
  return { ...rule, calendar };
}

/** Calendar ids a policy names that do not exist; a policy is refused while there are any. */
export function missingCalendars(policy: Policy, calendars: Calendars): string[] {
  const rules = GRADES.flatMap((grade) => Object.values(policy.grades[grade]));
  return [...new Set(rules.map((rule) => rule.calendar))].filter((id) => !calendars[id]);
}
