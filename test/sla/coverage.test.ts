import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarSchema } from "#server/sla/calendar.ts";
import { coverage } from "#server/sla/coverage.ts";
import { defaultCalendars } from "#server/sla/defaults.ts";
import { DAY, MINUTE } from "#server/sla/instant.ts";
import { openSeconds } from "#server/sla/worktime.ts";
import { instantOf, localDayOf } from "#server/sla/zone.ts";
import { calendars, dates, opensByTheWall } from "./calendars.ts";

// The days on which the zones of `calendars` change their clocks, and any other.
const days = fc.oneof(
  dates,
  fc.constantFrom("2026-03-08", "2026-11-01", "2026-04-05", "2026-10-04", "2026-03-29"),
);
const dayAfter = (date: string) => new Date(Date.parse(date) + DAY).toISOString().slice(0, 10);

test("a day's seconds are the open seconds between its midnights", () => {
  fc.assert(
    fc.property(calendars, days, (calendar, date) => {
      const day = Date.parse(date) / DAY;
      const [from, to] = [day, day + 1].map((it) => instantOf(calendar.tz, it, 0));
      const [covered] = coverage(calendar, date, dayAfter(date));
      expect(covered!.seconds).toBe(openSeconds(calendar, from!, to!));
    }),
    { numRuns: 500 },
  );
});

test("a day's seconds are the minutes at which the wall clock says open", () => {
  fc.assert(
    fc.property(calendars, days, (calendar, date) => {
      let minutes = 0;
      const midnight = Date.parse(date);
      for (let at = midnight - DAY; at < midnight + 2 * DAY; at += MINUTE)
        if (localDayOf(calendar.tz, at) === midnight / DAY && opensByTheWall(calendar, at))
          minutes++;
      expect(coverage(calendar, date, dayAfter(date))[0]!.seconds).toBe(minutes * 60);
    }),
    { numRuns: 8 },
  );
});

test("the days of a long stretch add up to its open time", () => {
  fc.assert(
    fc.property(calendars, dates, fc.integer({ min: 0, max: 60 }), (calendar, date, length) => {
      const from = Date.parse(date) / DAY;
      const end = new Date((from + length) * DAY).toISOString().slice(0, 10);
      const [start, stop] = [from, from + length].map((it) => instantOf(calendar.tz, it, 0));
      const days = coverage(calendar, date, end);
      expect(days).toHaveLength(length);
      const sum = days.reduce((total, day) => total + day.seconds, 0);
      expect(sum).toBe(openSeconds(calendar, start!, stop!));
    }),
  );
});

test("a strip of days names what gives their hours", () => {
  const { working } = defaultCalendars;
  const named = { ...working, labels: { "2026-10-01": { en: "National Day", zh: "国庆节" } } };
  const nine = [["09:00", "18:00"]];
  expect(coverage(named, "2026-09-30", "2026-10-03")).toEqual([
    { date: "2026-09-30", windows: nine, seconds: 32_400, source: "week", label: null },
    {
      date: "2026-10-01",
      windows: [],
      seconds: 0,
      source: "override",
      label: { en: "National Day", zh: "国庆节" },
    },
    { date: "2026-10-02", windows: [], seconds: 0, source: "override", label: null },
  ]);
  expect(coverage(working, "2026-10-10", "2026-10-11")[0]).toMatchObject({
    windows: nine,
    source: "override",
  });
});

test("round the clock is 23 and 25 hours where clocks change, and 24 elsewhere", () => {
  const calendar = calendarSchema.parse({ tz: "Europe/Berlin", always: true });
  const hours = (date: string) => coverage(calendar, date, dayAfter(date))[0]!.seconds / 3600;
  expect(["2026-03-29", "2026-10-25", "2026-07-01"].map(hours)).toEqual([23, 25, 24]);
});

test("clocks that go back over midnight leave each date its own time", () => {
  const sun = [["00:00", "24:00"]];
  const calendar = calendarSchema.parse({ tz: "America/St_Johns", week: { sun } });
  const [sunday] = coverage(calendar, "2010-11-07", "2010-11-08");
  expect(sunday!.seconds).toBe(24 * 3600 + 60);
});
