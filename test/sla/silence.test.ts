import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarSchema } from "#server/sla/calendar.ts";
import { defaultBook, defaultCalendars } from "#server/sla/defaults.ts";
import { HOUR, SECOND } from "#server/sla/instant.ts";
import { type LogEvent, logEventSchema } from "#server/sla/log.ts";
import { readStory } from "#server/sla/reading.ts";
import { isTooSilent, silencesOf, standingSilence } from "#server/sla/silence.ts";
import { isSettled } from "#server/sla/story.ts";
import { workingHoursOf } from "#server/sla/workinghours.ts";
import { logs } from "./logs.ts";

/** A Tuesday of November 2026 in Shanghai; `11 09:00` is the Wednesday after it. */
const at = (time: string) => {
  const [day, clock] = time.includes(" ") ? time.split(" ") : ["10", time];
  return Date.parse(`2026-11-${day}T${clock}:00+08:00`);
};
const event = (time: string, type: string, data: object = {}): LogEvent =>
  logEventSchema.parse({ at: at(time), type, ...data });
const came = (time: string, priority = "P2") => event(time, "created", { priority, kind: "fault" });
const said = (time: string, data: object = {}) =>
  event(time, "public_reply", { by: "agent", ...data });
const went = (time: string, from: string, to: string) =>
  event(time, "status_changed", { from, to });

const told = (log: readonly LogEvent[], now: string) =>
  silencesOf(log, at(now)).map(({ seconds, to }) => `${seconds / 3600}h${to === null ? " …" : ""}`);

test.each<[string, LogEvent[], string[]]>([
  ["nobody has said anything", [came("10:00")], ["8h …"]],
  ["an update divides it", [came("10:00"), said("12:00")], ["2h", "6h …"]],
  [
    "a machine's word is none",
    [came("10:00"), event("12:00", "public_reply", { by: "automatic" })],
    ["8h …"],
  ],
  ["a delay notice is heard", [came("10:00"), said("13:00", { delay: true })], ["3h", "5h …"]],
  ["a note is not", [came("10:00"), event("12:00", "note")], ["8h …"]],
  [
    "waiting for the customer is no silence of ours",
    [
      came("10:00"),
      said("11:00"),
      went("11:00", "open", "waiting_customer"),
      event("15:00", "customer_message"),
    ],
    ["1h", "3h …"],
  ],
  ["a solution ends it", [came("10:00"), went("14:00", "open", "solved")], ["4h"]],
  [
    "opened again, it begins again",
    [came("10:00"), went("12:00", "open", "solved"), event("17:00", "reopened")],
    ["2h", "1h …"],
  ],
  [
    "merged, the other one goes on",
    [came("10:00"), event("13:00", "merged", { into: "x" })],
    ["3h"],
  ],
])("%s", (_, log, silences) => {
  expect(told(log, "18:00")).toEqual(silences);
});

describe("by chance", () => {
  const end = Date.parse("2027-03-01T00:00:00Z");
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  test("silences add up to the time in which a word was owed", () => {
    fc.assert(
      fc.property(logs, (log) => {
        const { moments, mergedAt } = readStory(log, end)!;
        const last = mergedAt ?? end;
        const owed = moments.map(({ at: from, status }, i) => {
          const to = Math.min(moments[i + 1]?.at ?? last, last);
          return isSettled(status) || status === "waiting_customer" ? 0 : Math.max(0, to - from);
        });
        expect(sum(silencesOf(log, end).map(({ seconds }) => seconds))).toBe(sum(owed) / SECOND);
      }),
    );
  });

  test("one more update never lengthens the longest", () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: 0, max: 60 * 24 * 30 }), (log, minutes) => {
        const longest = (found: readonly LogEvent[]) =>
          Math.max(0, ...silencesOf(found, end).map(({ seconds }) => seconds));
        const update = { at: log[0]!.at + minutes * 60_000, type: "public_reply", by: "agent" };
        const more = [...log, logEventSchema.parse(update)].sort((a, b) => a.at - b.at);
        expect(longest(more)).toBeLessThanOrEqual(longest(log));
      }),
    );
  });
});

describe("F023 too silent", () => {
  const hours = defaultCalendars.working;
  const isSilent = (log: readonly LogEvent[], priority: "P0" | "P1" | "P2" | "P3", now: number) => {
    const silence = standingSilence(log, now);
    return silence !== null && isTooSilent(silence, priority, hours, now);
  };

  test.each([
    ["P0", "11 10:00", false],
    ["P0", "11 10:01", true],
    ["P1", "11 10:01", true],
    // Friday 13 at 17:00 to the close of Monday.
    ["P3", "20 10:00", false],
  ] as const)("%s at %s", (priority, now, silent) => {
    expect(isSilent([came("10:00", priority)], priority, at(now))).toBe(silent);
  });

  test.each([
    ["Tuesday's ends with Wednesday", "10 10:00", "11 18:00", false],
    ["and a second later it is too long", "10 10:00", "11 18:01", true],
    ["Friday's lasts until Monday evening", "13 10:00", "16 18:00", false],
    ["not longer", "13 10:00", "16 18:01", true],
  ])("P2: %s", (_, from, now, silent) => {
    expect(isSilent([came(from)], "P2", at(now))).toBe(silent);
  });

  test("without working hours, a P2 is due like the others", () => {
    const found = standingSilence([came("13 10:00")], at("14 10:01"))!;
    expect(isTooSilent(found, "P2", null, at("14 10:01"))).toBe(true);
    expect(isTooSilent(found, "P2", hours, at("14 10:01"))).toBe(false);
  });

  test("while we wait for the customer nobody is", () => {
    const log = [came("10:00"), said("11:00"), went("11:00", "open", "waiting_customer")];
    expect(isSilent(log, "P1", at("20 10:00"))).toBe(false);
    const back = [...log, event("19 10:00", "customer_message")];
    expect(isSilent(back, "P1", at("20 10:00"))).toBe(false);
    expect(isSilent(back, "P1", at("20 10:00") + HOUR)).toBe(true);
  });
});

describe("working hours of a policy", () => {
  test("are those of the row that closes, although P0 never does", () => {
    expect(workingHoursOf(defaultBook, "default")).toBe(defaultCalendars.working);
  });

  test("are none where everything is counted round the clock", () => {
    const calendars = {
      ...defaultBook.calendars,
      working: calendarSchema.parse({ tz: "UTC", always: true }),
    };
    expect(workingHoursOf({ ...defaultBook, calendars }, "default")).toBeNull();
  });
});
