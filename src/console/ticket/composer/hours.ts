/** The hours of a ticket's own desk: those its first reply is counted in. */
import type { SlaBook } from "../../../../server/sla/book.ts";
import type { Calendar } from "../../../../server/sla/calendar.ts";
import { gradeOf } from "../../../../server/sla/grades.ts";
import { type Instant, SECOND } from "../../../../server/sla/instant.ts";
import type { Kind, Priority } from "../../../../server/sla/log.ts";
import { isOpen, nextOpening } from "../../../../server/sla/opentime.ts";
import { aimsFor, planOf } from "../../../../server/sla/plan.ts";
import { settingsOf } from "../../../../server/sla/reading.ts";
import type { Ticket } from "../../api.ts";
import { logOf } from "../head/forecast.ts";

export function calendarOf(ticket: Ticket, book: SlaBook): Calendar | null {
  const { policy } = settingsOf(logOf(ticket.events), Number.POSITIVE_INFINITY);
  const grade = gradeOf(ticket.priority as Priority, ticket.kind as Kind);
  return aimsFor(planOf(book, policy), grade, "first_reply")[0]?.calendar ?? null;
}

/**
 * When the desk opens again, for a promise at a time when nobody is there; null when somebody is.
 * The very instant of closing still belongs to the day.
 */
export function opensAfter(calendar: Calendar | null, at: Instant): Instant | null {
  if (!calendar || calendar.always) return null;
  return isOpen(calendar, at) || isOpen(calendar, at - SECOND) ? null : nextOpening(calendar, at);
}
