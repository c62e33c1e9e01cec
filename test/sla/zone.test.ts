import { describe, expect, test } from "vitest";
import { calendarSchema } from "#server/sla/calendar.ts";
import { DAY, HOUR } from "#server/sla/instant.ts";
import { closeOf } from "#server/sla/windows.ts";
import { openSeconds } from "#server/sla/worktime.ts";
import { instantOf } from "#server/sla/zone.ts";

describe("local time", () => {
  const day = (date: string) => Date.parse(date) / DAY;
  test.each([
    ["plain", "Asia/Kolkata", "2026-11-13", 10, "2026-11-13T10:00:00+05:30"],
    ["skipped: the jump", "America/New_York", "2026-03-08", 2.5, "2026-03-08T03:00:00-04:00"],
    ["repeated: first pass", "America/New_York", "2026-11-01", 1.5, "2026-11-01T01:30:00-04:00"],
    ["half-hour jump", "Australia/Lord_Howe", "2026-10-04", 2.25, "2026-10-04T02:30:00+11:00"],
    ["a date the zone skipped", "Pacific/Apia", "2011-12-30", 12, "2011-12-31T00:00:00+14:00"],
    ["far east", "Pacific/Kiritimati", "2026-11-13", 0, "2026-11-13T00:00:00+14:00"],
    ["far west", "Pacific/Pago_Pago", "2026-11-13", 23.5, "2026-11-13T23:30:00-11:00"],
  ])("%s", (_, tz, date, hour, expected) => {
    expect(instantOf(tz, day(date), hour * HOUR)).toBe(Date.parse(expected));
  });

  const allDay = (tz: string) =>
    calendarSchema.parse({
      tz,
      overrides: { "2011-12-30": [["00:00", "24:00"]] },
      week: { mon: [["00:00", "24:00"]] },
    });

  test("a date that the zone skipped has no open time", () => {
    expect(closeOf(allDay("Pacific/Apia"), day("2011-12-30"))).toBeNull();
    expect(closeOf(allDay("Pacific/Auckland"), day("2011-12-30"))).not.toBeNull();
  });

  test("clocks that go back over midnight make two dates take turns", () => {
    const sunday = calendarSchema.parse({
      tz: "America/St_Johns",
      week: { sun: [["00:00", "24:00"]] },
    });
    const [from, to] = ["2010-11-07T00:00:00-02:30", "2010-11-08T00:00:00-03:30"].map(Date.parse);
    // 00:00 to 00:01, an hour back to Saturday 23:01, then Sunday once more from 00:00.
    expect(openSeconds(sunday, from!, to!)).toBe(24 * 3600 + 60);
  });
});
