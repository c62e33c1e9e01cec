import { describe, expect, test } from "vitest";
import type { SlaBook } from "#server/sla/book.ts";
import { slaState } from "#server/sla/clock.ts";
import { defaultBook } from "#server/sla/defaults.ts";
import { literalAckOf } from "#server/sla/literalack.ts";
import type { LogEvent } from "#server/sla/log.ts";
import {
  acknowledged,
  answered,
  at,
  came,
  created,
  derive,
  graded,
  lines,
  only,
  reached,
  readReceipt,
  receipt,
  replied,
  type Story,
  shown,
  status,
} from "./telling.ts";

const leveled = (time: string, to: "L1" | "L2"): LogEvent => ({
  at: at(time),
  type: "level_changed",
  to,
});
const check = (...[, log, now, metric, expected]: Story) =>
  expect(lines(derive(log, now), metric)).toEqual(expected);

describe("milestones", () => {
  test.each<Story>([
    [
      "one that the new grade owes begins when the grade is set",
      [created("08:00", "P2"), graded("12:00", "P2", "P1")],
      "12:00",
      "cause",
      ["running, due 10 16:00, left 14400"],
    ],
    [
      "one that the new grade does not owe is gone",
      [created("10:00", "P1"), graded("12:00", "P1", "P0")],
      "12:00",
      "cause",
      [],
    ],
    [
      "… but a miss of it stays",
      [created("10:00", "P1"), graded("15:00", "P1", "P2")],
      "15:00",
      "cause",
      ["breached, due -, missed 10 14:00:00"],
    ],
    [
      "one that was told before it was owed is met at once",
      [created("10:00", "P2"), reached("11:00", "cause"), graded("12:00", "P2", "P1")],
      "13:00",
      "cause",
      ["met, due 10 16:00, stopped 10 12:00:00"],
    ],
    [
      "the solution is the conclusion, and waiting for the customer pauses it",
      [created("10:00", "P2"), status("11:00", "waiting_customer"), status("12:00", "solved")],
      "13:00",
      "conclusion",
      ["met, due 12 10:00, stopped 10 12:00:00"],
    ],
    [
      "closing without a solution concludes nothing",
      [created("10:00", "P2"), status("12:00", "closed")],
      "13:00",
      "conclusion",
      ["cancelled, due 11 18:00, stopped 10 12:00:00"],
    ],
    [
      "a raise of the grade leaves an hour where there was a clock",
      [created("10:00", "P3", "question"), graded("11 17:30", "P3", "P2")],
      "11 17:30",
      "conclusion",
      ["running, due 11 18:00, left 1800"],
    ],
  ])("%s", check);
});

describe("levels", () => {
  test.each<Story>([
    [
      "raised: at least 15 minutes are left",
      [created("10:00", "P1"), leveled("11:30", "L1")],
      "11:30",
      "substantive_reply",
      ["running, due 10 11:45, left 900"],
    ],
    [
      "lowered: from the start",
      [came("10:00", "P1", { level: "L1" }), leveled("10:30", "L2")],
      "10:30",
      "substantive_reply",
      ["running, due 10 14:00, goal 10 12:00, left 12600"],
    ],
    [
      "a change that asks for the same time moves nothing",
      [created("10:00", "P1"), leveled("10:30", "L1")],
      "10:30",
      "first_reply",
      ["running, due 10 11:00, goal 10 10:15, left 1800"],
    ],
  ])("%s", check);
});

describe("several schemes", () => {
  const policy = defaultBook.policies[0]!;
  const resolution = {
    ...policy.grades.P2.resolution!,
    times: [
      { scheme: "priority" as const, limit: { working_days: 3 } },
      { scheme: "quadrant" as const, limit: { seconds: 10 * 3600 } },
    ],
  };
  const grades = { ...policy.grades, P2: { ...policy.grades.P2, resolution } };
  const book: SlaBook = { ...defaultBook, policies: [{ ...policy, grades }] };

  test("the earliest due instant wins and names its scheme", () => {
    const clock = only(derive([created("10:00", "P2")], "10:00", book), "resolution");
    expect([clock.scheme, shown(clock.dueAt)]).toEqual(["quadrant", "11 11:00:00"]);
  });

  test("a raise takes the earliest of what they ask, floor by floor", () => {
    const log = [created("09 16:00", "P3"), graded("10:00", "P3", "P2")];
    const clock = only(derive(log, "10:00", book), "resolution");
    expect([clock.scheme, shown(clock.dueAt)]).toEqual(["quadrant", "10 17:00:00"]);
  });
});

describe("what the desk writes about misses", () => {
  const missed = [created("10:00", "P2"), acknowledged("10:20")];
  const corrected: LogEvent = {
    at: at("12:00"),
    type: "breach_corrected",
    metric: "ack",
    instance: 1,
  };
  test.each<Story>([
    [
      "a breach in the log decides nothing",
      [created("10:00", "P2"), { at: at("10:01"), type: "breached", metric: "ack", instance: 1 }],
      "10:05",
      "ack",
      ["running, due 10 10:15, left 600"],
    ],
    [
      "a struck miss of a stopped clock counts as met",
      [...missed, corrected],
      "12:00",
      "ack",
      ["met, due 10 10:15, stopped 10 10:20:00"],
    ],
    [
      "one that still counts is cancelled",
      [created("10:00", "P2"), corrected],
      "12:00",
      "ack",
      ["cancelled, due 10 10:15, left 0"],
    ],
    [
      "striking what still runs changes nothing",
      [created("10:00", "P0"), { ...corrected, metric: "resolution" } as LogEvent],
      "12:00",
      "resolution",
      ["running, due 10 14:00, left 7200"],
    ],
    [
      "striking what was not missed changes nothing",
      [created("10:00", "P2"), acknowledged("10:10"), corrected],
      "12:00",
      "ack",
      ["met, due 10 10:15, stopped 10 10:10:00"],
    ],
  ])("%s", check);
});

test("rhythm and watches warn the desk, and do not make a ticket late", () => {
  const log = [
    created("10:00", "P1"),
    answered("10:10"),
    reached("10:10", "cause"),
    replied("10:10"),
  ];
  const clocks = derive(log, "16:00");
  expect(only(clocks, "cadence").state).toBe("breached");
  expect(only(clocks, "auto_reply").state).toBe("breached");
  expect(slaState(clocks, at("16:00"))).toBe("running");
});

test.each<[string, LogEvent[], string, boolean | null]>([
  ["met", [readReceipt("12:00"), acknowledged("12:15")], "13:00", true],
  ["missed", [readReceipt("12:00"), acknowledged("12:15:01")], "13:00", false],
  ["missed without any", [readReceipt("12:00"), receipt("12:01")], "12:16", false],
  ["still open", [readReceipt("12:00")], "12:10", null],
])("F024 15 minutes after it was opened: %s", (_, log, now, met) => {
  expect(literalAckOf([created("10:00", "P2"), ...log], at(now))?.met).toBe(met);
});
