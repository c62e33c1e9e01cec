/** What a ticket is and what may happen to it. */
import { z } from "zod";
import { Problem } from "../errors.ts";
import { type Kind, statusSchema as logStatusSchema, type Priority } from "../sla/log.ts";

/** `unconfirmed`: sent without script, waits for the click in the confirmation mail; not in the queue. */
export const statusSchema = z.enum(["unconfirmed", ...logStatusSchema.options]);
export type Status = z.infer<typeof statusSchema>;

/** Why a problem existed, chosen when it is solved. */
export const causeTags = [
  "user_error",
  "how_to",
  "product_fault",
  "firmware",
  "network",
  "account",
  "billing",
  "logistics",
  "third_party",
  "unknown",
] as const;
export const causeTagSchema = z.enum(causeTags);
export type CauseTag = z.infer<typeof causeTagSchema>;

/** The states in which we owe the customer something. */
export const isActive = (status: Status): boolean => status !== "solved" && status !== "closed";

const next: Record<Status, readonly Status[]> = {
  unconfirmed: ["new"],
  new: ["open", "waiting_customer", "waiting_third_party", "planned", "solved"],
  open: ["waiting_customer", "waiting_third_party", "planned", "solved"],
  waiting_customer: ["open", "waiting_third_party", "planned", "solved"],
  waiting_third_party: ["open", "waiting_customer", "planned", "solved"],
  planned: ["open", "waiting_customer", "waiting_third_party", "solved"],
  solved: ["open", "closed"],
  closed: ["open"],
};

/** @throws Problem when the step isn't one a ticket can take. */
export function assertStep(from: Status, to: Status): void {
  if (next[from].includes(to)) return;
  if (from === "solved" || from === "closed") {
    throw new Problem(to === "solved" ? "ticket_already_solved" : "ticket_closed");
  }
  throw new Problem("not_allowed");
}

/** A customer's "not solved" reopens for 14 days after closing. */
export const reopenDays = 14;

/**
 * First priority by what the customer said happened and whom it touches (sla.md 2.3); emotion and
 * rules come with triage. The customer's own urgency is shown to the agent and never raises it.
 */
export function firstPriority(kind: Kind, impact: string): Priority {
  if (kind === "suggestion" || kind === "question") return "P3";
  if (kind === "complaint") return "P2";
  return impact === "company" ? "P1" : "P2";
}

/** A device's claim of when something was written counts for at most 7 days and never ahead of us. */
export function claimedTime(claimed: Date, received: Date): Date {
  const oldest = received.getTime() - 7 * 86_400_000;
  return new Date(Math.min(received.getTime(), Math.max(oldest, claimed.getTime())));
}
