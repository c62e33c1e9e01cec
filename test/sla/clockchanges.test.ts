import { describe, expect, test } from "vitest";
import { calendarSchema } from "#server/sla/calendar.ts";
import { calendarProblems } from "#server/sla/calendarchecks.ts";
import { calendarText } from "#server/sla/calendartext.ts";

const now = Date.parse("2026-01-15T00:00:00Z");
type Windows = [string, string][];
const NEW_YORK = "America/New_York";

describe("hours that a change of the clocks skips or repeats", () => {
  // New York goes from 02:00 to 03:00 on 2026-03-08 and from 02:00 to 01:00 on 2026-11-01.
  const spring = (detail: object) => ({ date: "2026-03-08", ...detail });
  const autumn = (detail: object) => ({ date: "2026-11-01", ...detail });
  test.each<[string, string, Windows, string | null, object]>([
    [
      "an opening inside",
      NEW_YORK,
      [["02:30", "06:00"]],
      "opening_skipped",
      spring({ open: "02:30", close: "06:00", clock: "03:00" }),
    ],
    [
      "an opening at the jump",
      NEW_YORK,
      [["02:00", "06:00"]],
      "opening_skipped",
      spring({ open: "02:00", close: "06:00", clock: "03:00" }),
    ],
    ["an opening after it", NEW_YORK, [["03:00", "06:00"]], null, {}],
    [
      "a closing inside",
      NEW_YORK,
      [["00:30", "02:30"]],
      "closing_skipped",
      spring({ open: "00:30", close: "02:30", clock: "02:00" }),
    ],
    ["a closing at the jump", NEW_YORK, [["00:30", "01:00"]], null, {}],
    [
      "all of it",
      NEW_YORK,
      [["02:00", "03:00"]],
      "window_skipped",
      spring({ open: "02:00", close: "03:00", clock: "03:00" }),
    ],
    ["a night around both", NEW_YORK, [["00:00", "06:00"]], null, {}],
    [
      "an opening repeated",
      NEW_YORK,
      [["01:30", "02:00"]],
      "opening_repeated",
      autumn({ open: "01:30", close: "02:00", clock: "01:00" }),
    ],
    [
      "a closing repeated",
      NEW_YORK,
      [["00:00", "01:30"]],
      "closing_repeated",
      autumn({ open: "00:00", close: "01:30", clock: "01:00" }),
    ],
    [
      "a window repeated",
      NEW_YORK,
      [["01:10", "01:50"]],
      "window_repeated",
      autumn({ open: "01:10", close: "01:50", clock: "01:00" }),
    ],
    ["a repeated hour as a whole", NEW_YORK, [["01:00", "02:00"]], null, {}],
    [
      "windows that touch inside",
      NEW_YORK,
      [
        ["00:00", "01:30"],
        ["01:30", "02:30"],
        ["02:30", "06:00"],
      ],
      null,
      {},
    ],
    [
      "half an hour",
      "Australia/Lord_Howe",
      [["02:15", "06:00"]],
      "opening_skipped",
      { date: "2026-10-04", open: "02:15", close: "06:00", clock: "02:30" },
    ],
    ["a zone without changes", "Asia/Shanghai", [["02:30", "06:00"]], null, {}],
  ])("%s (%s)", (_, tz, sun, code, detail) => {
    const path = ["week", "sun", 0];
    const notices = calendarProblems({ tz, week: { sun } }, now);
    expect(notices).toEqual(code ? [{ code, severity: "notice", path, detail }] : []);
  });

  test("an opening at a midnight that is skipped; not where the day before is open until then", () => {
    // Beirut goes from 00:00 to 01:00 on Sunday 2026-03-29.
    const sun: Windows = [["00:00", "24:00"]];
    const alone = calendarProblems({ tz: "Asia/Beirut", week: { sun } }, now);
    expect(alone[0]).toMatchObject({
      code: "opening_skipped",
      detail: { date: "2026-03-29", clock: "01:00" },
    });
    const both = { tz: "Asia/Beirut", week: { sat: sun, sun } };
    expect(calendarProblems(both, now).map(({ code }) => code)).not.toContain("opening_skipped");
  });

  test("the date's own hours count, and only the next twelve months", () => {
    const week = { mon: [["09:00", "18:00"]] };
    const overrides = { "2026-03-08": [["02:30", "06:00"]], "2027-03-14": [["02:30", "06:00"]] };
    const calendar = { tz: NEW_YORK, week, overrides };
    expect(calendarProblems(calendar, now).map(({ path }) => path)).toEqual([
      ["overrides", "2026-03-08", 0],
    ]);
  });

  test("a calendar with notices may be stored, and the notice is a sentence", () => {
    const calendar = calendarSchema.parse({ tz: NEW_YORK, week: { sun: [["02:30", "06:00"]] } });
    const [notice] = calendarProblems(calendar, now);
    expect(calendarText(notice!.code, notice!.detail, "en")).toBe(
      "2026-03-08: the clocks skip 02:30. It opens at 03:00.",
    );
    expect(calendarText(notice!.code, notice!.detail, "zh")).toBe(
      "2026-03-08：因时钟拨快，02:30 这个时刻不存在，当天从 03:00 开始。",
    );
  });

  test("a calendar that is always open has nothing to skip", () => {
    expect(calendarProblems({ tz: NEW_YORK, always: true }, now)).toEqual([]);
  });
});
