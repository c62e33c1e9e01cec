import { z } from "zod";

/** Severity, the only stored grade: P0 (system down, funds, security) to P3 (question, suggestion). */
export const prioritySchema = z.enum(["P0", "P1", "P2", "P3"]);
export type Priority = z.infer<typeof prioritySchema>;

/** What the ticket is about; it splits P3 into questions and suggestions. */
export const kindSchema = z.enum(["question", "suggestion", "fault", "complaint"]);
export type Kind = z.infer<typeof kindSchema>;

/** States of a ticket. `solved` and `closed` stop its clocks; only `waiting_customer` pauses some. */
export const statusSchema = z.enum([
  "new",
  "open",
  "waiting_customer",
  "waiting_third_party",
  "planned",
  "solved",
  "closed",
]);
export type Status = z.infer<typeof statusSchema>;

/** Epoch milliseconds at which it happened (not at which a job wrote it down). */
const at = z.int();
const id = z.string().min(1);

function event<T extends string, S extends z.ZodRawShape>(type: T, shape: S) {
  return z.object({ at, type: z.literal(type), ...shape });
}

/**
 * One entry of a ticket's log: what happened and when, ids and enumerations only, never edited.
 * Clocks, timeline and desk measures are read from it.
 */
export const logEventSchema = z.discriminatedUnion("type", [
  /** The ticket exists; always the first event. Its status is `new`. */
  event("created", { priority: prioritySchema, kind: kindSchema.optional() }),
  /** The customer can see that a person has the case. */
  event("acknowledged", {}),
  /**
   * A message the customer sees. `automatic` ones (receipts) stop no clock. `promiseAt` is the time of
   * the next update; null or absent when none is owed (waiting for the customer, solved).
   */
  event("public_reply", { by: z.enum(["agent", "automatic"]), promiseAt: at.nullish() }),
  /** The customer wrote. Ends waiting_customer by itself; reopening a solved ticket is an event of its own. */
  event("customer_message", {}),
  /** An internal note. */
  event("note", {}),
  /** The ticket changed hands; resets no clock. */
  event("assigned", { agentId: id.nullish(), teamId: id.nullish() }),
  event("priority_changed", { from: prioritySchema, to: prioritySchema }),
  event("kind_changed", { from: kindSchema.nullish(), to: kindSchema }),
  event("status_changed", { from: statusSchema, to: statusSchema }),
  /** A time was promised outside a reply, or moved by a delay notice; not an update by itself. */
  event("promised", { promiseAt: at }),
  /** Solved or closed no longer; the ticket is open. */
  event("reopened", {}),
  /** This ticket went into another one, whose clocks go on; this one's are cancelled. */
  event("merged", { into: id }),
  /** Another ticket was merged into this one; changes no clock here. */
  event("absorbed", { ticketId: id }),
  /** Personal text of this ticket was erased; changes no clock. */
  event("erased", {}),
]);
export type LogEvent = z.infer<typeof logEventSchema>;
