import { describe, expect, test } from "vitest";
import { type Arithmetic, arithmeticOf } from "#server/sla/arithmetic.ts";
import { calendarSchema } from "#server/sla/calendar.ts";
import { defaultBook } from "#server/sla/defaults.ts";
import { HOUR } from "#server/sla/instant.ts";
import type { LogEvent } from "#server/sla/log.ts";
import type { Metric } from "#server/sla/metrics.ts";
import { windowsBetween } from "#server/sla/windowlist.ts";
import {
  answered,
  at,
  created,
  graded,
  promised,
  reopened,
  shown,
  status,
  thirdParty,
  wrote,
} from "./telling.ts";

const ask = (log: LogEvent[], now: string, metric: Metric, instance = 1) =>
  arithmeticOf(log, defaultBook, at(now), metric, instance);
const rules = ({ rules }: Arithmetic) =>
  rules.map(({ rule, leadsTo }) => `${rule} ${shown(leadsTo)?.slice(0, 8) ?? "-"}`);
const windows = ({ windows }: Arithmetic) =>
  windows.map(
    ({ from, to, seconds }) => `${shown(from)?.slice(0, 8)}–${shown(to)?.slice(3, 8)} ${seconds}`,
  );

test("four working hours over a weekend, with a pause", () => {
  const log = [
    created("13 16:00", "P2"),
    status("13 17:00", "waiting_customer", "new"),
    wrote("16 10:00"),
  ];
  const told = ask(log, "16 10:00", "conclusion")!;
  expect(told).toMatchObject({
    scheme: "quadrant",
    settings: { version: 1, policy: "default" },
    calendar: { id: "working", zone: "Asia/Shanghai" },
    target: { working_days: 1 },
    seconds: 11 * 3600,
    leftSeconds: 0,
    more: null,
  });
  expect(windows(told)).toEqual([
    "13 16:00–17:00 3600",
    "16 10:00–18:00 28800",
    "17 09:00–11:00 7200",
  ]);
  expect(told.pauses).toEqual([
    { from: at("13 17:00"), to: at("16 10:00"), reason: "waiting_customer", seconds: 7200 },
  ]);
  expect(rules(told)).toEqual(["target 17 11:00", "working_day 16 18:00"]);
});

describe("the rules in their order", () => {
  test.each<[string, LogEvent[], string, Metric, string[]]>([
    [
      "raised",
      [created("10:00", "P3"), graded("10:20", "P3", "P1")],
      "10:20",
      "first_reply",
      ["target 10 18:00", "raised 10 11:00"],
    ],
    [
      "a floor",
      [created("10:00", "P3"), graded("14:00", "P3", "P0")],
      "14:00",
      "first_reply",
      ["target 10 18:00", "raised 10 10:15", "floor 10 14:15"],
    ],
    [
      "never later",
      [created("09:00", "P3"), graded("16:55", "P3", "P0")],
      "16:55",
      "first_reply",
      ["target 10 17:00", "raised 10 09:15", "never_later 10 17:00"],
    ],
    [
      "lowered",
      [created("10:00", "P1"), graded("10:30", "P1", "P2")],
      "10:30",
      "first_reply",
      ["target 10 11:00", "lowered 10 14:00"],
    ],
    [
      "reopened",
      [created("10:00", "P1"), status("20:00", "solved"), reopened("12 20:00")],
      "12 20:00",
      "resolution",
      ["target 13 10:00", "reopened 13 10:00"],
    ],
    [
      "reopened late",
      [created("10:00", "P0"), status("13:40", "solved"), reopened("20:00")],
      "20:00",
      "resolution",
      ["target 10 20:20", "reopened 10 20:20", "floor 10 21:00"],
    ],
    [
      "rolled",
      [created("13 10:00", "P2"), thirdParty("13 16:00")],
      "13 17:00",
      "third_party_update",
      ["target 16 09:00", "rolled_to_opening 16 09:00"],
    ],
    [
      "not rolled",
      [created("10:00", "P2"), thirdParty("10:00")],
      "11:00",
      "third_party_update",
      ["target 10 16:00"],
    ],
    [
      "working days",
      [created("12 10:00", "P2")],
      "12 10:00",
      "resolution",
      ["target 17 18:00", "working_day 13 18:00", "working_day 16 18:00", "working_day 17 18:00"],
    ],
    [
      "a promise that was moved",
      [created("10:00", "P2"), answered("10:10", "12:00"), promised("11:30", "16:00")],
      "12:00",
      "promise",
      ["target 10 12:00", "moved 10 16:00"],
    ],
  ])("%s", (_, log, now, metric, expected) => {
    expect(rules(ask(log, now, metric)!)).toEqual(expected);
  });
});

test("a floor is counted from the change that left it", () => {
  const told = ask([created("10:00", "P3"), graded("14:00", "P3", "P0")], "14:00", "first_reply")!;
  expect([told.startedAt, told.countedFrom]).toEqual([at("10:00"), at("14:00")]);
  expect([told.seconds, windows(told)]).toEqual([900, ["10 14:00–14:15 900"]]);
});

test("only what was taken out of the counted time is told", () => {
  const log = [
    created("10:00", "P0"),
    status("13:00", "solved"),
    reopened("15:00"),
    status("15:50", "solved"),
    reopened("20:00"),
  ];
  const told = ask(log, "20:00", "resolution")!;
  expect([told.countedFrom, shown(told.dueAt)]).toEqual([at("20:00"), "10 21:00:00"]);
  expect(told.pauses).toEqual([]);
});

test("a window over midnight UTC is one", () => {
  const calendar = calendarSchema.parse({
    tz: "America/New_York",
    week: { tue: [["18:00", "21:00"]] },
  });
  const from = Date.parse("2026-11-10T22:00:00Z");
  expect(windowsBetween(calendar, from, from + 12 * HOUR, [])).toEqual([
    { from: from + HOUR, to: from + 4 * HOUR, seconds: 3 * 3600 },
  ]);
});

test("while a clock is paused the rest is told", () => {
  const log = [created("10:00", "P1"), status("11:00", "waiting_customer")];
  const told = ask(log, "15:00", "resolution")!;
  expect(told).toMatchObject({ dueAt: null, seconds: 86_400, leftSeconds: 82_800 });
  expect(told.pauses).toEqual([
    { from: at("11:00"), to: null, reason: "waiting_customer", seconds: 0 },
  ]);
});

test("many windows end in one line, and nothing is lost", () => {
  const start = created("10:00", "P2");
  const policy = defaultBook.policies[0]!;
  const times = [{ scheme: "priority" as const, limit: { working_days: 100 } }];
  const P2 = { ...policy.grades.P2, resolution: { ...policy.grades.P2.resolution!, times } };
  const book = { ...defaultBook, policies: [{ ...policy, grades: { ...policy.grades, P2 } }] };
  const told = arithmeticOf([start], book, at("10:00"), "resolution", 1)!;
  expect([told.windows.length, told.more!.windows]).toEqual([60, 41]);
  const shownSeconds = told.windows.reduce((sum, { seconds }) => sum + seconds, 0);
  expect(shownSeconds + told.more!.seconds).toBe(told.seconds);
});

test("a clock that does not exist has none, and one told by text survives it", () => {
  expect(ask([created("10:00", "P2")], "10:00", "workaround")).toBeNull();
  expect(ask([created("10:00", "P2")], "10:00", "ack", 2)).toBeNull();
  expect(ask([created("10:00", "P2")], "10:00", "promise")).toBeNull();
  expect(ask([created("10:00", "P2")], "09:59", "ack")).toBeNull();
  const told = ask([created("10:00", "P2")], "10:00", "ack")!;
  expect(JSON.parse(JSON.stringify(told))).toEqual(told);
});
