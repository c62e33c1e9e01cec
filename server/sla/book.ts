import { z } from "zod";
import { type Calendar, calendarShape } from "./calendar.ts";
import { type Policy, policySchema } from "./policy.ts";

/**
 * One version of a desk's settings. Never changed in place: an edit is a new object with the next
 * version, and what is worked out for a version is kept with the object.
 */
export const bookSchema = z.object({
  /** In the order in which they are asked; the first that applies counts, the last applies to all. */
  policies: z.array(policySchema).min(1),
  /** Calendars by the id that rules name. `bookProblems` says whether they make sense. */
  calendars: z.record(z.string(), calendarShape),
});
export type SlaBook = z.infer<typeof bookSchema>;

/** Calendars by id, as a book holds them. */
export type Calendars = Readonly<Record<string, Calendar>>;

/** What decides which policy a new ticket gets. Unknown facts match no list. */
export interface Facts {
  locale?: string | undefined;
  region?: string | undefined;
  channel?: string | undefined;
  tier?: string | undefined;
  category?: string | undefined;
}

const FACT_LISTS = [
  ["locale", "locales"],
  ["region", "regions"],
  ["channel", "channels"],
  ["tier", "tiers"],
  ["category", "categories"],
] as const;

function applies({ appliesTo }: Policy, facts: Facts): boolean {
  if (!appliesTo) return true;
  return FACT_LISTS.every(([fact, list]) => appliesTo[list]?.includes(facts[fact] ?? "") ?? true);
}

/** The policy for a ticket: the first that applies. Throws when a book without a last resort has none. */
export function policyFor(book: SlaBook, facts: Facts): Policy {
  const found = book.policies.find((policy) => applies(policy, facts));
  if (!found) throw new Error("No policy of the book applies, and none is for every ticket.");
  return found;
}
