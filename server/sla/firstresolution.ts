import type { SlaBook } from "./book.ts";
import type { Clock } from "./clock.ts";
import { clocksOf } from "./clocks.ts";
import { type Instant, SECOND } from "./instant.ts";
import type { LogEvent } from "./log.ts";
import { readStory } from "./reading.ts";
import { isSettled } from "./story.ts";

/** When a ticket was solved for the first time, whatever came after; null while it never was. */
export const firstSolvedAt = (log: readonly LogEvent[], now: Instant): Instant | null =>
  readStory(log, now)?.moments.find(({ status }) => isSettled(status))?.at ?? null;

/**
 * The resolution clock as it stood when the ticket was first solved: a reopening goes on with the
 * total one and leaves this as it is. Null when the row asked for no resolution.
 * @param solvedAt as `firstSolvedAt` gives it; the book is the one the log named then.
 */
export const firstResolutionOf = (
  log: readonly LogEvent[],
  book: SlaBook,
  solvedAt: Instant,
): Clock | null =>
  // Events are dated by the millisecond, clocks by the second in which they lie.
  clocksOf(log, book, solvedAt + SECOND - 1).find(({ metric }) => metric === "resolution") ?? null;
