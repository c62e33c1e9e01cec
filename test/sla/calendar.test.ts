import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Calendar, calendarSchema } from "#server/sla/calendar.ts";
import { type Instant, SECOND } from "#server/sla/instant.ts";
import { CalendarNeverOpens, isOpen, nextOpening } from "#server/sla/opentime.ts";
import { mergePauses, type Pause } from "#server/sla/pauses.ts";
import { advance, dueAt, openSeconds, type Target, workingDays } from "#server/sla/worktime.ts";
import { calendars, opensByTheWall } from "./calendars.ts";

const starts = fc.oneof(
  fc.integer({ min: 0, max: 400 * 86_400 }).map((s) => Date.parse("2026-01-01") + s * SECOND),
  // Near the changes of clocks, where the faults would be.
  fc
    .tuple(
      fc.constantFrom(
        "2026-03-08T06:00Z",
        "2026-11-01T05:00Z",
        "2026-04-04T14:00Z",
        "2026-10-03T15:00Z",
        "2026-03-29T00:00Z",
        "2026-10-25T00:00Z",
      ),
      fc.integer({ min: -86_400, max: 86_400 }),
    )
    .map(([change, seconds]) => Date.parse(change) + seconds * SECOND),
);
const lengths = fc.integer({ min: 0, max: 30 * 86_400 });
const seconds = fc.integer({ min: 0, max: 60 * 3600 });
const targets: fc.Arbitrary<Target> = fc.oneof(
  seconds.map((n) => ({ seconds: n })),
  fc.integer({ min: 1, max: 6 }).map((n) => ({ working_days: n })),
);
const pausesAfter = (start: Instant): fc.Arbitrary<Pause[]> =>
  fc.array(
    fc
      .tuple(
        fc.integer({ min: -3 * 86_400, max: 12 * 86_400 }),
        fc.integer({ min: 0, max: 3 * 86_400 }),
      )
      .map(([from, length]): Pause => [start + from * SECOND, start + (from + length) * SECOND]),
    { maxLength: 4 },
  );
const casesWithPauses = fc
  .tuple(calendars, starts)
  .chain(([calendar, start]) =>
    fc.tuple(fc.constant(calendar), fc.constant(start), pausesAfter(start)),
  );

describe("open time", () => {
  test("an instant is open iff the local wall clock lies in a window", () => {
    fc.assert(
      fc.property(calendars, starts, (calendar, at) => {
        expect(isOpen(calendar, at)).toBe(opensByTheWall(calendar, at));
        expect(openSeconds(calendar, at, at + SECOND)).toBe(isOpen(calendar, at) ? 1 : 0);
      }),
      { numRuns: 1000 },
    );
  });

  test("elapsed time adds up, with and without pauses", () => {
    fc.assert(
      fc.property(casesWithPauses, lengths, lengths, ([calendar, start, pauses], one, two) => {
        const middle = start + one * SECOND;
        const end = middle + two * SECOND;
        const sum =
          openSeconds(calendar, start, middle, pauses) + openSeconds(calendar, middle, end, pauses);
        expect(openSeconds(calendar, start, end, pauses)).toBe(sum);
      }),
    );
  });

  test("the next opening is the first open instant", () => {
    fc.assert(
      fc.property(calendars, starts, (calendar, at) => {
        const opening = nextOpening(calendar, at);
        expect(opensByTheWall(calendar, opening)).toBe(true);
        expect(openSeconds(calendar, at, opening)).toBe(0);
      }),
    );
  });
});

describe("due times", () => {
  test("advance is the earliest instant with that much open time behind it", () => {
    fc.assert(
      fc.property(casesWithPauses, seconds, ([calendar, start, pauses], amount) => {
        const at = advance(calendar, start, amount, pauses).at!;
        expect(openSeconds(calendar, start, at, pauses)).toBe(amount);
        if (amount > 0) expect(openSeconds(calendar, start, at - SECOND, pauses)).toBe(amount - 1);
      }),
    );
  });

  test("a later start or a larger target is never due earlier", () => {
    fc.assert(
      fc.property(calendars, starts, lengths, targets, (calendar, start, later, target) => {
        const due = dueAt(calendar, start, target).at!;
        expect(dueAt(calendar, start + later * SECOND, target).at).toBeGreaterThanOrEqual(due);
        const larger =
          "seconds" in target
            ? { seconds: target.seconds + later }
            : { working_days: target.working_days + 1 };
        expect(dueAt(calendar, start, larger).at).toBeGreaterThanOrEqual(due);
      }),
    );
  });

  test("a pause never makes a clock due earlier, and splitting it changes nothing", () => {
    fc.assert(
      fc.property(casesWithPauses, targets, ([calendar, start, pauses], target) => {
        const due = dueAt(calendar, start, target, pauses).at!;
        expect(due).toBeGreaterThanOrEqual(dueAt(calendar, start, target).at!);
        const halves = pauses.flatMap(([from, to]): Pause[] => {
          const middle = from + Math.floor((to! - from) / 2 / SECOND) * SECOND;
          return [
            [middle, to],
            [from, middle],
            [from, middle],
          ];
        });
        expect(dueAt(calendar, start, target, halves).at).toBe(due);
      }),
    );
  });

  test("a running pause leaves what was left when it began", () => {
    fc.assert(
      fc.property(calendars, starts, seconds, lengths, (calendar, start, amount, length) => {
        const pausedAt = start + length * SECOND;
        const due = dueAt(calendar, start, { seconds: amount }, [[pausedAt, null]]);
        const left = amount - openSeconds(calendar, start, pausedAt);
        if (left > 0) expect(due).toEqual({ at: null, remainingSeconds: left });
        else expect(due).toEqual(dueAt(calendar, start, { seconds: amount }));
      }),
    );
  });

  test("working days end at the close of a later local date", () => {
    fc.assert(
      fc.property(calendars, starts, (calendar, start) => {
        const at = workingDays(calendar, start, 1).at!;
        expect(opensByTheWall(calendar, at - SECOND)).toBe(true);
        expect(at).toBeGreaterThan(start);
      }),
    );
  });

  test.each([
    ["no window at all", { tz: "Asia/Shanghai" }],
    [
      "a date too far ahead",
      { tz: "Asia/Shanghai", overrides: { "2028-01-01": [["09:00", "10:00"]] } },
    ],
    [
      "only a date long past",
      { tz: "Asia/Shanghai", overrides: { "2020-01-01": [["09:00", "10:00"]] } },
    ],
  ])("a calendar with %s ends in an error, not in a search", (_, data) => {
    const calendar: Calendar = { week: {}, overrides: {}, always: false, ...data } as Calendar;
    const start = Date.parse("2026-11-10T09:00:00Z");
    expect(() => advance(calendar, start, 1)).toThrow(CalendarNeverOpens);
    expect(() => workingDays(calendar, start, 1)).toThrow(CalendarNeverOpens);
    expect(() => nextOpening(calendar, start)).toThrow(CalendarNeverOpens);
    expect(advance(calendar, start, 0).at).toBe(start);
  });
});

test("a pause that begins when the time is used up comes too late", () => {
  const calendar = calendarSchema.parse({ tz: "UTC", week: { tue: [["09:00", "18:00"]] } });
  const [nine, ten, eleven] = ["09:00", "10:00", "11:00"].map((time) =>
    Date.parse(`2026-11-10T${time}Z`),
  ) as [number, number, number];
  expect(advance(calendar, nine, 3600, [[ten, eleven]]).at).toBe(ten);
  expect(advance(calendar, nine, 3600, [[ten, null]]).at).toBe(ten);
});

test("windows may be written in any order", () => {
  const tue = [
    ["13:00", "18:00"],
    ["09:00", "12:00"],
  ];
  const calendar = calendarSchema.parse({ tz: "UTC", week: { tue } });
  const start = Date.parse("2026-11-10T08:00Z");
  expect(advance(calendar, start, 3600).at).toBe(Date.parse("2026-11-10T10:00Z"));
  expect(workingDays(calendar, start, 1).at).toBe(Date.parse("2026-11-17T18:00Z"));
});

test("pauses are merged in any order; an open one swallows what follows", () => {
  expect(
    mergePauses([
      [10, 20],
      [15, null],
    ]),
  ).toEqual([[10, null]]);
  const pauses: Pause[] = [
    [50, null],
    [10, 20],
    [20, 30],
    [60, 70],
    [15, 18],
  ];
  expect(mergePauses(pauses)).toEqual([
    [10, 30],
    [50, null],
  ]);
});
