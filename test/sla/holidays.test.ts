import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarSchema } from "#server/sla/calendar.ts";
import { calendarDiff } from "#server/sla/calendardiff.ts";
import { calendarText } from "#server/sla/calendartext.ts";
import { defaultCalendars } from "#server/sla/defaults.ts";
import { fromHolidayTable, type NamedDay, withDays } from "#server/sla/holidays.ts";
import table2026 from "#server/sla/holidays-cn-2026.json" with { type: "json" };
import {
  fromChineseDays,
  fromDateHoliday,
  fromHolidaySources,
  holidayCountries,
} from "#server/sla/holidaysources.ts";
import { missingYears } from "#server/sla/nextyear.ts";
import { calendars, dates, dayHours } from "./calendars.ts";

const NINE_TO_SIX: [string, string][] = [["09:00", "18:00"]];
const office = calendarSchema.parse({
  tz: "Europe/Berlin",
  week: {
    mon: NINE_TO_SIX,
    tue: NINE_TO_SIX,
    wed: NINE_TO_SIX,
    thu: NINE_TO_SIX,
    fri: NINE_TO_SIX,
  },
});

const sameOrder = (days: readonly NamedDay[]) =>
  days.map(({ date, kind }) => `${date} ${kind}`).sort();

describe("sources of holidays", () => {
  test("chinese-days names the days of 2026 as the State Council's notice does", () => {
    const days = fromHolidaySources({ country: "CN" }, 2026);
    expect(sameOrder(days)).toEqual(sameOrder(fromHolidayTable(table2026)));
    const { overrides } = withDays(
      { ...defaultCalendars.working, overrides: {} },
      days,
      NINE_TO_SIX,
    );
    expect(overrides).toEqual(defaultCalendars.working.overrides);
    expect(days[0]!.label).toEqual({ en: "New Year's Day", zh: "元旦" });
  });

  test("the data of chinese-days, by year and by date", () => {
    const data = {
      holidays: { "2027-10-01": "National Day,国庆节,3", "2026-10-01": "National Day,国庆节,3" },
      workdays: { "2027-09-26": "National Day,国庆节,3" },
    };
    const label = { en: "National Day", zh: "国庆节" };
    expect(fromChineseDays(data, 2027)).toEqual([
      { date: "2027-09-26", kind: "open", during: null, label },
      { date: "2027-10-01", kind: "closed", during: null, label },
    ]);
  });

  test("a country's and a state's public holidays, with the day taken for a Sunday", () => {
    const named = (country: string, year: number, state?: string) =>
      new Map(fromHolidaySources({ country, state }, year).map((it) => [it.date, it.label.en]));
    const us = named("US", 2027);
    expect(us.get("2027-07-05")).toBe("Independence Day (substitute day)");
    expect([...us.values()]).not.toContain("Valentine's Day");
    expect(named("DE", 2026, "BY").has("2026-01-06")).toBe(true);
    expect(named("DE", 2026).has("2026-01-06")).toBe(false);
    expect(named("XX", 2026).size).toBe(0);
  });

  test("a Chinese name is one, not the country's own language", () => {
    const label = (country: string, date: string) =>
      fromHolidaySources({ country }, 2026).find((day) => day.date === date)!.label;
    expect(label("HK", "2026-02-17").zh).toBe("農曆年初一");
    expect(label("DE", "2026-01-01")).toEqual({ en: "New Year's Day", zh: "元旦" });
    expect(label("JP", "2026-01-12")).toEqual({ en: "Coming of Age Day" });
  });

  const entry = (
    date: string,
    start: string,
    end: string,
    type: "public" | "observance" = "public",
  ) => ({
    date,
    start: new Date(start),
    end: new Date(end),
    name: "Holiday",
    type,
  });
  const closed = (date: string, during: [string, string][] | null = null) => ({
    date,
    kind: "closed",
    during,
    label: { en: "Holiday" },
  });
  test.each([
    [
      "a day",
      entry("2026-05-01 00:00:00", "2026-04-30T22:00Z", "2026-05-01T22:00Z"),
      [closed("2026-05-01")],
    ],
    [
      "a day on which the clocks go forward",
      entry("2027-03-28 00:00:00", "2027-03-27T23:00Z", "2027-03-28T22:00Z"),
      [closed("2027-03-28")],
    ],
    [
      "an afternoon",
      entry("2026-12-24 14:00:00", "2026-12-24T13:00Z", "2026-12-24T23:00Z"),
      [closed("2026-12-24", [["14:00", "24:00"]])],
    ],
    [
      "several days, the last in part",
      entry("2026-03-20 00:00:00 -0600", "2026-03-19T21:00Z", "2026-03-21T15:00Z"),
      [closed("2026-03-20"), closed("2026-03-21", [["00:00", "18:00"]])],
    ],
    [
      "a day that is kept at work",
      entry("2026-02-14 00:00:00", "2026-02-13T23:00Z", "2026-02-14T23:00Z", "observance"),
      [],
    ],
  ])("date-holidays: %s", (_, day, expected) => {
    expect(fromDateHoliday(day)).toEqual(expected);
  });

  test("many countries are known by name", () => {
    expect(holidayCountries("en")).toMatchObject({ CN: expect.anything(), DE: "Germany" });
  });
});

describe("holidays in a calendar", () => {
  const day = (
    date: string,
    kind: "closed" | "open",
    during: [string, string][] | null = null,
  ) => ({
    date,
    kind,
    during,
    label: { en: kind },
  });
  test.each<[string, NamedDay[], [string, string][]]>([
    ["closed", [day("2026-12-25", "closed")], []],
    ["closed in part", [day("2026-12-25", "closed", [["14:00", "24:00"]])], [["09:00", "14:00"]]],
    [
      "closed twice in part",
      [
        day("2026-12-25", "closed", [["09:00", "10:00"]]),
        day("2026-12-25", "closed", [["12:00", "13:00"]]),
      ],
      [
        ["10:00", "12:00"],
        ["13:00", "18:00"],
      ],
    ],
    ["a make-up day", [day("2026-12-25", "open")], [["10:00", "16:00"]]],
    [
      "opened by its own hours",
      [day("2026-12-25", "open", [["11:00", "12:00"]])],
      [["11:00", "12:00"]],
    ],
    [
      "said to be both",
      [day("2026-12-25", "closed"), day("2026-12-25", "open")],
      [["10:00", "16:00"]],
    ],
  ])("%s", (_, days, hours) => {
    const after = withDays(office, days, [["10:00", "16:00"]]);
    expect(after.overrides).toEqual({ "2026-12-25": hours });
    const names = new Set(days.map(({ kind }) => kind));
    expect(after.labels).toEqual({ "2026-12-25": { en: [...names].join(" / ") } });
  });

  const namedDays: fc.Arbitrary<NamedDay[]> = fc.array(
    fc.record({
      date: dates,
      kind: fc.constantFrom("closed", "open"),
      during: fc.option(dayHours as fc.Arbitrary<[string, string][]>),
      label: fc.record({ en: fc.constantFrom("Eid", "Easter"), zh: fc.constant("节日") }),
    }),
    { maxLength: 12 },
  );

  test("importing a source twice changes nothing, and no other date is touched", () => {
    fc.assert(
      fc.property(calendars, namedDays, (calendar, days) => {
        const once = withDays(calendar, days, NINE_TO_SIX);
        expect(withDays(once, days, NINE_TO_SIX)).toEqual(once);
        expect(calendarSchema.safeParse(once).success).toBe(true);
        const touched = new Set(days.map(({ date }) => date));
        const told = calendarDiff(calendar, once).map((it) => it.of === "date" && it.date);
        expect(told.filter((date) => !touched.has(String(date)))).toEqual([]);
      }),
    );
  });

  test("what is always open keeps no holidays", () => {
    const { c247 } = defaultCalendars;
    expect(withDays(c247, fromHolidayTable(table2026), NINE_TO_SIX)).toBe(c247);
  });
});

describe("the table of the next year is missing", () => {
  const { working, c247 } = defaultCalendars;
  const both = withDays(
    working,
    [{ date: "2027-01-01", kind: "closed", during: null, label: {} }],
    [],
  );
  const overtime = calendarSchema.parse({ ...office, overrides: { "2026-11-27": NINE_TO_SIX } });
  const missing = (year: number) => [{ code: "next_year_missing", calendar: "cn", year }];
  test.each([
    ["not yet", working, "2026-11-30T23:59:59+08:00", []],
    ["from 1 December", working, "2026-12-01T00:00:00+08:00", missing(2027)],
    ["still in January", working, "2027-01-15T00:00:00+08:00", missing(2027)],
    ["not for a year long forgotten", working, "2027-12-01T00:00:00+08:00", []],
    ["the next year is there", both, "2026-12-01T00:00:00+08:00", []],
    ["no holidays at all", office, "2026-12-02T00:00:00+08:00", []],
    [
      "in the calendar's own zone",
      { ...working, tz: "Europe/Berlin" },
      "2026-12-01T06:59:59+08:00",
      [],
    ],
    ["a long evening is no holiday", overtime, "2026-12-02T00:00:00+08:00", []],
    ["always open", c247, "2026-12-01T00:00:00+08:00", []],
  ])("%s", (_, calendar, at, expected) => {
    expect(missingYears({ cn: calendar }, Date.parse(at))).toEqual(expected);
  });

  test("its text names the calendar and the year", () => {
    const [warning] = missingYears({ cn: working }, Date.parse("2026-12-01T00:00:00+08:00"));
    expect(calendarText(warning!.code, warning!, "zh")).toBe(
      "日历“cn”还没有 2027 年的节假日。请尽快导入，否则放假期间也会照常计时。",
    );
  });
});
