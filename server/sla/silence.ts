import type { Calendar } from "./calendar.ts";
import { isMissed } from "./changes.ts";
import { type Instant, SECOND, wholeSecond } from "./instant.ts";
import type { LogEvent, Priority } from "./log.ts";
import { type Pause, pausesBefore } from "./pauses.ts";
import { ALWAYS } from "./plan.ts";
import { readStory } from "./reading.ts";
import { isSettled, type Story, stretchesWhere } from "./story.ts";
import { advance, type Due, openSeconds, workingDays } from "./worktime.ts";

/** A stretch in which an open ticket heard nothing of a person of ours. Instants are whole seconds. */
export interface Silence {
  from: Instant;
  /** Null while it goes on. */
  to: Instant | null;
  /** Its length on the wall without the time in which we waited for the customer. */
  seconds: number;
  /** When we waited for the customer. */
  pauses: readonly Pause[];
}

/**
 * The silences of a ticket in order: from its creation, each update or reopening to the next update
 * or the solution. A delay notice is heard, so it ends one; an automatic message is not.
 */
export function silencesOf(log: readonly LogEvent[], now: Instant): Silence[] {
  const story = readStory(log, now);
  if (!story) return [];
  const waiting = stretchesWhere(story, ({ status }) => status === "waiting_customer");
  const heard = updates(log, now);
  return openStretches(story).flatMap(([from, to]) => {
    const within = heard.filter((at) => at > from && (to === null || at < to));
    const starts = [from, ...within];
    return starts.map((start, i) => silence(start, starts[i + 1] ?? to, waiting, now));
  });
}

function silence(
  from: Instant,
  to: Instant | null,
  waiting: readonly Pause[],
  now: Instant,
): Silence {
  const end = to ?? wholeSecond(now);
  const pauses = waiting.filter(([, until]) => until === null || until > from);
  const counted = to === null ? pauses : pausesBefore(pauses, to);
  return { from, to, seconds: openSeconds(ALWAYS, from, end, counted), pauses: counted };
}

const updates = (log: readonly LogEvent[], now: Instant): Instant[] => [
  ...new Set(
    log
      .filter((event) => event.type === "public_reply" && event.by === "agent" && event.at <= now)
      .map(({ at }) => wholeSecond(at))
      .sort((a, b) => a - b),
  ),
];

/** When something was owed: neither settled nor merged into another ticket. */
function openStretches(story: Story): Pause[] {
  const open = stretchesWhere(story, ({ status }) => !isSettled(status));
  return story.mergedAt === null ? open : [...pausesBefore(open, story.mergedAt)];
}

/** The silence that lasts now; null when none does, or while we wait for the customer. */
export function standingSilence(log: readonly LogEvent[], now: Instant): Silence | null {
  const last = silencesOf(log, now).at(-1);
  const waits = last?.pauses.some(([, to]) => to === null);
  return last && last.to === null && !waits ? last : null;
}

const DAY_SECONDS = 86_400;

/**
 * Until when a silence may last: 24 hours round the clock for P0 and P1, one working day for P2;
 * null for P3, to which no daily word was promised.
 * @param hours the working hours of its policy; null = round the clock.
 */
export function silenceDue(
  { from, pauses }: Silence,
  priority: Priority,
  hours: Calendar | null,
): Due | null {
  if (priority === "P3") return null;
  return priority === "P2" && hours
    ? workingDays(hours, from, 1, pauses)
    : advance(ALWAYS, from, DAY_SECONDS, pauses);
}

/** Whether the customer has waited too long for a word. */
export function isTooSilent(
  found: Silence,
  priority: Priority,
  hours: Calendar | null,
  now: Instant,
): boolean {
  const due = silenceDue(found, priority, hours);
  return due !== null && isMissed(due, Math.floor(now / SECOND) * SECOND);
}
