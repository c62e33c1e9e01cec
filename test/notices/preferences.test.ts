/** Who is told how, and when mail keeps quiet: arithmetic of wall clocks. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultWays, noticeKinds } from "../../server/notices/kinds.ts";
import {
  type Preferences,
  preferencesOf,
  preferencesSchema,
  quietUntil,
  waysFor,
} from "../../server/notices/preferences.ts";

const night = { on: true, from: "22:00", to: "08:00", days: [1, 2, 3, 4, 5, 6, 7] };
const chosen = (over: object = {}) => preferencesSchema.parse({ quiet: night, ...over });
const at = (time: string) => Date.parse(time);
const iso = (time: number | null) => time && new Date(time).toISOString();

describe("quiet hours", () => {
  test.each([
    // zone, now, quiet until (null: it isn't)
    ["Asia/Shanghai", "2026-11-18T14:00:00Z", "2026-11-19T00:00:00.000Z"],
    ["Asia/Shanghai", "2026-11-18T13:59:59Z", null],
    ["Asia/Shanghai", "2026-11-18T23:59:59Z", "2026-11-19T00:00:00.000Z"],
    ["Asia/Shanghai", "2026-11-19T00:00:00Z", null],
    // New York: the night in which clocks go forward is an hour shorter, the one back an hour longer.
    ["America/New_York", "2026-03-08T04:00:00Z", "2026-03-08T12:00:00.000Z"],
    ["America/New_York", "2026-11-01T02:00:00Z", "2026-11-01T13:00:00.000Z"],
    // Half-hour and 45-minute zones.
    ["Asia/Kolkata", "2026-11-18T17:00:00Z", "2026-11-19T02:30:00.000Z"],
    ["Asia/Kathmandu", "2026-11-18T16:14:00Z", null],
  ])("in %s at %s: until %s", (zone, now, until) => {
    expect(iso(quietUntil(chosen({ zone }), at(now)))).toBe(until);
  });

  test.each([
    [
      "Friday's night is quiet into Saturday",
      [5],
      "2026-11-20T23:00:00Z",
      "2026-11-21T00:00:00.000Z",
    ],
    ["Saturday's isn't", [5], "2026-11-21T15:00:00Z", null],
    ["no day, never", [], "2026-11-20T15:00:00Z", null],
  ])("%s", (_, days, now, until) => {
    expect(iso(quietUntil(chosen({ quiet: { ...night, days } }), at(now)))).toBe(until);
  });

  test("within one day: a lunch break", () => {
    const quiet = { ...night, from: "12:00", to: "13:30" };
    expect(iso(quietUntil(chosen({ quiet }), at("2026-11-18T04:30:00Z")))).toBe(
      "2026-11-18T05:30:00.000Z",
    );
    expect(quietUntil(chosen({ quiet }), at("2026-11-18T05:30:00Z"))).toBeNull();
  });

  const zones = ["Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"];
  const minutes = fc.integer({ min: 0, max: 1439 });
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

  test("it ends later than now, at the wall clock's `to`, and is over then", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        minutes,
        minutes,
        fc.integer({ min: at("2026-01-01"), max: at("2027-01-01") }),
        (zone, from, to, now) => {
          fc.pre(from !== to);
          const preferences = chosen({
            zone,
            quiet: { ...night, from: clock(from), to: clock(to) },
          });
          const until = quietUntil(preferences, now);
          if (until === null) return;
          expect(until).toBeGreaterThan(now);
          expect(quietUntil(preferences, until)).toBeNull();
          // Where the clocks skip `to`, it ends at the jump, which is later on the wall.
          const wall = wallMinute(zone, until);
          expect(wall === to || (wall > to && wall - to <= 60)).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });
});

const wallMinute = (timeZone: string, time: number): number => {
  const [hour, minute] = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  })
    .format(time)
    .split(":")
    .map(Number);
  return hour! * 60 + minute!;
};

describe("ways", () => {
  const deepNight = at("2026-11-18T18:00:00Z");
  const day = at("2026-11-18T06:00:00Z");
  const without = (kind: string) => chosen({ ways: { [kind]: { app: false, mail: false } } });
  const morning = at("2026-11-19T00:00:00Z");

  test.each<[string, Parameters<typeof waysFor>[0], ReturnType<typeof waysFor>]>([
    [
      "by day, both at once",
      { kind: "assigned", priority: "P1", preferences: chosen(), now: day },
      { app: true, mail: true, holdUntil: null },
    ],
    [
      "at night the mail waits and the bell doesn't",
      { kind: "assigned", priority: "P1", preferences: chosen(), now: deepNight },
      { app: true, mail: true, holdUntil: morning },
    ],
    [
      "what sends no mail waits for nothing",
      { kind: "warned", priority: "P2", preferences: chosen(), now: deepNight },
      { app: true, mail: false, holdUntil: null },
    ],
    [
      "switched off is off",
      { kind: "surge", priority: null, preferences: without("surge"), now: day },
      { app: false, mail: false, holdUntil: null },
    ],
  ])("%s", (_, asked, ways) => {
    expect(waysFor(asked)).toEqual(ways);
  });

  test.each(noticeKinds)("P0 is never held and never switched off: %s", (kind) => {
    const asked = { kind, priority: "P0", preferences: without(kind), now: deepNight } as const;
    expect(waysFor(asked)).toEqual({ app: true, mail: true, holdUntil: null });
  });
});

describe("stored preferences", () => {
  test("nothing chosen means the defaults", () => {
    const preferences = preferencesOf({});
    for (const kind of noticeKinds) {
      const asked = { kind, priority: null, preferences, now: 0 };
      expect(waysFor(asked)).toMatchObject(defaultWays[kind]);
    }
  });

  test("a kind that no longer exists is dropped, the rest stays", () => {
    const stored = { ways: { fax: { app: true, mail: true }, surge: { app: false, mail: true } } };
    expect(preferencesOf(stored).ways).toEqual({ surge: { app: false, mail: true } });
  });

  test.each<[string, object]>([
    ["a zone that doesn't exist", { zone: "Mars/Olympus" }],
    ["a quiet time without length", { quiet: { ...night, to: "22:00" } }],
    ["25 o'clock", { quiet: { ...night, to: "25:00" } }],
    ["an eighth day", { quiet: { ...night, days: [8] } }],
  ])("%s is refused", (_, wrong) => {
    expect(preferencesSchema.safeParse(wrong).success).toBe(false);
    expect(preferencesOf(wrong)).toEqual(preferencesOf({}) satisfies Preferences);
  });
});
