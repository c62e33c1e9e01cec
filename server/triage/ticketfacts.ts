/** From a stored ticket to what rules may look at. */
import { categorySchema, type Facts } from "./facts.ts";
import { ownWords } from "./quoted.ts";

/** What is read of a ticket to judge it. The text goes into the rules and into nothing that is stored. */
export type StoredTicket = {
  id: string;
  subject: string;
  /** First message, as the customer wrote it; empty after erasure. */
  description: string;
  /** Kind chosen in the form; null where the form is gone or none was used. */
  chosenKind: string | null;
  /** Help-center category; empty = none. */
  category: string;
  module: string;
  impact: string;
  urgency: string;
  channel: string;
  locale: string;
  region: string;
  tier: string;
  /** Marks that people set. */
  marks: readonly string[];
  /** Tickets of this customer on the same problem in the 30 days before. */
  earlier: number;
  receivedAt: Date;
};

export function factsOf(ticket: StoredTicket): Facts {
  const { category, module, impact, urgency, channel, locale, region, tier } = ticket;
  const kind = categorySchema.safeParse(ticket.chosenKind);
  return {
    ...{ module, impact, urgency, channel, locale, region, tier },
    text: `${ticket.subject}\n${ownWords(ticket.description)}`,
    ...(kind.success && { kind: kind.data }),
    topic: category,
    tags: ticket.marks,
    prior_contacts: ticket.earlier,
    at: ticket.receivedAt.getTime(),
  };
}
