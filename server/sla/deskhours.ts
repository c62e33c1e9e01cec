import type { SlaBook } from "./book.ts";
import type { Calendar } from "./calendar.ts";
import type { Grade } from "./grades.ts";
import { ALWAYS } from "./plan.ts";

/** The hours in which work on a ticket of this grade is counted: those of its solution, or of its first answer. */
export function hoursOf(book: SlaBook, policyId: string, grade: Grade): Calendar {
  const policy = book.policies.find(({ id }) => id === policyId) ?? book.policies.at(-1);
  const { resolution, first_reply: firstReply } = policy?.grades[grade] ?? {};
  const id = (resolution ?? firstReply)?.calendar;
  return (id && book.calendars[id]) || ALWAYS;
}

/** The desk's own hours: those of tickets that wait for a working day. */
export const deskHours = (book: SlaBook, policyId: string): Calendar =>
  hoursOf(book, policyId, "P2");
