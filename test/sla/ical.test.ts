import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarSchema } from "#server/sla/calendar.ts";
import { calendarText } from "#server/sla/calendartext.ts";
import { fromHolidayTable, withDays } from "#server/sla/holidays.ts";
import table2026 from "#server/sla/holidays-cn-2026.json" with { type: "json" };
import { readICal } from "#server/sla/ical.ts";
import { dates } from "./calendars.ts";

const reading = {
  tz: "Asia/Shanghai",
  from: "2026-01-01",
  to: "2028-01-01",
  meaning: "told",
} as const;

const file = (...events: string[][]) =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    ...events.flatMap((lines) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"]),
    "END:VCALENDAR",
  ].join("\r\n");
const read = (...lines: string[]) => readICal(file(lines), reading);
const whole = (...days: string[]) => days.map((date) => [date, null]);
const daysOf = ({ days }: ReturnType<typeof read>) => days.map((day) => [day.date, day.during]);

describe("an event becomes dates", () => {
  test.each<[string, string[], unknown[]]>([
    ["one date", ["DTSTART;VALUE=DATE:20261225"], whole("2026-12-25")],
    [
      "several dates, the end not included",
      ["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227"],
      whole("2026-12-24", "2026-12-25", "2026-12-26"),
    ],
    [
      "a length",
      ["DTSTART;VALUE=DATE:20261231", "DURATION:P2D"],
      whole("2026-12-31", "2027-01-01"),
    ],
    [
      "times without a zone are the calendar's",
      ["DTSTART:20261224T130000", "DTEND:20261224T180000"],
      [["2026-12-24", [["13:00", "18:00"]]]],
    ],
    [
      "UTC, over midnight in the calendar's zone",
      ["DTSTART:20261224T140000Z", "DTEND:20261224T180000Z"],
      [
        ["2026-12-24", [["22:00", "24:00"]]],
        ["2026-12-25", [["00:00", "02:00"]]],
      ],
    ],
    [
      "another zone",
      ["DTSTART;TZID=Europe/Berlin:20261224T080000", "DTEND;TZID=Europe/Berlin:20261224T100000"],
      [["2026-12-24", [["15:00", "17:00"]]]],
    ],
    [
      "a start and an end in two zones",
      ["DTSTART;TZID=Europe/Berlin:20261224T080000", "DTEND;TZID=Asia/Shanghai:20261224T180000"],
      [["2026-12-24", [["15:00", "18:00"]]]],
    ],
    [
      "midnight to midnight is a date",
      ["DTSTART;TZID=Asia/Shanghai:20261224T000000", "DTEND;TZID=Asia/Shanghai:20261225T000000"],
      whole("2026-12-24"),
    ],
    [
      "seconds widen to minutes",
      ["DTSTART:20261224T130030", "DTEND:20261224T180001"],
      [["2026-12-24", [["13:00", "18:01"]]]],
    ],
    [
      "every year",
      ["DTSTART;VALUE=DATE:20201225", "RRULE:FREQ=YEARLY"],
      whole("2026-12-25", "2027-12-25"),
    ],
    [
      "every year but one",
      ["DTSTART;VALUE=DATE:20201225", "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20261225"],
      whole("2027-12-25"),
    ],
    [
      "the fourth Thursday of November",
      ["DTSTART;VALUE=DATE:20201126", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"],
      whole("2026-11-26", "2027-11-25"),
    ],
    [
      "the last day of February",
      ["DTSTART;VALUE=DATE:20200229", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"],
      whole("2026-02-28", "2027-02-28"),
    ],
    [
      "31 April is no date, 31 May is",
      ["DTSTART;VALUE=DATE:20260531", "RRULE:FREQ=YEARLY;BYMONTH=4,5;BYMONTHDAY=31"],
      whole("2026-05-31", "2027-05-31"),
    ],
    [
      "listed dates after the first",
      ["DTSTART;VALUE=DATE:20261225", "RDATE;VALUE=DATE:20270301"],
      whole("2026-12-25", "2027-03-01"),
    ],
    [
      "listed dates",
      ["DTSTART;VALUE=DATE:20261225", "RDATE;VALUE=DATE:20261225,20270301"],
      whole("2026-12-25", "2027-03-01"),
    ],
  ])("%s", (_, lines, expected) => {
    const report = read("UID:1", "SUMMARY:Holiday", ...lines);
    expect(report.refused).toEqual([]);
    expect(daysOf(report)).toEqual(expected);
  });

  test("a date is whole where its midnight is skipped", () => {
    const text = file(["UID:1", "SUMMARY:x", "DTSTART;VALUE=DATE:20260329"]);
    const report = readICal(text, { ...reading, tz: "Asia/Beirut" });
    expect(daysOf(report)).toEqual(whole("2026-03-29"));
  });

  test("an occurrence that was moved stands where it was moved to", () => {
    const every = ["UID:1", "SUMMARY:Outing", "DTSTART;VALUE=DATE:20200501", "RRULE:FREQ=YEARLY"];
    const moved = ["UID:1", "RECURRENCE-ID;VALUE=DATE:20270501", "DTSTART;VALUE=DATE:20270507"];
    const other = ["UID:2", "SUMMARY:Other", "DTSTART;VALUE=DATE:20260601"];
    const report = readICal(file(every, [...moved, "SUMMARY:Outing, later"], other), reading);
    expect(daysOf(report)).toEqual(whole("2026-05-01", "2027-05-07", "2026-06-01"));
    expect(report.days[1]!.label).toEqual({ en: "Outing, later" });
  });

  test("a zone that only the file knows is read from the file", () => {
    const zone = [
      "BEGIN:VTIMEZONE",
      "TZID:Head Office",
      "BEGIN:STANDARD",
      "TZOFFSETFROM:+0530",
      "TZOFFSETTO:+0530",
      "DTSTART:19700101T000000",
      "END:STANDARD",
      "END:VTIMEZONE",
    ];
    const event = ["UID:1", "SUMMARY:x", "DTSTART;TZID=Head Office:20261224T093000"];
    const text = file([...event, "DURATION:PT1H"]).replace(
      "VERSION:2.0",
      ["VERSION:2.0", ...zone].join("\r\n"),
    );
    expect(daysOf(readICal(text, reading))).toEqual([["2026-12-24", [["12:00", "13:00"]]]]);
  });

  test("folded lines, commas and several calendars in one file are read", () => {
    const one = file([
      "UID:1",
      "DTSTART;VALUE=DATE:20261225",
      "SUMMARY:Christmas\\, the",
      "  first day",
    ]);
    const two = file(["UID:2", "DTSTART;VALUE=DATE:20261226", "SUMMARY:二十六日"]);
    const { days } = readICal(`\uFEFF${one}\r\n${two}\r\n`, reading);
    expect(days.map(({ label }) => label)).toEqual([
      { en: "Christmas, the first day" },
      { zh: "二十六日" },
    ]);
  });
});

describe("an event opens or closes", () => {
  test.each([
    ["春节(休)", "closed", { zh: "春节" }],
    ["春节（班）", "open", { zh: "春节" }],
    ["国庆节补班", "open", { zh: "国庆节补班" }],
    ["Make-up day for Spring Festival", "open", { en: "Make-up day for Spring Festival" }],
    ["Labour Day", "closed", { en: "Labour Day" }],
  ])("%s", (summary, kind, label) => {
    const [day] = read("UID:1", `SUMMARY:${summary}`, "DTSTART;VALUE=DATE:20261010").days;
    expect(day).toMatchObject({ kind, label });
  });

  test("Apple's mark counts, and the manager's word above all", () => {
    const lines = ["UID:1", "SUMMARY:x", "DTSTART;VALUE=DATE:20261010"];
    const marked = file([...lines, "X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY"]);
    expect(readICal(marked, reading).days[0]!.kind).toBe("open");
    expect(readICal(marked, { ...reading, meaning: "closed" }).days[0]!.kind).toBe("closed");
    expect(readICal(file(lines), { ...reading, meaning: "open" }).days[0]!.kind).toBe("open");
  });
});

describe("what is refused is told, and the rest is taken", () => {
  test.each<[string, string[], string]>([
    ["no start", ["UID:1"], "no_start"],
    ["30 February", ["DTSTART;VALUE=DATE:20260230"], "no_such_date"],
    [
      "29 February, in years without",
      ["DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY"],
      "outside_dates",
    ],
    [
      "31 April",
      ["DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=31"],
      "outside_dates",
    ],
    [
      "a rule that isn't understood",
      ["DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY;BYWEEKNO=20"],
      "recurs_otherwise",
    ],
    ["a date that is none", ["DTSTART:2026123"], "unreadable"],
    [
      "an end before the start",
      ["DTSTART:20261224T130000", "DTEND:20261224T120000"],
      "ends_before_it_starts",
    ],
    ["a moment", ["DTSTART:20261224T130000"], "ends_before_it_starts"],
    [
      "longer than a year",
      ["DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20270301"],
      "too_long",
    ],
    [
      "a zone nobody knows",
      ["DTSTART;TZID=Head Office:20261224T130000", "DURATION:PT1H"],
      "unknown_zone",
    ],
    [
      "every hour",
      ["DTSTART:20261224T130000", "DURATION:PT1M", "RRULE:FREQ=HOURLY"],
      "recurs_too_often",
    ],
    [
      "a search for ever",
      ["DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"],
      "recurs_too_often",
    ],
    ["called off", ["STATUS:CANCELLED", "DTSTART;VALUE=DATE:20261224"], "cancelled"],
    ["years ago", ["DTSTART;VALUE=DATE:20191224"], "outside_dates"],
  ])("%s", (_, lines, code) => {
    const good = ["UID:2", "SUMMARY:Good", "DTSTART;VALUE=DATE:20261225"];
    const report = readICal(file(["SUMMARY:Bad", ...lines], good), reading);
    expect(report.refused).toMatchObject([{ summary: "Bad", code }]);
    expect(report.imported).toEqual([{ summary: "Good", kind: "closed", dates: ["2026-12-25"] }]);
    const { detail } = report.refused[0]!;
    for (const locale of ["en", "zh"] as const)
      expect(calendarText(`ical_${report.refused[0]!.code}`, detail, locale)).not.toMatch(
        /[{}]|undefined/,
      );
  });

  test("a text that is no calendar is one refusal, whatever it is", () => {
    for (const text of ["", "hello", "BEGIN:VCALENDAR", "<html>:</html>"])
      expect(readICal(text, reading)).toMatchObject({
        days: [],
        refused: [{ code: "unreadable" }],
      });
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readICal(text, reading).days).toEqual([]);
        expect(readICal(file([text]), reading).days).toEqual([]);
      }),
    );
  });
});

test("dates written as a file come back as they were, and twice is once", () => {
  const office = calendarSchema.parse({ tz: reading.tz, week: { mon: [["09:00", "18:00"]] } });
  const name = (date: string) => date.replaceAll("-", "");
  fc.assert(
    fc.property(fc.uniqueArray(dates, { maxLength: 6 }), (days) => {
      const text = file(
        ...days.map((date) => [`UID:${date}`, `DTSTART;VALUE=DATE:${name(date)}`, "SUMMARY:x"]),
      );
      const report = readICal(text, { ...reading, from: "2025-01-01" });
      expect(report.days.map(({ date }) => date)).toEqual(days);
      const once = withDays(office, report.days, []);
      expect(withDays(once, report.days, [])).toEqual(once);
    }),
  );
});

test("the published Chinese file says what the State Council's table says", () => {
  const path = join(import.meta.dirname, "../../node_modules/chinese-days/dist/holidays.ics");
  const year = { ...reading, to: "2027-01-01" };
  const report = readICal(readFileSync(path, "utf8"), year);
  const plain = (days: typeof report.days) =>
    days.map(({ date, kind }) => `${date} ${kind}`).sort();
  expect(plain(report.days)).toEqual(plain(fromHolidayTable(table2026)));
  expect(new Set(report.refused.map(({ code }) => code))).toEqual(new Set(["outside_dates"]));
});
