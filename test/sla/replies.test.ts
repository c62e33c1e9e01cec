import { describe, expect, test } from "vitest";
import {
  acknowledged,
  created,
  derive,
  lines,
  receipt,
  reopened,
  replied,
  type Story,
  status,
} from "./telling.ts";

describe("acknowledging and the first reply", () => {
  test.each<Story>([
    [
      "ack one second early",
      [created("10:00", "P2"), acknowledged("10:14:59")],
      "12:00",
      "ack",
      ["met, due 10 10:15, stopped 10 10:14:59"],
    ],
    [
      "ack at the due instant",
      [created("10:00", "P2"), acknowledged("10:15")],
      "12:00",
      "ack",
      ["met, due 10 10:15, stopped 10 10:15:00"],
    ],
    [
      "ack one second late",
      [created("10:00", "P2"), acknowledged("10:15:01")],
      "12:00",
      "ack",
      ["breached, due 10 10:15, stopped 10 10:15:01, missed 10 10:15:00"],
    ],
    [
      "no ack yet, at the due instant",
      [created("10:00", "P2")],
      "10:15",
      "ack",
      ["running, due 10 10:15, left 0"],
    ],
    [
      "no ack yet, one second later",
      [created("10:00", "P2")],
      "10:15:01",
      "ack",
      ["breached, due 10 10:15, missed 10 10:15:00, left 0"],
    ],
    [
      "a reply is an ack",
      [created("10:00", "P2"), replied("10:05")],
      "12:00",
      "ack",
      ["met, due 10 10:15, stopped 10 10:05:00"],
    ],
    [
      "a receipt is neither",
      [created("10:00", "P2"), receipt("10:00")],
      "10:05",
      "ack",
      ["running, due 10 10:15, left 600"],
    ],
    [
      "an ack is no reply",
      [created("10:00", "P2"), acknowledged("10:05")],
      "11:00",
      "first_reply",
      ["running, due 10 14:00, left 10800"],
    ],
    [
      "written at night: working hours begin in the morning",
      [created("22:00", "P3")],
      "22:10",
      "first_reply",
      ["running, due 11 17:00, left 28800"],
    ],
    [
      "P0 at night: round the clock",
      [created("02:03", "P0")],
      "02:10",
      "first_reply",
      ["running, due 10 02:18, left 480"],
    ],
    [
      "a range has a goal and a limit",
      [created("10:00", "P1")],
      "10:20",
      "first_reply",
      ["running, due 10 11:00, goal 10 10:15, left 2400"],
    ],
    [
      "waiting for the customer does not stop a reply clock",
      [created("10:00", "P2"), status("10:30", "waiting_customer", "new")],
      "12:00",
      "first_reply",
      ["running, due 10 14:00, left 7200"],
    ],
    [
      "solved without a reply: cancelled",
      [created("10:00", "P2"), status("11:00", "solved")],
      "18:00",
      "first_reply",
      ["cancelled, due 10 14:00, stopped 10 11:00:00"],
    ],
    [
      "… and running again when reopened",
      [created("10:00", "P2"), status("11:00", "solved"), reopened("15:00")],
      "15:00",
      "first_reply",
      ["running, due 10 18:00, left 10800"],
    ],
    [
      "a reply keeps its due time when the ticket is solved and reopened later",
      [created("10:00", "P2"), replied("11:00"), status("11:30", "solved"), reopened("13:00")],
      "17:00",
      "first_reply",
      ["met, due 10 14:00, stopped 10 11:00:00"],
    ],
  ])("%s", (_, log, now, metric, expected) => {
    expect(lines(derive(log, now), metric)).toEqual(expected);
  });
});
