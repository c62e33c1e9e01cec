import { describe, expect, test } from "vitest";
import {
  at,
  created,
  derive,
  graded,
  line,
  lines,
  merged,
  only,
  reopened,
  replied,
  type Story,
  status,
  wrote,
} from "./telling.ts";

describe("resolution", () => {
  const question = [created("10:00", "P1"), replied("11:00"), status("11:00", "waiting_customer")];
  test.each<Story>([
    [
      "three working days",
      [created("10:00", "P2")],
      "10:00",
      "resolution",
      ["running, due 13 18:00, left 126000"],
    ],
    [
      "paused while the customer is asked",
      question,
      "18:00",
      "resolution",
      ["paused, due -, left 82800"],
    ],
    [
      "the customer's answer ends the pause by itself",
      [...question, wrote("13:00")],
      "13:00",
      "resolution",
      ["running, due 11 12:00, left 82800"],
    ],
    [
      "… and so it does together with a change of state",
      [...question, wrote("13:00"), status("13:00", "open", "waiting_customer")],
      "13:00",
      "resolution",
      ["running, due 11 12:00, left 82800"],
    ],
    [
      "waiting for a third party pauses nothing",
      [created("10:00", "P1"), status("11:00", "waiting_third_party")],
      "12:00",
      "resolution",
      ["running, due 11 10:00, left 79200"],
    ],
    [
      "P0 has no pause",
      [created("10:00", "P0"), status("11:00", "waiting_customer")],
      "12:00",
      "resolution",
      ["running, due 10 14:00, left 7200"],
    ],
    [
      "raised to P0 while waiting: the pause so far is kept, and ends",
      [created("10:00", "P1"), status("11:00", "waiting_customer"), graded("13:00", "P1", "P0")],
      "13:00",
      "resolution",
      ["running, due 10 16:00, left 10800"],
    ],
    [
      "a suggestion goes by plan",
      [created("10:00", "P3", "suggestion")],
      "12:00",
      "resolution",
      [],
    ],
    [
      "a suggestion that turns out to be a fault gets a clock, and at least an hour",
      [created("03 10:00", "P3", "suggestion"), graded("10:00", "P3", "P1")],
      "10:00",
      "resolution",
      ["running, due 10 11:00, left 3600"],
    ],
    [
      "a fault that becomes a suggestion keeps its miss",
      [
        created("09 10:00", "P3", "question"),
        { at: at("11 10:00"), type: "kind_changed", to: "suggestion" },
      ],
      "11 10:00",
      "resolution",
      ["breached, due -, missed 10 18:00:00"],
    ],
    [
      "solved at the due instant",
      [created("10:00", "P0"), status("14:00", "solved")],
      "18:00",
      "resolution",
      ["met, due 10 14:00, stopped 10 14:00:00"],
    ],
    [
      "solved, then closed: the first counts",
      [created("10:00", "P0"), status("13:00", "solved"), status("13 13:00", "closed", "solved")],
      "13 14:00",
      "resolution",
      ["met, due 10 14:00, stopped 10 13:00:00"],
    ],
    [
      "reopened: what was left goes on",
      [created("10:00", "P1"), status("20:00", "solved"), reopened("12 20:00")],
      "12 20:00",
      "resolution",
      ["running, due 13 10:00, left 50400"],
    ],
    [
      "reopened with 20 minutes left: an hour",
      [created("10:00", "P0"), status("13:40", "solved"), reopened("20:00")],
      "20:00",
      "resolution",
      ["running, due 10 21:00, left 3600"],
    ],
    [
      "solved just in time and reopened: no miss",
      [created("10:00", "P0"), status("14:00", "solved"), reopened("20:00")],
      "20:30",
      "resolution",
      ["running, due 10 21:00, left 1800"],
    ],
    [
      "solved just in time, lowered, then reopened: no miss",
      [
        created("10:00", "P0"),
        status("14:00", "solved"),
        graded("15:00", "P0", "P1"),
        reopened("16:00"),
      ],
      "16:00",
      "resolution",
      ["running, due 11 12:00, left 72000"],
    ],
    [
      "reopening what was not settled changes nothing",
      [...question, reopened("12:00")],
      "13:00",
      "resolution",
      ["paused, due -, left 82800"],
    ],
    [
      "events logged late count at their own time",
      [created("10:00", "P1"), wrote("12:00"), status("11:00", "waiting_customer")],
      "12:00",
      "resolution",
      ["running, due 11 11:00, left 82800"],
    ],
    [
      "reopened and raised in the same second",
      [
        created("10:00", "P2"),
        status("11:00", "solved"),
        reopened("12:00"),
        graded("12:00", "P2", "P0"),
      ],
      "12:00",
      "resolution",
      ["running, due 10 15:00, left 10800"],
    ],
    [
      "reopened after a miss: the miss stays",
      [
        created("10:00", "P0"),
        status("15:00", "solved"),
        reopened("20:00"),
        status("20:30", "solved"),
      ],
      "22:00",
      "resolution",
      ["breached, due 10 21:00, stopped 10 20:30:00, missed 10 14:00:00"],
    ],
    [
      "merged: cancelled, not met",
      [created("10:00", "P0"), status("11:00", "closed"), merged("11:00")],
      "22:00",
      "resolution",
      ["cancelled, due 10 14:00, stopped 10 11:00:00"],
    ],
    [
      "merged after a miss: the miss stays",
      [created("10:00", "P0"), merged("15:00")],
      "22:00",
      "resolution",
      ["breached, due 10 14:00, stopped 10 15:00:00, missed 10 14:00:00"],
    ],
  ])("%s", (_, log, now, metric, expected) => {
    expect(lines(derive(log, now), metric)).toEqual(expected);
  });

  test("first and total resolution are two facts of one clock", () => {
    const log = [created("10:00", "P0"), status("13:00", "solved"), reopened("20:00")];
    const clock = only(derive([...log, status("22:30", "solved")], "23:00"), "resolution");
    expect(clock.firstStop).toEqual({ at: at("13:00"), met: true });
    expect(line(clock)).toBe("breached, due 10 21:00, stopped 10 22:30:00, missed 10 21:00:00");
  });
});
