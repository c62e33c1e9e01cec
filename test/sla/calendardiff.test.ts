import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarSchema } from "#server/sla/calendar.ts";
import { calendarDiff } from "#server/sla/calendardiff.ts";
import { coverage } from "#server/sla/coverage.ts";
import { weekdayOf } from "#server/sla/dayhours.ts";
import { calendars } from "./calendars.ts";

const nine = [["09:00", "18:00"]];
const before = calendarSchema.parse({
  tz: "Asia/Shanghai",
  week: { mon: nine, tue: nine, sat: nine },
  overrides: { "2026-12-25": [], "2026-12-28": [["09:00", "12:00"]], "2027-01-01": [] },
  labels: { "2026-12-25": { en: "Christmas Day" } },
});

test("what an edit changes, in the order in which a manager looks for it", () => {
  const after = calendarSchema.parse({
    ...before,
    tz: "Europe/Berlin",
    week: { mon: [["09:00", "17:00"]], tue: nine, sun: nine },
    overrides: { "2026-12-25": [], "2026-12-28": [], "2026-12-29": [] },
    labels: { "2026-12-25": { en: "Christmas" } },
  });
  const unnamed = { labelBefore: null, labelAfter: null };
  expect(calendarDiff(before, after)).toEqual([
    { of: "zone", before: "Asia/Shanghai", after: "Europe/Berlin" },
    { of: "weekday", day: "mon", kind: "changed", before: nine, after: [["09:00", "17:00"]] },
    { of: "weekday", day: "sat", kind: "removed", before: nine, after: [] },
    { of: "weekday", day: "sun", kind: "added", before: [], after: nine },
    {
      of: "date",
      date: "2026-12-25",
      kind: "changed",
      before: [],
      after: [],
      labelBefore: { en: "Christmas Day" },
      labelAfter: { en: "Christmas" },
    },
    {
      of: "date",
      date: "2026-12-28",
      kind: "changed",
      before: [["09:00", "12:00"]],
      after: [],
      ...unnamed,
    },
    { of: "date", date: "2026-12-29", kind: "added", before: nine, after: [], ...unnamed },
    { of: "date", date: "2027-01-01", kind: "removed", before: [], after: [], ...unnamed },
  ]);
});

test("another way of writing the same hours is no change", () => {
  const mon = [
    ["13:00", "18:00"],
    ["12:00", "12:00"],
    ["09:00", "13:00"],
  ];
  const after = calendarSchema.parse({ ...before, week: { ...before.week, mon } });
  expect(calendarDiff(before, after)).toEqual([]);
});

test("a calendar that opens round the clock loses its hours", () => {
  const after = calendarSchema.parse({ tz: "Asia/Shanghai", always: true });
  const changes = calendarDiff(before, after);
  expect(changes[0]).toEqual({ of: "always", before: false, after: true });
  expect(changes.filter(({ of }) => of === "weekday")).toHaveLength(7);
});

test("nothing differs from itself, and every day that differs is told", () => {
  fc.assert(
    fc.property(calendars, calendars, (one, two) => {
      expect(calendarDiff(one, one)).toEqual([]);
      const told = calendarDiff(one, two);
      const [a, b] = [one, two].map((it) => coverage(it, "2026-03-01", "2026-06-01"));
      for (const [index, { date, windows }] of a!.entries()) {
        if (JSON.stringify(windows) === JSON.stringify(b![index]!.windows)) continue;
        const isTold = told.some(
          (it) =>
            (it.of === "date" && it.date === date) ||
            (it.of === "weekday" && it.day === weekdayOf(date)),
        );
        expect(isTold, date).toBe(true);
      }
    }),
  );
});
