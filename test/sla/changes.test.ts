import { expect, test } from "vitest";
import { calendarSchema } from "#server/sla/calendar.ts";
import { changePriority } from "#server/sla/changes.ts";

const calendar = calendarSchema.parse({ tz: "UTC", always: true });
const at = (time: string) => Date.parse(`2026-11-10T${time}Z`);

test.each([
  ["leaves at least the floor", 3600, "11:30", "11:45"],
  ["leaves no more than the new target", 300, "11:30", "11:35"],
  ["never moves the due time later", 3600, "11:55", "12:00"],
  ["uses the new target when that is enough", 3600, "10:10", "11:00"],
])("a raise %s", (_, newSeconds, changedAt, due) => {
  const change = changePriority({
    calendar,
    newCalendar: calendar,
    start: at("10:00"),
    changedAt: at(changedAt),
    direction: "up",
    oldTarget: { seconds: 7200 },
    newTarget: { seconds: newSeconds },
    floorSeconds: 900,
    pauses: [],
  });
  expect(change.due.at).toBe(at(due));
  expect(change.breachedAt).toBeNull();
});
