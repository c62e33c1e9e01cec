import { m } from "#messages";
import type { SlaBook } from "../../../../server/sla/book.ts";
import type { Grade } from "../../../../server/sla/grades.ts";
import { priorityName } from "../../words/grades.ts";

/** The rows of the target table as people call them. */
export function gradeName(grade: Grade): string {
  if (grade === "P3-Q") return m.times_grade_question();
  if (grade === "P3-S") return m.times_grade_suggestion();
  return priorityName(grade);
}

/** `P0`, `P3 question`: short enough for the head of a column. */
export function gradeShort(grade: Grade): string {
  if (grade === "P3-Q") return m.times_short_question();
  return grade === "P3-S" ? m.times_short_suggestion() : grade;
}

const known: Record<string, () => string> = {
  c247: m.times_calendar_always,
  working: m.times_calendar_working,
  default: m.times_policy_default,
};

/** Calendars and policies that came with the product have a name in both languages; others are named by their id. */
export const givenName = (id: string): string => known[id]?.() ?? id;

export const calendarChoices = ({ calendars }: SlaBook) =>
  Object.keys(calendars).map((id) => ({ value: id, label: givenName(id) }));
