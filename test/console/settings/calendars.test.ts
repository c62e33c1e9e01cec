/** What the page of calendars does to one, without the page. */
import "./browserless.ts";
import { describe, expect, test } from "vitest";
import { calendarProblems } from "#server/sla/calendarchecks.ts";
import { defaultCalendars } from "#server/sla/defaults.ts";
import {
  changesOf,
  dateName,
  weekdayName,
} from "../../../src/console/settings/calendars/calendarchanges.ts";
import {
  datesIn,
  dayAfter,
  leadOf,
  monthAway,
  withDate,
} from "../../../src/console/settings/calendars/days.ts";
import {
  copiedToWorkweek,
  nextWindow,
  timeTyped,
  usualHours,
  withBreak,
} from "../../../src/console/settings/calendars/hours.ts";

const { working } = defaultCalendars;
const split = [
  ["09:00", "12:00"],
  ["13:00", "18:00"],
];

test.each([
  ["9", "09:00"],
  ["9:5", "09:05"],
  ["09:30", "09:30"],
  ["18：30", "18:30"],
  ["24:00", "24:00"],
  ["noon", "noon"],
  ["", ""],
])("typed %s is %s", (typed, time) => {
  expect(timeTyped(typed)).toBe(time);
});

describe("a lunch break", () => {
  const lunch = withBreak(working, "12:00", "13:00");

  test("is taken out of each day that is open then, make-up days among them", () => {
    expect(lunch.week.mon).toEqual(split);
    expect(lunch.week.sat ?? []).toEqual([]);
    expect(lunch.overrides["2026-10-10"]).toEqual(split);
    expect(lunch.overrides["2026-10-01"]).toEqual([]);
    expect(calendarProblems(lunch, Date.parse("2026-11-22"))).toEqual([]);
  });

  test("twice is once", () => {
    expect(withBreak(lunch, "12:00", "13:00")).toEqual(lunch);
  });

  test("is told day by day", () => {
    const [monday] = changesOf(working, lunch);
    expect(monday).toEqual({
      what: "Monday",
      before: "09:00–18:00",
      after: "09:00–12:00, 13:00–18:00",
    });
  });
});

test("hours of a day go to the whole working week", () => {
  const long = {
    ...working,
    week: { ...working.week, wed: [["08:00", "20:00"]] },
  } as typeof working;
  const copied = copiedToWorkweek(long, "wed");
  expect(copied.week.mon).toEqual([["08:00", "20:00"]]);
  expect(copied.week.sat).toBeUndefined();
  expect(usualHours(copied)).toEqual([["08:00", "20:00"]]);
});

test("a further window begins after the last", () => {
  expect(nextWindow([])).toEqual(["09:00", "18:00"]);
  expect(nextWindow([["09:00", "12:00"]])).toEqual(["13:00", "15:00"]);
  expect(nextWindow([["09:00", "23:30"]])).toEqual(["23:00", "24:00"]);
});

describe("a date", () => {
  test("becomes a day off with a name, and follows its weekday again", () => {
    const off = withDate(working, "2026-12-25", [], { en: "Christmas", zh: " " });
    expect(off.overrides["2026-12-25"]).toEqual([]);
    expect(off.labels?.["2026-12-25"]).toEqual({ en: "Christmas" });
    expect(changesOf(working, off)).toEqual([
      { what: "Fri, 25 Dec 2026", before: "09:00–18:00", after: "closed · Christmas" },
    ]);
    const again = withDate(off, "2026-12-25", null);
    expect(changesOf(working, again)).toEqual([]);
  });

  test("months and their first weekday", () => {
    expect(monthAway("2026-12-01", 1)).toBe("2027-01-01");
    expect(monthAway("2026-01-01", -1)).toBe("2025-12-01");
    expect(leadOf("2026-11-01")).toBe(6);
    expect(leadOf("2027-02-01")).toBe(0);
    expect(dayAfter("2026-12-31")).toBe("2027-01-01");
    expect(datesIn(working, 2026)).toHaveLength(39);
  });

  test("names are the reader's", () => {
    expect(weekdayName("sun")).toBe("Sunday");
    expect(dateName("2026-11-22")).toBe("Sun, 22 Nov 2026");
  });
});
