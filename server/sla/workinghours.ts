import type { SlaBook } from "./book.ts";
import type { Calendar } from "./calendar.ts";
import { GRADES, type Grade } from "./grades.ts";

// The row in which a desk says when it works; P0 and P1 are often counted round the clock.
const ORDER: readonly Grade[] = ["P2", ...GRADES.filter((grade) => grade !== "P2")];

/**
 * The hours in which the people of a policy work: the first of its calendars that closes at all.
 * A P0 that is answered at night is answered after hours, although its own clocks never stop.
 * Null when all its calendars are round the clock. Throws when the book has no such policy.
 */
export function workingHoursOf(book: SlaBook, policyId: string): Calendar | null {
  const policy = book.policies.find(({ id }) => id === policyId);
  if (!policy) throw new Error(`The book has no policy called ${policyId}.`);
  const calendars = ORDER.flatMap((grade) =>
    Object.values(policy.grades[grade]).map((rule) => book.calendars[rule.calendar]),
  );
  return calendars.find((calendar) => calendar && !calendar.always) ?? null;
}
