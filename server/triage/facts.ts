import { z } from "zod";
import type { Instant } from "../sla/instant.ts";
import type { Kind } from "../sla/log.ts";

/** What a ticket is about, as triage tells it apart; finer than a ticket's kind. */
export const categorySchema = z.enum([
  "fault",
  "security",
  "question",
  "billing",
  "complaint",
  "suggestion",
]);
export type Category = z.infer<typeof categorySchema>;

/** The four types people count by: fault, account security, consultation, complaint or suggestion. */
export type FourType = "fault" | "security" | "consult" | "feedback";

const types: Record<Category, FourType> = {
  fault: "fault",
  security: "security",
  question: "consult",
  billing: "consult",
  complaint: "feedback",
  suggestion: "feedback",
};
const kinds: Record<Category, Kind> = {
  fault: "fault",
  security: "fault",
  question: "question",
  billing: "question",
  complaint: "complaint",
  suggestion: "suggestion",
};

export const typeOf = (category: Category): FourType => types[category];
/** The kind that a ticket of this category has; clocks know no other. */
export const kindOf = (category: Category): Kind => kinds[category];

/**
 * What rules may look at. Everything but the text may be missing; a condition on something that is
 * missing or empty doesn't hold.
 */
export type Facts = {
  /** Subject and description, with a line break between them. */
  text: string;
  /** What the sender said it is about: the form's kind, or a category from an integration. */
  kind?: Category;
  /** Help-center category. */
  topic?: string;
  /** Product module chosen in the form. */
  module?: string;
  /** person | department | company from the form; all | system | funds from staff and integrations. */
  impact?: string;
  /** As the customer said it: shown to the agent, never a reason for P0. */
  urgency?: string;
  /** normal | vip. */
  tier?: string;
  /** web | email | api | phone | social. */
  channel?: string;
  locale?: string;
  region?: string;
  /** Tags the ticket has already. */
  tags?: readonly string[];
  /** Earlier contacts of this customer on the same problem. */
  prior_contacts?: number;
  /** When it was received. */
  at?: Instant;
};
