import { describe, expect, test } from "vitest";
import { type Clock, nextBreach, nextDue, slaState } from "#server/sla/clock.ts";
import { clocksOf } from "#server/sla/clocks.ts";
import { defaultBook } from "#server/sla/defaults.ts";
import type { LogEvent } from "#server/sla/log.ts";
import {
  acknowledged,
  answered,
  at,
  created,
  derive,
  graded,
  lines,
  merged,
  only,
  reached,
  reopened,
  replied,
  shown,
  status,
} from "./telling.ts";

describe("a ticket at a glance", () => {
  const done = [created("10:00", "P1"), answered("10:05"), reached("10:05", "cause")];
  test.each<[string, LogEvent[], string, string, string | null, string | null]>([
    [
      "all runs",
      [created("10:00", "P2")],
      "10:05",
      "running",
      "ack 10 10:15:00",
      "ack 10 10:15:00",
    ],
    [
      "80 % of the ack is used",
      [created("10:00", "P2")],
      "10:12",
      "at_risk",
      "ack 10 10:15:00",
      "ack 10 10:15:00",
    ],
    [
      "at the goal",
      [created("10:00", "P1"), acknowledged("10:05")],
      "10:15",
      "running",
      "first_reply 10 11:00:00",
      "first_reply 10 11:00:00",
    ],
    [
      "past the goal, short of 80 %",
      [created("10:00", "P1"), acknowledged("10:05")],
      "10:15:01",
      "at_risk",
      "first_reply 10 11:00:00",
      "first_reply 10 11:00:00",
    ],
    [
      "missed, not answered",
      [created("10:00", "P2")],
      "10:16",
      "breached",
      "ack 10 10:15:00",
      "first_reply 10 14:00:00",
    ],
    [
      "only resolution is left",
      done,
      "12:00",
      "running",
      "resolution 11 10:00:00",
      "cadence 10 14:05:00",
    ],
    ["paused", [...done, status("11:00", "waiting_customer")], "12:00", "running", null, null],
    [
      "done",
      [...done, status("11:00", "solved")],
      "12:00",
      "met",
      null,
      "silent_close 13 11:00:00",
    ],
    [
      "done after a miss",
      [created("10:00", "P0"), replied("10:16"), status("11:00", "solved")],
      "12:00",
      "breached",
      null,
      "silent_close 13 11:00:00",
    ],
    ["merged", [created("10:00", "P2"), merged("10:05")], "12:00", "met", null, null],
  ])("%s", (_, log, now, state, due, breach) => {
    const clocks = derive(log, now);
    const named = (clock: Clock | null) => clock && `${clock.metric} ${shown(clock.dueAt)}`;
    expect([slaState(clocks, at(now)), named(nextDue(clocks)), named(nextBreach(clocks))]).toEqual([
      state,
      due,
      breach,
    ]);
  });

  test("clocks derived a while ago still tell the state now", () => {
    const clocks = derive([created("10:00", "P2")], "10:00");
    expect(
      ["10:11:59", "10:12", "10:15", "10:15:01"].map((time) => slaState(clocks, at(time))),
    ).toEqual(["running", "at_risk", "at_risk", "breached"]);
  });
});

describe("reading a log", () => {
  test("before the ticket existed there are no clocks", () => {
    expect(derive([created("10:00", "P2")], "09:59")).toEqual([]);
    expect(derive([], "10:00")).toEqual([]);
  });

  test("later events do not change what was true then", () => {
    const log = [
      created("10:00", "P1"),
      acknowledged("10:05"),
      replied("10:40"),
      status("12:00", "solved"),
    ];
    expect(derive(log, "10:30")).toEqual(derive(log.slice(0, 2), "10:30"));
  });

  test("parts of a second do not decide", () => {
    const log: LogEvent[] = [
      { ...created("10:00", "P2"), at: at("10:00") + 100 },
      { ...acknowledged("10:15"), at: at("10:15") + 900 },
    ];
    expect(lines(derive(log, "11:00"), "ack")).toEqual(["met, due 10 10:15, stopped 10 10:15:00"]);
    const atDue = clocksOf(log.slice(0, 1), defaultBook, at("10:15") + 900);
    expect(only(atDue, "ack").state).toBe("running");
  });

  test("transfer, notes and erasing move no clock", () => {
    const log = [created("10:00", "P2"), replied("10:30", "15:00")];
    const quiet: LogEvent[] = [
      { at: at("10:40"), type: "note" },
      { at: at("10:41"), type: "assigned", agentId: "a-1", teamId: null },
      { at: at("10:42"), type: "absorbed", ticketId: "t-2" },
      { at: at("10:43"), type: "erased" },
      graded("10:44", "P2", "P2"),
      reopened("10:45"),
    ];
    expect(derive([...log, ...quiet], "12:00")).toEqual(derive(log, "12:00"));
  });
});
