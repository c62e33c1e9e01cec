/** The one sentence at the head of a ticket: who has it, what happens next, and by when. */
import type { Status } from "./ticket.ts";

export type Headline =
  | { state: "unconfirmed" }
  | { state: "received"; by: Date | null }
  | { state: "assigned"; owner: string; by: Date | null }
  | { state: "promised"; owner: string; by: Date }
  | { state: "late"; owner: string; since: Date }
  | { state: "waiting_customer"; owner: string }
  | { state: "solved" }
  | { state: "closed" };

/** How far a request has come, in one word for the customer. */
export type Stage =
  | "unconfirmed"
  | "received"
  | "in_progress"
  | "waiting"
  | "planned"
  | "solved"
  | "closed";

/** In progress from the moment that a person has looked at it, not from the first answer. */
export function stageOf(status: Status, hasBeenSeen: boolean): Stage {
  if (status === "new") return hasBeenSeen ? "in_progress" : "received";
  if (status === "waiting_customer") return "waiting";
  if (status === "open" || status === "waiting_third_party") return "in_progress";
  return status;
}

export type HeadlineClock = {
  metric: string;
  instance: number;
  state: string;
  dueAt: Date | null;
  stoppedAt: Date | null;
};

type Read = { status: Status; owner: string | null; clocks: readonly HeadlineClock[] };

/** The clock whose due time stands at the head; null where none does. */
export function headlineClock({ status, clocks }: Read): HeadlineClock | null {
  if (["unconfirmed", "solved", "closed", "waiting_customer"].includes(status)) return null;
  const promise = pending(clocks, "promise");
  return (promise?.dueAt ? promise : pending(clocks, "first_reply")) ?? null;
}

/** @param now decides whether what was promised is late. */
export function headlineOf(ticket: Read, now: Date): Headline {
  const { status } = ticket;
  if (status === "unconfirmed" || status === "solved" || status === "closed")
    return { state: status };
  const owner = ticket.owner ?? "";
  if (status === "waiting_customer") return { state: "waiting_customer", owner };
  const promise = pending(ticket.clocks, "promise");
  const by = promise?.dueAt ?? pending(ticket.clocks, "first_reply")?.dueAt ?? null;
  if (by && by < now) return { state: "late", owner, since: by };
  if (promise?.dueAt) return { state: "promised", owner, by: promise.dueAt };
  return owner ? { state: "assigned", owner, by } : { state: "received", by };
}

const pending = (clocks: readonly HeadlineClock[], metric: string): HeadlineClock | undefined =>
  clocks
    .filter((clock) => clock.metric === metric && !clock.stoppedAt)
    .sort((a, b) => b.instance - a.instance)[0];
