import { describe, expect, test } from "vitest";
import { gradeAt } from "#server/sla/clocks.ts";
import { defaultBook } from "#server/sla/defaults.ts";
import type { LogEvent } from "#server/sla/log.ts";
import { planOf } from "#server/sla/plan.ts";
import { proposePromise } from "#server/sla/promises.ts";
import {
  at,
  created,
  derive,
  lines,
  merged,
  only,
  promised,
  receipt,
  replied,
  type Story,
  shown,
  status,
  wrote,
} from "./telling.ts";

describe("promises", () => {
  const start = [created("10:00", "P2"), replied("10:10", "12:00")];
  test.each<Story>([
    ["running", start, "11:00", "promise", ["running, due 10 12:00, left 3600"]],
    [
      "kept at the promised second, with the next one",
      [...start, replied("12:00", "15:00")],
      "13:00",
      "promise",
      ["met, due 10 12:00, stopped 10 12:00:00", "running, due 10 15:00, left 7200"],
    ],
    [
      "broken, not answered yet",
      start,
      "12:01",
      "promise",
      ["breached, due 10 12:00, missed 10 12:00:00, left 0"],
    ],
    [
      "broken by a second",
      [...start, replied("12:00:01", "15:00")],
      "13:00",
      "promise",
      [
        "breached, due 10 12:00, stopped 10 12:00:01, missed 10 12:00:00",
        "running, due 10 15:00, left 7200",
      ],
    ],
    [
      "moved by a notice in time",
      [...start, promised("11:30", "16:00"), replied("15:00")],
      "16:00",
      "promise",
      ["met, due 10 16:00, stopped 10 15:00:00"],
    ],
    [
      "a notice after it was broken begins another",
      [...start, promised("12:30", "16:00")],
      "13:00",
      "promise",
      [
        "breached, due 10 12:00, stopped 10 12:30:00, missed 10 12:00:00",
        "running, due 10 16:00, left 10800",
      ],
    ],
    [
      "a receipt keeps nothing",
      [...start, receipt("11:00")],
      "12:01",
      "promise",
      ["breached, due 10 12:00, missed 10 12:00:00, left 0"],
    ],
    [
      "solving keeps it",
      [...start, status("11:00", "solved")],
      "13:00",
      "promise",
      ["met, due 10 12:00, stopped 10 11:00:00"],
    ],
    [
      "waiting for the customer pauses it",
      [...start, status("11:00", "waiting_customer")],
      "14:00",
      "promise",
      ["paused, due -, left 3600"],
    ],
    [
      "… round the clock",
      [...start, status("11:00", "waiting_customer"), wrote("20:00")],
      "20:00",
      "promise",
      ["running, due 10 21:00, left 3600"],
    ],
    [
      "one that was kept is not moved by waiting for the customer afterwards",
      [...start, replied("11:00"), status("11:00", "waiting_customer")],
      "13:00",
      "promise",
      ["met, due 10 12:00, stopped 10 11:00:00"],
    ],
    [
      "a notice without a time leaves it standing",
      [...start, replied("11:00", undefined, { delay: true })],
      "11:30",
      "promise",
      ["running, due 10 12:00, left 1800"],
    ],
    ["no promise, no clock", [created("10:00", "P2"), replied("10:10")], "12:00", "promise", []],
    [
      "merged",
      [...start, merged("11:00")],
      "13:00",
      "promise",
      ["cancelled, due 10 12:00, stopped 10 11:00:00"],
    ],
  ])("%s", (_, log, now, metric, expected) => {
    expect(lines(derive(log, now), metric)).toEqual(expected);
  });

  test("the reminder comes 20 % of the interval before, or 15 minutes", () => {
    const reminder = (made: string, due: string) =>
      shown(only(derive([created("10:00", "P2"), replied(made, due)], made), "promise").warnAt);
    expect(reminder("10:00", "15:00")).toBe("10 14:00:00");
    expect(reminder("10:00", "10:40")).toBe("10 10:25:00");
    expect(reminder("10:00", "10:10")).toBe("10 10:00:00");
  });

  const propose = (log: LogEvent[], now: string) =>
    shown(
      proposePromise({
        clocks: derive(log, now),
        plan: planOf(defaultBook, "default"),
        grade: gradeAt(log, at(now))!,
        now: at(now),
      }),
    );

  test.each([
    ["the cadence", [created("10:00", "P2")], "10:05", "11 18:00:00"],
    ["the milestone, when it is nearer", [created("10:00", "P0")], "13:30", "10 14:00:00"],
    ["the cadence, when the milestone is missed", [created("10:00", "P0")], "14:30", "10 15:30:00"],
    ["the cadence of a suggestion", [created("10:00", "P3", "suggestion")], "10:05", "13 18:00:00"],
  ])("proposed: %s", (_, log, now, expected) => {
    expect(propose(log, now)).toBe(expected);
  });
});
