/** Tickets to fill a desk with: those whose clocks run on, and those with one clock that is due. */
import { randomBytes } from "node:crypto";
import { type Reason, reasonsOf } from "../../server/escalation/causes.ts";
import type { SlaBook } from "../../server/sla/book.ts";
import { type Clock, nextDue } from "../../server/sla/clock.ts";
import { clocksOf } from "../../server/sla/clocks.ts";
import { HOUR, type Instant } from "../../server/sla/instant.ts";
import type { LogEvent } from "../../server/sla/log.ts";
import { readStory } from "../../server/sla/reading.ts";
import { eventOf, wakesOf } from "../../server/sla/wakes.ts";
import { handledTicket } from "./handled.ts";

/** A ticket as it is stored: its log and what was derived from it. */
export interface Stored {
  id: string;
  log: LogEvent[];
  clocks: readonly Clock[];
  status: string;
  priority: string;
  next: ReturnType<typeof nextDue>;
  wakeAt: Instant | null;
  /** What it has climbed for already. */
  reasons: Reason[];
}

/** The worker was away for so long: what became due meanwhile is what it finds. */
const AWAY = HOUR;

/** The ticket as a sweep at `at` left it, which may be before the last thing that happened by itself. */
function settledAt(log: readonly LogEvent[], book: SlaBook, at: Instant): Stored {
  const clocks = clocksOf(log, book, at);
  const written = wakesOf(clocks, log).filter((wake) => wake.at <= at);
  const whole = [...log, ...written.map(eventOf)];
  const { status, grade } = readStory(log, at)!.moments.at(-1)!;
  return {
    ...{ id: timeOrderedId(log[0]!.at), log: whole, clocks, status, priority: grade.slice(0, 2) },
    ...{ next: nextDue(clocks), reasons: reasonsOf(whole, clocks) },
    wakeAt: wakesOf(clocks, whole)[0]?.at ?? null,
  };
}

/** Version 7, as tickets have: new ones lie beside each other in the index. */
function timeOrderedId(at: Instant): string {
  const hex = at.toString(16).padStart(12, "0") + randomBytes(10).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const missesIn = (ticket: Stored, now: Instant): number =>
  wakesOf(ticket.clocks, ticket.log).filter(({ at, what }) => at <= now && what === "breached")
    .length;

const runningIn = ({ clocks }: Stored): number =>
  clocks.filter(({ state }) => state === "running").length;

/**
 * Tickets with `open` running clocks in all, of which `due` were missed while the worker was away,
 * one to a ticket; nothing else is to be done at `now`.
 */
export function* ticketsFor(
  { open, due }: { open: number; due: number },
  book: SlaBook,
  now: Instant,
): Generator<Stored & { isDue: boolean }> {
  let running = 0;
  let missed = 0;
  for (let seed = 1; running < open || missed < due; seed++) {
    const log = handledTicket(seed, now - AWAY);
    const before = missed < due ? settledAt(log, book, now - AWAY) : null;
    const isDue = before !== null && missesIn(before, now) === 1;
    if (!isDue && running >= open) continue;
    const ticket = isDue ? before : settledAt(log, book, now);
    running += runningIn(ticket);
    if (isDue) missed++;
    yield { ...ticket, isDue };
  }
}
