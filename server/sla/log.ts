import { z } from "zod";
import { levelSchema } from "./grades.ts";
import { MILESTONES, metricSchema } from "./metrics.ts";

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

/** Settings by which a ticket's clocks are counted: a version of the book, and a policy in it. */
export const settingsSchema = z.object({ version: z.int().positive(), policy: id });
export type Settings = z.infer<typeof settingsSchema>;

/**
 * What an automatic message told: `receipt` that it arrived, `recorded` that it is recorded and by
 * which time somebody answers, `verify` whether the problem is solved.
 */
const automaticSchema = z.enum(["receipt", "recorded", "verify"]);

/** A clock of this ticket: its metric and which of them, counted from 1. */
const clock = { metric: metricSchema, instance: z.int().positive() };

/**
 * One entry of a ticket's log: what happened and when, ids and enumerations only, never edited.
 * Clocks, timeline and desk measures are read from it.
 */
export const logEventSchema = z.discriminatedUnion("type", [
  /**
   * The ticket exists; always the first event. Its status is `new`. Without `level` the level follows
   * from the grade; without `channel` no channel clock runs; without `sla` the first version counts.
   */
  event("created", {
    priority: prioritySchema,
    kind: kindSchema.optional(),
    level: levelSchema.optional(),
    /** `live` is answered while the customer waits; every other channel is asynchronous. */
    channel: id.optional(),
    /** `vip`, or any other. */
    tier: id.optional(),
    sla: settingsSchema.optional(),
  }),
  /** An administrator had the ticket recomputed: from now on everything is derived by these settings. */
  event("sla_applied", settingsSchema.shape),
  /** The customer can see that a person has the case. */
  event("acknowledged", {}),
  /** The customer can see that a person opened the case; an ack where the policy says so. */
  event("read_receipt", {}),
  /**
   * A message the customer sees. `automatic` ones stop no clock that waits for a person. `promiseAt`
   * is the time of the next update; null or absent when none is owed (waiting for the customer, solved).
   */
  event("public_reply", {
    by: z.enum(["agent", "automatic"]),
    promiseAt: at.nullish(),
    automatic: automaticSchema.optional(),
    /** It names the next step and a time, or brings a solution or an article. */
    substantive: z.boolean().optional(),
    /** The solution, or a complete answer with its article; then it is substantive too. */
    full: z.boolean().optional(),
    /** A delay notice: tells why and until when, moves the promise, and is neither answer nor progress. */
    delay: z.boolean().optional(),
    /** It only says that somebody has the case: an acknowledgement with a time, and no answer. */
    ack: z.boolean().optional(),
    /** How often it says "soon" without a time; changes no clock. */
    vague: z.int().positive().optional(),
    /** What kind of message it was (server/tickets/templates.ts); changes no clock. */
    purpose: id.optional(),
  }),
  /** A result on the way to the solution was told. */
  event("milestone", { name: z.enum(MILESTONES) }),
  /** The customer wrote. Ends waiting_customer by itself; reopening a solved ticket is an event of its own. */
  event("customer_message", {
    /** It has a word that asks for news; not kept is which. */
    nudge: z.boolean().optional(),
  }),
  /** The customer asked how it goes, without words. */
  event("nudged", {}),
  /** An internal note. */
  event("note", {}),
  /** The ticket changed hands; resets no clock. */
  event("assigned", { agentId: id.nullish(), teamId: id.nullish() }),
  event("priority_changed", { from: prioritySchema, to: prioritySchema }),
  event("kind_changed", { from: kindSchema.nullish(), to: kindSchema }),
  event("level_changed", { to: levelSchema }),
  /** Something was asked of a third party; the customer hears of it every few hours until it is closed. */
  event("third_party_opened", { recordId: id }),
  event("third_party_closed", { recordId: id }),
  event("status_changed", { from: statusSchema, to: statusSchema }),
  /** A time was promised outside a reply, or moved by a delay notice; not an update by itself. */
  event("promised", { promiseAt: at }),
  /** The customer was asked whether the solution holds; changes no clock. */
  event("verify_sent", {}),
  /** Solved or closed no longer; the ticket is open. */
  event("reopened", {}),
  /** This ticket went into another one, whose clocks go on; this one's are cancelled. */
  event("merged", { into: id }),
  /** Another ticket was merged into this one; changes no clock here. */
  event("absorbed", { ticketId: id }),
  /** Written by the desk when it saw a miss, at the time of the miss; clocks are derived without it. */
  event("breached", clock),
  event("promise_broken", { instance: z.int().positive() }),
  /** The same for a clock at risk; a promise's owner was reminded. Clocks are derived without it. */
  event("warned", clock),
  /** An administrator struck a miss that a wrong calendar or policy had made. */
  event("breach_corrected", clock),
  /** Personal text of this ticket was erased; changes no clock. */
  event("erased", {}),
]);
export type LogEvent = z.infer<typeof logEventSchema>;
