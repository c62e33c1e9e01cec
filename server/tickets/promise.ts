/** What a ticket promises before anybody has looked at it. */
import { defaultBook } from "../sla/defaults.ts";
import { gradeOf } from "../sla/grades.ts";
import type { Kind, Priority } from "../sla/log.ts";
import { aimsFor, planOf } from "../sla/plan.ts";
import { earlier, NEVER, reckon } from "../sla/reckoning.ts";

/** The time by which the first human reply is promised, for a ticket received at `at`. */
export function firstReplyBy(priority: Priority, kind: Kind, at: Date): Date {
  const aims = aimsFor(planOf(defaultBook, "default"), gradeOf(priority, kind), "first_reply");
  const dues = aims.map((aim) => reckon(aim, at.getTime(), aim.limit, []));
  return new Date(dues.reduce(earlier, NEVER).due.at!);
}
