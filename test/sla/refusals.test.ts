import { describe, expect, test } from "vitest";
import { calendarSchema } from "#server/sla/calendar.ts";
import { calendarProblems, repeatedDates } from "#server/sla/calendarchecks.ts";
import { calendarText } from "#server/sla/calendartext.ts";

const now = Date.parse("2026-11-22T09:00:00+08:00");

describe("a calendar is refused", () => {
  const hours = [["09:00", "18:00"]];
  test.each([
    ["unknown zone", { tz: "Asia/Peking", week: { mon: hours } }, "unknown_zone", ["tz"]],
    ["never opens", { tz: "UTC", week: { mon: [["09:00", "09:00"]] } }, "never_opens", ["week"]],
    [
      "overlap, in any order",
      {
        tz: "UTC",
        week: {
          mon: [
            ["13:00", "18:00"],
            ["09:00", "13:01"],
          ],
        },
      },
      "windows_overlap",
      ["week", "mon"],
    ],
    [
      "overlap on a date",
      {
        tz: "UTC",
        week: { mon: hours },
        overrides: {
          "2026-12-24": [
            ["09:00", "12:00"],
            ["09:00", "10:00"],
          ],
        },
      },
      "windows_overlap",
      ["overrides", "2026-12-24"],
    ],
    [
      "over midnight",
      { tz: "UTC", week: { mon: [["22:00", "06:00"]], tue: hours } },
      "window_ends_before_it_opens",
      ["week", "mon", 0],
    ],
    [
      "always and hours",
      { tz: "UTC", always: true, week: { mon: hours } },
      "always_with_hours",
      ["always"],
    ],
    [
      "a time that is none",
      { tz: "UTC", week: { mon: [["9:00", "18:00"]] } },
      "time_malformed",
      ["week", "mon", 0, 0],
    ],
    [
      "a date that is none",
      { tz: "UTC", week: { mon: hours }, overrides: { "2026-02-30": [] } },
      "date_unknown",
      ["overrides", "2026-02-30"],
    ],
    ["no calendar at all", "closed", "form_malformed", []],
  ])("%s", (_, data, code, path) => {
    expect(calendarProblems(data, now)).toEqual([
      expect.objectContaining({ code, path, severity: "refusal" }),
    ]);
  });

  test("windows may touch, and a make-up date alone is enough to open", () => {
    const touching = {
      tz: "UTC",
      week: {
        mon: [
          ["13:00", "18:00"],
          ["09:00", "13:00"],
        ],
      },
    };
    expect(calendarProblems(touching, now)).toEqual([]);
    const makeUp = { tz: "UTC", overrides: { "2026-02-14": hours } };
    expect(calendarSchema.safeParse(makeUp).success).toBe(true);
  });

  const december = Object.fromEntries(
    Array.from({ length: 31 }, (_, day) => [`2026-12-${String(day + 1).padStart(2, "0")}`, hours]),
  );
  test.each([
    ["its last date is past", { "2026-02-14": hours }, "never_opens", "2026-11-22"],
    [
      "its first date is more than a year ahead",
      { "2028-01-01": hours },
      "never_opens",
      "2026-11-22",
    ],
    ["its dates end within the year", december, "stops_opening", "2027-01-01"],
  ])("no open time: %s", (_, overrides, code, date) => {
    expect(calendarProblems({ tz: "Asia/Shanghai", overrides }, now)).toEqual([
      { code, severity: "refusal", path: ["week"], detail: { date } },
    ]);
  });

  test("a year of dates that close every Monday stops the clocks as well", () => {
    const mondays = Array.from({ length: 54 }, (_, week) =>
      new Date(Date.parse("2027-01-04") + week * 7 * 86_400_000).toISOString().slice(0, 10),
    );
    const closed = (dates: string[]) => ({
      tz: "UTC",
      week: { mon: hours },
      overrides: Object.fromEntries(dates.map((date) => [date, []])),
    });
    expect(calendarProblems(closed(mondays), now)).toEqual([
      expect.objectContaining({ code: "stops_opening", detail: { date: "2026-12-29" } }),
    ]);
    expect(calendarProblems(closed(mondays.slice(0, 50)), now)).toEqual([]);
  });

  test("a list that names a date twice tells the second one", () => {
    const rows = ["2026-12-24", "2026-12-25", "2026-12-24"].map((date) => ({ date }));
    expect(repeatedDates(rows)).toEqual([
      expect.objectContaining({ code: "date_twice", path: ["overrides", 2] }),
    ]);
    expect(repeatedDates(rows.slice(0, 2))).toEqual([]);
  });

  test("the manager reads what is wrong and what to do", () => {
    const mon = [
      ["9:00", "18:00"],
      ["22:00", "06:00"],
    ];
    const told = (data: unknown, locale: "en" | "zh") =>
      calendarProblems(data, now).map(({ code, detail }) => calendarText(code, detail, locale));
    expect(told({ tz: "UTC", week: { mon } }, "en")).toEqual([
      "“9:00” is no time. Write it with four digits, from 00:00 to 24:00.",
    ]);
    expect(told({ tz: "Asia/Peking", week: { mon: mon.slice(1), tue: hours } }, "zh")).toEqual([
      "无法识别时区“Asia/Peking”。请使用 Asia/Shanghai、Europe/Berlin 这样的名称。",
      "22:00–06:00 的结束时间早于开始时间。跨过午夜的时段请分成两段：当天到 24:00，次日从 00:00 起。",
    ]);
  });
});
