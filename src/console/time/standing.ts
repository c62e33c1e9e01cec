/** How a stored clock stands at a moment; the rules are those of `server/sla/`. */
import { isMissed } from "../../../server/sla/changes.ts";
import { type Clock, isAtRisk, isPending } from "../../../server/sla/clock.ts";
import type { Instant } from "../../../server/sla/instant.ts";

/** A clock as the API sends it. */
export type SentClock = {
  metric: string;
  state: string;
  goalAt: Date | null;
  warnAt: Date | null;
  dueAt: Date | null;
  breachedAt: Date | null;
  stoppedAt: Date | null;
};

/** `late` still counts and is past due; `missed` was answered too late. */
export type Standing = "running" | "risk" | "late" | "paused" | "met" | "missed" | "cancelled";

const instant = (date: Date | null): Instant | null => date?.getTime() ?? null;

export function standingOf(sent: SentClock, now: Instant): Standing {
  const clock = {
    state: sent.state,
    goalAt: instant(sent.goalAt),
    warnAt: instant(sent.warnAt),
    stoppedAt: instant(sent.stoppedAt),
  } as Clock;
  const dueAt = instant(sent.dueAt);
  if (!isPending(clock)) return ended(sent);
  if (dueAt === null) return sent.breachedAt ? "late" : "paused";
  if (sent.breachedAt || isMissed({ at: dueAt, remainingSeconds: null }, now)) return "late";
  return isAtRisk(clock, now) ? "risk" : "running";
}

function ended(sent: SentClock): Standing {
  if (sent.breachedAt) return "missed";
  return sent.state === "cancelled" ? "cancelled" : "met";
}
