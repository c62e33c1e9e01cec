/** What a ticket promises before anybody has looked at it. */
import { type Facts, policyFor, type SlaBook } from "../sla/book.ts";
import { gradeOf } from "../sla/grades.ts";
import type { Kind, Priority } from "../sla/log.ts";
import { aimsFor, planOf } from "../sla/plan.ts";
import { earlier, NEVER, reckon } from "../sla/reckoning.ts";

/** The time by which the first human reply is promised, for a ticket received at `at`; null without a target. */
export function firstReplyBy(
  book: SlaBook,
  ticket: Facts & { priority: Priority; kind: Kind },
  at: Date,
): Date | null {
  const plan = planOf(book, policyFor(book, ticket).id);
  const aims = aimsFor(plan, gradeOf(ticket.priority, ticket.kind), "first_reply");
  const { due } = aims
    .map((aim) => reckon(aim, at.getTime(), aim.limit, []))
    .reduce(earlier, NEVER);
  return due.at === null ? null : new Date(due.at);
}
