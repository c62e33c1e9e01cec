// The rows of the feature list that take more than one clock, each by its number.
import { describe, expect, test } from "vitest";
import { policyFor, type SlaBook } from "#server/sla/book.ts";
import { calendarSchema } from "#server/sla/calendar.ts";
import { clocksOf } from "#server/sla/clocks.ts";
import { defaultBook } from "#server/sla/defaults.ts";
import { type LogEvent, logEventSchema } from "#server/sla/log.ts";
import { settingsOf } from "#server/sla/reading.ts";
import {
  answered,
  at,
  bookWith,
  came,
  created,
  defaultPolicy,
  derive,
  lines,
  only,
  readReceipt,
  receipt,
  replied,
  shown,
  status,
} from "./telling.ts";

test("F004 past the goal a ticket is at risk, past the limit breached", () => {
  const clock = only(derive([created("10:00", "P1")], "10:00"), "first_reply");
  expect([clock.goalAt, clock.dueAt].map(shown)).toEqual(["10 10:15:00", "10 11:00:00"]);
});

test("F006 four tickets of one instant have four due times", () => {
  const due = (["P0", "P1", "P2", "P3"] as const).map(
    (priority) => only(derive([created("10:00", priority)], "10:00"), "first_reply").dueAt,
  );
  expect(new Set(due).size).toBe(4);
});

test("F011 a new version counts for new tickets, or where somebody applies it", () => {
  const substantive = defaultPolicy.grades.P2.substantive_reply!;
  const times = [{ ...substantive.times[0]!, goal: { seconds: 3600 }, limit: { seconds: 10_800 } }];
  const second = bookWith({
    grades: {
      ...defaultPolicy.grades,
      P2: { ...defaultPolicy.grades.P2, substantive_reply: { ...substantive, times } },
    },
  });
  const bookOf = (version: number) => (version === 2 ? second : defaultBook);
  const due = (log: LogEvent[], now: string) => {
    const book = bookOf(settingsOf(log, at(now)).version);
    const { goalAt, dueAt } = only(clocksOf(log, book, at(now)), "substantive_reply");
    return [goalAt, dueAt].map(shown);
  };
  const running = [created("10:00", "P2")];
  const fresh = [came("10:00", "P2", { sla: { version: 2, policy: "default" } })];
  expect(due(running, "10:30")).toEqual(["10 12:00:00", "10 14:00:00"]);
  expect(due(fresh, "10:30")).toEqual(["10 11:00:00", "10 13:00:00"]);
  const applied: LogEvent = { at: at("10:20"), type: "sla_applied", version: 2, policy: "default" };
  expect(due([...running, applied], "10:30")).toEqual(["10 11:00:00", "10 13:00:00"]);
  expect(due([...running, applied], "10:10")).toEqual(["10 12:00:00", "10 14:00:00"]);
});

test("F018 the rhythm of the example: every promise kept, nothing escalated", () => {
  const log = [
    created("10:00", "P2"),
    receipt("10:10"),
    answered("12:00", "14:00"),
    answered("14:00", "11 12:00"),
    answered("11 12:00"),
    status("11 12:00", "solved"),
  ];
  const clocks = derive(log, "11 13:00");
  expect(lines(clocks, "promise")).toEqual([
    "met, due 10 14:00, stopped 10 14:00:00",
    "met, due 11 12:00, stopped 11 12:00:00",
  ]);
  expect(lines(clocks, "no_progress").every((line) => line.startsWith("met"))).toBe(true);
});

test("F019 a reply that keeps a promise and sets none leaves none standing", () => {
  const log = [created("10:00", "P2"), answered("10:30", "12:00"), replied("11:00")];
  expect(lines(derive(log, "12:30"), "promise")).toEqual([
    "met, due 10 12:00, stopped 10 11:00:00",
  ]);
});

test("F020 the owner is reminded 20 % of the interval before, at least 15 minutes", () => {
  const reminder = (due: string) =>
    shown(
      only(derive([created("10:00", "P2"), answered("10:00", due)], "10:01"), "promise").warnAt,
    );
  expect([reminder("15:00"), reminder("10:40")]).toEqual(["10 14:00:00", "10 10:25:00"]);
});

describe("F024 seen is not answered", () => {
  const log = [created("10:00", "P2"), readReceipt("10:05")];
  test("a read receipt is an ack where the policy says so", () => {
    const seen = derive(log, "10:06", bookWith({ readReceipts: true }));
    expect(lines(seen, "ack")).toEqual(["met, due 10 10:15, stopped 10 10:05:00"]);
    expect(only(seen, "first_reply").state).toBe("running");
  });
  test("elsewhere only the mark is", () => {
    expect(lines(derive(log, "10:06"), "ack")).toEqual(["running, due 10 10:15, left 540"]);
  });
});

test("F088 regions have a policy and a calendar of their own (SLA-39)", () => {
  const berlin = calendarSchema.parse({
    tz: "Europe/Berlin",
    week: { mon: [["08:00", "16:30"]], fri: [["08:00", "16:30"]] },
  });
  const grades = Object.fromEntries(
    Object.entries(defaultPolicy.grades).map(([grade, row]) => [
      grade,
      { first_reply: { ...row.first_reply!, calendar: "berlin" } },
    ]),
  ) as typeof defaultPolicy.grades;
  const europe = { ...defaultPolicy, id: "europe", appliesTo: { regions: ["eu"] }, grades };
  const book: SlaBook = {
    policies: [europe, defaultPolicy],
    calendars: { ...defaultBook.calendars, berlin },
  };
  expect(policyFor(book, { region: "eu" }).id).toBe("europe");
  expect(policyFor(book, { region: "cn" }).id).toBe("default");
  const log = [
    logEventSchema.parse({
      ...came("10:00", "P2", { sla: { version: 1, policy: "europe" } }),
      at: Date.parse("2026-10-23T15:00:00+02:00"),
    }),
  ];
  const [clock] = clocksOf(log, book, log[0]!.at);
  expect(clock!.dueAt).toBe(Date.parse("2026-10-26T10:30:00+01:00"));
});
