import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Clock } from "#server/sla/clock.ts";
import { clocksOf } from "#server/sla/clocks.ts";
import { defaultBook } from "#server/sla/defaults.ts";
import type { LogEvent } from "#server/sla/log.ts";
import { eventOf, wakesOf } from "#server/sla/wakes.ts";
import { logs } from "./logs.ts";
import { answered, at, created, replied } from "./telling.ts";

const wakes = (log: LogEvent[], now: string | number) => {
  const when = typeof now === "string" ? at(now) : now;
  return wakesOf(clocksOf(log, defaultBook, when), log);
};
/** What a sweep that runs at these instants writes. */
function swept(log: LogEvent[], times: number[]): LogEvent[] {
  let written = log;
  for (const now of times) {
    const due = wakes(written, now).filter((wake) => wake.at <= now);
    written = written.concat(due.map(eventOf));
  }
  return written;
}
const told = (events: LogEvent[]) =>
  events.flatMap((event) =>
    event.type === "breached" || event.type === "warned"
      ? [
          `${event.type} ${event.metric} ${new Date(event.at + 8 * 3_600_000).toISOString().slice(11, 19)}`,
        ]
      : [],
  );

describe("what happens by itself", () => {
  test("F001 an acknowledgement is missed in the second after its due time, and dated by it", () => {
    const log = [created("10:00", "P1")];
    const miss = wakes(log, "10:10").find(
      ({ clock, what }) => clock.metric === "ack" && what === "breached",
    )!;
    expect(miss.at).toBe(at("10:15:01"));
    expect(eventOf(miss)).toEqual({
      at: at("10:15"),
      type: "breached",
      metric: "ack",
      instance: 1,
    });
  });

  test("F004 passing the goal warns, passing the limit is a miss", () => {
    const log = [created("10:00", "P1")];
    const first = told(swept(log, [at("11:30")])).filter((line) => line.includes("first_reply"));
    expect(first).toEqual(["breached first_reply 11:00:00"]);
    const seen = told(swept(log, [at("10:16"), at("11:30")]));
    expect(seen.filter((line) => line.includes("first_reply"))).toEqual([
      "warned first_reply 10:15:01",
      "breached first_reply 11:00:00",
    ]);
  });

  test("a miss that began and ended between two runs is written, at its own time", () => {
    const log = [created("10:00", "P1"), answered("11:30", "15:00")];
    expect(told(swept(log, [at("20:00")]))).toContain("breached first_reply 11:00:00");
  });

  test("the owner is reminded of a promise before it is due (F020)", () => {
    const log = [created("10:00", "P1"), replied("10:10", "12:10")];
    const reminder = wakes(log, "10:20").find(({ clock }) => clock.metric === "promise")!;
    expect(reminder).toMatchObject({ what: "warned", at: at("11:46") });
  });

  test("a broken promise is an event of its own kind", () => {
    const log = [created("10:00", "P1"), replied("10:10", "12:10")];
    expect(swept(log, [at("12:30")])).toContainEqual({
      at: at("12:10"),
      type: "promise_broken",
      instance: 1,
    });
  });

  test("each is written once, however often and late one looks", () => {
    const moments = fc.array(fc.integer({ min: at("10:00"), max: at("14 10:00") }), {
      maxLength: 8,
    });
    const log = [
      created("10:00", "P1"),
      answered("11:30", "15:00"),
      replied("12 09:00", "12 18:00"),
    ];
    fc.assert(
      fc.property(moments, (times) => {
        const end = at("15 00:00");
        const once = swept(log, [end]);
        const often = swept(log, [...times.sort((a, b) => a - b), end]);
        const misses = (events: LogEvent[]) =>
          events.filter(({ type }) => type === "breached" || type === "promise_broken");
        const order = (a: LogEvent, b: LogEvent) =>
          JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
        expect(misses(often).sort(order)).toEqual(misses(once).sort(order));
        expect(swept(often, [end])).toEqual(often);
      }),
    );
  });

  test("a struck miss is not written again", () => {
    const log: LogEvent[] = [
      created("10:00", "P1"),
      { at: at("12:00"), type: "breach_corrected", metric: "ack", instance: 1 },
    ];
    expect(wakes(log, "13:00").filter(({ clock }) => clock.metric === "ack")).toEqual([]);
  });

  test("time alone changes nothing that is stored of a clock but that it is missed", () => {
    const lateness = fc.integer({ min: 0, max: 20 * 24 * 60 }).map((minutes) => minutes * 60_000);
    const stored = ({ remainingSeconds: _, customerDueAt: __, firstStop: ___, ...row }: Clock) =>
      row;
    fc.assert(
      fc.property(logs, lateness, lateness, (log, soon, more) => {
        const [then, now] = [log.at(-1)!.at + soon, log.at(-1)!.at + soon + more];
        const before = clocksOf(log, defaultBook, then).map(stored);
        const after = clocksOf(log, defaultBook, now);
        const missed = wakesOf(after, swept(log, [then])).filter(
          ({ at, what }) => at <= now && what === "breached",
        );
        expect(after).toHaveLength(before.length);
        for (const clock of after) {
          const isMissed = missed.some((wake) => wake.clock === clock);
          if (!isMissed) expect(before).toContainEqual(stored(clock));
        }
      }),
    );
  });
});
