import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { type Calendar, calendarShape } from "#server/sla/calendar.ts";
import { changePriority, reopenedDue } from "#server/sla/changes.ts";
import type { Instant } from "#server/sla/instant.ts";
import { CalendarNeverOpens } from "#server/sla/opentime.ts";
import { cadenceDue, nextSync, silentCloseAt } from "#server/sla/rhythm.ts";
import { type Due, dueAt, openSeconds, warnAt } from "#server/sla/worktime.ts";
import type { Suite, Vector } from "./suite.ts";

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const target = z.union([
  z.strictObject({ seconds: z.number() }),
  z.strictObject({ working_days: z.number() }),
]);
const pauses = z.array(z.tuple([instant, instant.nullable()])).default([]);

const iso = (at: Instant | null) => (at === null ? null : new Date(at).toISOString());
const told = (due: Due) =>
  due.at === null
    ? { due: null, state: "paused", remaining_seconds: due.remainingSeconds }
    : { due: iso(due.at) };

type Calendars = Record<string, Calendar>;

/** Binds the form of a kind's input to the function that answers it. */
function kind<S extends z.ZodType>(input: S, answer: (input: z.output<S>) => unknown) {
  return (data: unknown) => answer(input.parse(data));
}

function kindsOf(calendars: Calendars): Record<string, (input: unknown) => unknown> {
  const calendar = z.string().transform((id) => calendars[id]!);
  return {
    due: kind(z.object({ calendar, start: instant, target, pauses }), (i) =>
      told(dueAt(i.calendar, i.start, i.target, i.pauses)),
    ),
    elapsed: kind(z.object({ calendar, start: instant, end: instant, pauses }), (i) => ({
      seconds: openSeconds(i.calendar, i.start, i.end, i.pauses),
    })),
    warn: kind(z.object({ calendar, start: instant, target, share: z.number(), pauses }), (i) => ({
      warn_at: iso(warnAt(i.calendar, i.start, i.target, i.share, i.pauses).at),
    })),
    priority_change: kind(
      z.object({
        ...{ calendar, new_calendar: calendar, start: instant, changed_at: instant, pauses },
        ...{ old_target: target, new_target: target, floor_seconds: z.number() },
        direction: z.enum(["up", "down"]),
      }),
      (i) => {
        const { due, customerDue, breachedAt } = changePriority({
          ...i,
          newCalendar: i.new_calendar,
          changedAt: i.changed_at,
          oldTarget: i.old_target,
          newTarget: i.new_target,
          floorSeconds: i.floor_seconds,
        });
        return {
          ...told(due),
          customer_due: iso(customerDue.at),
          breached_at: iso(breachedAt),
        };
      },
    ),
    reopen: kind(
      z.object({
        ...{ calendar, start: instant, target, pauses, floor_seconds: z.number() },
        solved_cycles: z.array(z.tuple([instant, instant])),
      }),
      (i) => {
        const cycles = { solved: i.solved_cycles, floorSeconds: i.floor_seconds };
        const { due, consumedSeconds } = reopenedDue({ ...i, ...cycles });
        return { ...told(due), consumed_seconds: consumedSeconds };
      },
    ),
    cadence: kind(
      z.object({ calendar, last_update: instant, hours: z.number(), roll: z.boolean() }),
      (i) => ({ due: iso(cadenceDue(i.calendar, i.last_update, i.hours, i.roll)) }),
    ),
    sync: kind(
      z.object({
        ...{ calendar, last_sync: instant, at: z.string() },
        working_days_only: z.boolean(),
      }),
      (i) => ({ due: iso(nextSync(i.calendar, i.last_sync, i.at, i.working_days_only)) }),
    ),
    silent_close: kind(z.object({ solved_at: instant, hours: z.number() }), (i) => ({
      close_at: iso(silentCloseAt(i.solved_at, i.hours)),
    })),
  };
}

function answerOrRefusal(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (error instanceof CalendarNeverOpens) return { error: error.code };
    throw error;
  }
}

// The file writes instants with the offset of some zone; the same instant in UTC is the same answer.
function inUtc(expected: unknown): unknown {
  const fields = Object.entries(expected as Record<string, unknown>).map(([key, value]) => {
    const at = instant.safeParse(value);
    return [key, at.success ? iso(at.data) : value];
  });
  return Object.fromEntries(fields);
}

const fileShape = z.object({
  calendars: z.record(z.string(), calendarShape),
  vectors: z.array(
    z.object({ id: z.string(), kind: z.string(), input: z.unknown(), expect: z.unknown() }),
  ),
});

const suite: Suite = {
  accepts: (_, data) => fileShape.safeParse(data).success,
  vectors(data) {
    const file = fileShape.parse(data);
    const kinds = kindsOf(file.calendars);
    return file.vectors.map(({ id, kind, input, expect }): Vector => {
      const answer = kinds[kind];
      const run = answer ? () => answerOrRefusal(() => answer(input)) : null;
      const agrees = (expected: unknown, got: unknown) => isDeepStrictEqual(inUtc(expected), got);
      return { id, kind, expected: expect, run, agrees };
    });
  },
};
export default suite;
