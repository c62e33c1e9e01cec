import { isMissed } from "./changes.ts";
import { type Instant, MINUTE } from "./instant.ts";
import type { LogEvent } from "./log.ts";
import { readStory } from "./reading.ts";

/** The ack counted from when somebody opened the ticket, as the source has it word for word. */
export interface LiteralAck {
  openedAt: Instant;
  /** 15 minutes on the wall after it was opened. */
  dueAt: Instant;
  /** The mark, or a human reply; null while there is none. */
  ackedAt: Instant | null;
  /** Null while it can still be met. */
  met: boolean | null;
}

/** A figure for reports, not a clock: nobody is warned by it. Null until a read receipt is logged. */
export function literalAckOf(log: readonly LogEvent[], now: Instant): LiteralAck | null {
  const marks = readStory(log, now)?.marks;
  if (marks?.read === undefined) return null;
  const dueAt = marks.read + 15 * MINUTE;
  const told = [marks.acknowledged, marks.replied].filter((at) => at !== undefined);
  const ackedAt = told.length > 0 ? Math.min(...told) : null;
  const isLate = isMissed({ at: dueAt, remainingSeconds: null }, ackedAt ?? now);
  return {
    openedAt: marks.read,
    dueAt,
    ackedAt,
    met: ackedAt === null && !isLate ? null : !isLate,
  };
}
