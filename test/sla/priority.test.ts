import { describe, expect, test } from "vitest";
import {
  created,
  derive,
  graded,
  lines,
  only,
  replied,
  type Story,
  shown,
  status,
  wrote,
} from "./telling.ts";

describe("a change of priority", () => {
  test.each<Story>([
    [
      "up: from the original start",
      [created("10:00", "P3"), graded("10:20", "P3", "P1")],
      "10:20",
      "first_reply",
      ["running, due 10 11:00, goal 10 10:35, left 2400"],
    ],
    [
      "up: at least 15 minutes from now",
      [created("10:00", "P3"), graded("14:00", "P3", "P0")],
      "14:00",
      "first_reply",
      ["running, due 10 14:15, left 900"],
    ],
    [
      "up: never later than before",
      [created("09:00", "P3"), graded("16:55", "P3", "P0")],
      "16:55",
      "first_reply",
      ["running, due 10 17:00, left 300"],
    ],
    [
      "up after a miss: nothing moves",
      [created("10:00", "P1"), graded("11:30", "P1", "P0")],
      "11:30",
      "first_reply",
      ["breached, due 10 11:00, missed 10 11:00:00, left 0"],
    ],
    [
      "down: from the original start",
      [created("10:00", "P1"), graded("10:30", "P1", "P2")],
      "10:30",
      "first_reply",
      ["running, due 10 14:00, left 12600"],
    ],
    [
      "down after a miss: the miss stays",
      [created("10:00", "P1"), graded("11:30", "P1", "P2")],
      "11:30",
      "first_reply",
      ["breached, due 10 14:00, missed 10 11:00:00, left 9000"],
    ],
    [
      "down after a miss, and missed again: the first miss stays",
      [created("10:00", "P1"), graded("11:30", "P1", "P2")],
      "15:00",
      "first_reply",
      ["breached, due 10 14:00, missed 10 11:00:00, left 0"],
    ],
    [
      "in the second of the reply: no matter",
      [created("10:00", "P2"), replied("13:00"), graded("13:00", "P2", "P0")],
      "15:00",
      "first_reply",
      ["met, due 10 14:00, stopped 10 13:00:00"],
    ],
    [
      "after the reply: the goal stays what it was",
      [created("10:00", "P1"), replied("10:05"), graded("10:30", "P1", "P2")],
      "15:00",
      "first_reply",
      ["met, due 10 11:00, goal 10 10:15, stopped 10 10:05:00"],
    ],
    [
      "up and down again: nothing is gained",
      [created("10:00", "P2"), graded("10:30", "P2", "P1"), graded("10:40", "P1", "P2")],
      "10:40",
      "first_reply",
      ["running, due 10 14:00, left 12000"],
    ],
    [
      "after the reply: no matter",
      [created("10:00", "P2"), replied("13:00"), graded("13:30", "P2", "P0")],
      "15:00",
      "first_reply",
      ["met, due 10 14:00, stopped 10 13:00:00"],
    ],
    [
      "earlier pauses count in the new calendar",
      [
        created("10:00", "P2"),
        status("11:00", "waiting_customer"),
        wrote("13:00"),
        graded("14:00", "P2", "P1"),
      ],
      "14:00",
      "resolution",
      ["running, due 11 12:00, left 79200"],
    ],
    [
      "a solved ticket that is raised stays met",
      [created("10:00", "P2"), status("12 10:00", "solved"), graded("12 11:00", "P2", "P0")],
      "12 12:00",
      "resolution",
      ["met, due 13 18:00, stopped 12 10:00:00"],
    ],
  ])("%s", (_, log, now, metric, expected) => {
    expect(lines(derive(log, now), metric)).toEqual(expected);
  });

  test("what the customer may expect is kept beside what we allow ourselves", () => {
    const clock = only(
      derive([created("10:00", "P3"), graded("14:00", "P3", "P0")], "14:00"),
      "first_reply",
    );
    expect([shown(clock.dueAt), shown(clock.customerDueAt)]).toEqual([
      "10 14:15:00",
      "10 10:15:00",
    ]);
  });
});
