/** What a lead sees at a glance; each block has a table and a file. */
import type { Metric } from "../sla/metrics.ts";

export const blocks = [
  "silence",
  "promises_due",
  "promises_broken",
  "load",
  "escalated",
  "clocks",
] as const;
export type Block = (typeof blocks)[number];

/** A ticket as every block names it; nobody's ticket has no owner. */
export type Named = { number: number; subject: string; priority: string; owner: string | null };

/** An open ticket whose customer has waited too long for a word. */
export type SilentRow = Named & {
  since: Date;
  /** On the wall, without waiting for the customer. */
  seconds: number;
  /** The time of the next update that was promised; null = none stands. */
  nextPromise: Date | null;
};

/** `answered` null: nobody has written since. */
export type PromiseRow = Named & { due: Date; answered: Date | null };

export type EscalatedRow = Named & {
  /** Number of its level on the ladder, from 1. */
  level: number;
  cause: string;
  since: Date;
};

/** A commitment that is late, or may soon be. */
export type ClockRow = Named & {
  metric: Metric;
  /** Null while it is paused. */
  due: Date | null;
  state: "breached" | "at_risk";
};

/** One clock's share of those, and the ticket that comes first. */
export type ClockSum = { metric: Metric; breached: number; atRisk: number; first: number };

/** What one person carries. */
export type LoadRow = {
  name: string;
  role: string;
  presence: string;
  open: number;
  /** Open tickets above which assignment passes the person over. */
  maxLoad: number;
  /** Commitments that count now on the person's tickets. */
  running: number;
  nextDue: Date | null;
  /** Public replies of the last seven days outside the working hours of their tickets. */
  afterHours: number;
};
