import fc from "fast-check";
import { expect, test } from "vitest";
import { arithmeticOf } from "#server/sla/arithmetic.ts";
import { isCommitment, nextBreach, nextDue } from "#server/sla/clock.ts";
import { clocksOf } from "#server/sla/clocks.ts";
import { defaultBook } from "#server/sla/defaults.ts";
import { HOUR, MINUTE, SECOND } from "#server/sla/instant.ts";
import type { LogEvent } from "#server/sla/log.ts";
import { logs } from "./logs.ts";

const lateness = fc.integer({ min: 0, max: 20 * 24 * 60 }).map((minutes) => minutes * MINUTE);
const derive = (log: readonly LogEvent[], now: number) => clocksOf(log, defaultBook, now);
const runs = { numRuns: 300 };

test("a clock that stopped is never changed by time alone", () => {
  fc.assert(
    fc.property(logs, lateness, lateness, (log, soon, later) => {
      const now = log.at(-1)!.at + soon;
      const stopped = derive(log, now).filter((clock) => clock.stoppedAt !== null);
      const afterwards = derive(log, now + later);
      for (const clock of stopped) expect(afterwards).toContainEqual(clock);
    }),
    runs,
  );
});

test("a miss stays a miss, whatever happens afterwards", () => {
  fc.assert(
    fc.property(logs, (log) => {
      for (const [index, { at }] of log.entries()) {
        const then = derive(log.slice(0, index + 1), at);
        const now = derive(log, log.at(-1)!.at + 30 * 24 * HOUR);
        for (const { metric, instance, breachedAt } of then)
          if (breachedAt !== null)
            expect(now).toContainEqual(expect.objectContaining({ metric, instance, breachedAt }));
      }
    }),
    runs,
  );
});

test("event by event comes to the same as all at once", () => {
  fc.assert(
    fc.property(logs, (log) => {
      for (const [index, { at }] of log.entries()) {
        if (log[index + 1]?.at === at) continue;
        expect(derive(log, at)).toEqual(derive(log.slice(0, index + 1), at));
      }
    }),
    runs,
  );
});

test("of every clock the windows add up to the target", () => {
  fc.assert(
    fc.property(logs, lateness, (log, soon) => {
      const now = log.at(-1)!.at + soon;
      for (const { metric, instance, dueAt, breachedAt, scheme } of derive(log, now)) {
        const told = arithmeticOf(log, defaultBook, now, metric, instance)!;
        expect(told).toMatchObject({ dueAt, breachedAt, scheme });
        const shown = told.windows.reduce((sum, { seconds }) => sum + seconds, 0);
        const counted = shown + (told.more?.seconds ?? 0);
        expect([metric, counted + told.leftSeconds]).toEqual([metric, told.seconds]);
        for (const { from, to, seconds } of told.windows) expect(to - from).toBe(seconds * SECOND);
      }
    }),
    runs,
  );
});

test("waiting for the customer for longer never makes a clock due earlier", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("P1", "P2", "P3"),
      fc.integer({ min: 1, max: 300 }),
      lateness,
      lateness,
      (priority, asked, short, more) => {
        const start = Date.parse("2026-11-10T02:00:00Z");
        const from = start + asked * MINUTE;
        const due = (length: number) => {
          const log: LogEvent[] = [
            { at: start, type: "created", priority },
            { at: from, type: "status_changed", from: "new", to: "waiting_customer" },
            { at: from + length, type: "customer_message" },
          ];
          return Object.fromEntries(
            derive(log, from + length).map((clock) => [clock.metric, clock.dueAt]),
          );
        };
        const [first, second] = [due(short), due(short + more)];
        for (const [metric, at] of Object.entries(first))
          expect(second[metric], metric).toBeGreaterThanOrEqual(at!);
      },
    ),
    runs,
  );
});

test("the next due time is a commitment's, the next miss anybody's", () => {
  fc.assert(
    fc.property(logs, lateness, (log, soon) => {
      const clocks = derive(log, log.at(-1)!.at + soon);
      const due = nextDue(clocks);
      if (due) expect(isCommitment(due)).toBe(true);
      const running = clocks.filter(({ state }) => state === "running").map(({ dueAt }) => dueAt!);
      expect(nextBreach(clocks)?.dueAt ?? null).toBe(
        running.length > 0 ? Math.min(...running) : null,
      );
    }),
    runs,
  );
});
