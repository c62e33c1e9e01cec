import { describe, expect, test } from "vitest";
import { reasonsOf } from "#server/escalation/causes.ts";
import { clocksOf } from "#server/sla/clocks.ts";
import { defaultBook } from "#server/sla/defaults.ts";
import type { LogEvent } from "#server/sla/log.ts";
import { answered, at, created, delayed, replied, wrote } from "../sla/telling.ts";

const nudge = (time: string): LogEvent => ({ at: at(time), type: "nudged" });
const asked = (time: string): LogEvent => ({ at: at(time), type: "customer_message", nudge: true });
const reasons = (log: LogEvent[], now: string) =>
  reasonsOf(log, clocksOf(log, defaultBook, at(now))).map(
    ({ cause, occasion }) => `${cause} ${occasion}`,
  );
const because = (cause: string) => (log: LogEvent[], now: string) =>
  reasons(log, now).filter((reason) => reason.startsWith(cause));

describe("F028 no progress in 24 hours", () => {
  const log = [created("09:00", "P1"), answered("09:30", "13:00")];
  const noProgress = because("no_progress");

  test("fires once, from the last substantive update", () => {
    expect(noProgress(log, "11 09:30")).toEqual([]);
    expect(noProgress(log, "11 09:30:01")).toEqual(["no_progress no_progress:2"]);
    expect(noProgress(log, "13 12:00")).toEqual(["no_progress no_progress:2"]);
  });

  test("a delay notice is no progress", () => {
    const late = [...log, delayed("12:00", "18:00")];
    expect(noProgress(late, "11 09:30:01")).toEqual(["no_progress no_progress:2"]);
  });
});

describe("F029 asked twice without an update between", () => {
  const nudged = because("nudged");
  const start = [created("09:00", "P1"), answered("09:30", "13:00")];

  test.each<[string, LogEvent[], string[]]>([
    ["once", [nudge("10:00")], []],
    ["twice within ten minutes is once", [nudge("10:00"), nudge("10:09:59")], []],
    ["twice, ten minutes apart", [nudge("10:00"), nudge("10:10")], [`nudged nudge:${at("10:10")}`]],
    ["by words in messages", [asked("10:00"), asked("11:00")], [`nudged nudge:${at("11:00")}`]],
    [
      "an update between begins anew",
      [nudge("10:00"), answered("10:30", "14:00"), nudge("11:00")],
      [],
    ],
    [
      "a delay notice between does not",
      [nudge("10:00"), delayed("10:30", "14:00"), nudge("11:00")],
      [`nudged nudge:${at("11:00")}`],
    ],
    [
      "a reply without a next step does not",
      [nudge("10:00"), replied("10:30", "14:00"), nudge("11:00")],
      [`nudged nudge:${at("11:00")}`],
    ],
    [
      "the third says nothing new",
      [nudge("10:00"), nudge("10:10"), nudge("12:00")],
      [`nudged nudge:${at("10:10")}`],
    ],
    [
      "an answer to our question is no nudge",
      [wrote("10:00"), replied("10:20", "14:00"), wrote("10:40")],
      [],
    ],
    [
      "writing on while we owe an answer is",
      [wrote("10:00"), wrote("10:05"), wrote("10:30"), wrote("11:00")],
      [`nudged nudge:${at("11:00")}`],
    ],
  ])("%s", (_, events, expected) => {
    expect(nudged([...start, ...events], "12:30")).toEqual(expected);
  });

  test("before the first answer every further message asks", () => {
    const log = [created("09:00", "P1"), wrote("09:20"), wrote("09:40")];
    expect(nudged(log, "09:50")).toEqual([`nudged nudge:${at("09:40")}`]);
  });
});

describe("promises and delays", () => {
  test("two promises missed in a row climb, one does not", () => {
    const log = [created("09:00", "P1"), answered("09:10", "10:00")];
    const missed = because("promises_missed");
    expect(missed(log, "10:30")).toEqual([]);
    const again = [...log, replied("10:30", "11:00")];
    expect(missed(again, "11:30")).toEqual(["promises_missed promise:2"]);
    expect(
      missed([...again, replied("11:30", "12:00"), replied("12:30", "13:00")], "12:45"),
    ).toEqual(["promises_missed promise:2"]);
  });

  test("a kept promise between begins anew", () => {
    const log = [created("09:00", "P1"), answered("09:10", "10:00"), replied("10:30", "11:00")];
    const kept = [...log, replied("10:50", "11:30")];
    expect(because("promises_missed")(kept, "12:00")).toEqual([]);
  });

  test("the second delay notice in a row climbs", () => {
    const log = [created("09:00", "P1"), answered("09:10", "12:00"), delayed("11:00", "13:00")];
    expect(because("delayed_twice")(log, "11:30")).toEqual([]);
    expect(because("delayed_twice")([...log, delayed("12:00", "14:00")], "12:30")).toEqual([
      `delayed_twice delay:${at("12:00")}`,
    ]);
    const between = [...log, answered("11:30", "13:00"), delayed("12:00", "14:00")];
    expect(because("delayed_twice")(between, "12:30")).toEqual([]);
  });
});

test("a missed commitment is a reason, a missed rhythm is not", () => {
  const log = [created("09:00", "P0")];
  const found = reasons(log, "10:05").filter((reason) => reason.startsWith("breached"));
  expect(found).toContain("breached first_reply:1");
  expect(found.join()).not.toContain("cadence");
});
