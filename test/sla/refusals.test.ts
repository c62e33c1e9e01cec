import { describe, expect, test } from "vitest";
import { calendarProblems } from "#server/sla/calendar.ts";

describe("a calendar is refused", () => {
  const hours = [["09:00", "18:00"]];
  test.each([
    ["unknown zone", { tz: "Asia/Peking", week: { mon: hours } }, "unknown_zone", ["tz"]],
    [
      "never opens",
      { tz: "UTC", week: { mon: [["09:00", "09:00"]] } },
      "calendar_never_opens",
      ["week"],
    ],
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
      "calendar_malformed",
      ["week", "mon", 0, 0],
    ],
    [
      "a date that is none",
      { tz: "UTC", week: { mon: hours }, overrides: { "2026-02-30": [] } },
      "calendar_malformed",
      ["overrides", "2026-02-30"],
    ],
  ])("%s", (_, data, code, path) => {
    expect(calendarProblems(data)).toEqual([expect.objectContaining({ code, path })]);
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
    expect(calendarProblems(touching)).toEqual([]);
    expect(calendarProblems({ tz: "UTC", overrides: { "2026-02-14": hours } })).toEqual([]);
  });
});
