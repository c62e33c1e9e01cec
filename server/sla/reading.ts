import type { Reading } from "./effects.ts";
import { gradeOf, levelOf } from "./grades.ts";
import { type Instant, wholeSecond } from "./instant.ts";
import type { LogEvent, Settings } from "./log.ts";
import { read } from "./readers.ts";
import { begin } from "./rounds.ts";
import type { Moment, Story } from "./story.ts";

// A mail may be logged after a note that was written later; the time of the event decides.
function inOrder(log: readonly LogEvent[]): readonly LogEvent[] {
  const ordered = log.every((event, index) => index === 0 || log[index - 1]!.at <= event.at);
  return ordered ? log : [...log].sort((a, b) => a.at - b.at);
}

/** Settings of logs that tell none. */
const FIRST_SETTINGS: Settings = { version: 1, policy: "default" };

type Creation = Extract<LogEvent, { type: "created" }>;

function open({ at, priority, kind, level, channel, tier, sla }: Creation): Reading {
  const grade = gradeOf(priority, kind);
  const createdAt = wholeSecond(at);
  const opening: Moment = { at: createdAt, status: "new", grade, level: level ?? levelOf(grade) };
  const reading: Reading = {
    ...{ createdAt, priority, kind, level: level ?? null },
    ...{ channel: channel ?? null, tier: tier ?? null, settings: sla ?? FIRST_SETTINGS },
    ...{ moments: [opening], beats: [], marks: {}, mergedAt: null, corrected: [] },
    records: new Set(),
    rounds: {
      next_reply: [],
      cadence: [],
      no_progress: [],
      third_party_update: [],
      silent_close: [],
    },
  };
  begin(reading, "no_progress", createdAt);
  return reading;
}

/**
 * Reads a ticket's log as it stood at `now`; later events do not count.
 * Returns null when nothing was created by then.
 */
export function readStory(log: readonly LogEvent[], now: Instant): Story | null {
  const events = inOrder(log);
  const first = events.find((event) => event.type === "created");
  if (first?.type !== "created" || first.at > now) return null;
  const reading = open(first);
  for (const event of events) {
    if (event.at > now || reading.mergedAt !== null) break;
    read(reading, event);
  }
  return reading;
}

/**
 * The settings by which a log is counted at `now`: those it was created with, or those an
 * administrator applied since. Who derives clocks looks up the book of this version first.
 */
export const settingsOf = (log: readonly LogEvent[], now: Instant): Settings =>
  readStory(log, now)?.settings ?? FIRST_SETTINGS;
