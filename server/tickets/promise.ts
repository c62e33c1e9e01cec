/** What a ticket promises before anybody has looked at it. */
import { defaultCalendars, defaultPolicy } from "../sla/defaults.ts";
import type { Kind, Priority } from "../sla/log.ts";
import { gradeOf, ruleFor } from "../sla/policy.ts";
import { dueAt } from "../sla/worktime.ts";

/** The time by which the first human reply is promised, for a ticket received at `at`. */
export function firstReplyBy(priority: Priority, kind: Kind, at: Date): Date {
  const rule = ruleFor(defaultPolicy, defaultCalendars, gradeOf(priority, kind), "first_reply")!;
  return new Date(dueAt(rule.calendar, at.getTime(), rule.limit).at!);
}
