import { describe, expect, test } from "vitest";
import {
  answered,
  created,
  delayed,
  derive,
  lines,
  merged,
  nudged,
  reached,
  reopened,
  replied,
  type Story,
  status,
  thirdParty,
  wrote,
} from "./telling.ts";

const check = (...[, log, now, metric, expected]: Story) =>
  expect(lines(derive(log, now), metric)).toEqual(expected);

describe("the next reply", () => {
  const greeted = [created("10:00", "P1"), answered("10:10", "15:00")];
  test.each<Story>([
    ["nothing is owed while we spoke last", greeted, "12:00", "next_reply", []],
    [
      "before the first human reply its own clock covers what the customer adds",
      [created("10:00", "P1"), wrote("10:05")],
      "10:06",
      "next_reply",
      [],
    ],
    [
      "counts from the oldest message without an answer",
      [...greeted, wrote("11:00"), wrote("11:30")],
      "11:40",
      "next_reply",
      ["running, due 10 12:00, goal 10 11:15, left 1200"],
    ],
    [
      "a question without words is a message",
      [...greeted, nudged("11:00")],
      "11:40",
      "next_reply",
      ["running, due 10 12:00, goal 10 11:15, left 1200"],
    ],
    [
      "a person's reply answers, and the next message is another instance",
      [...greeted, wrote("11:00"), replied("11:20"), wrote("13:00")],
      "13:00",
      "next_reply",
      [
        "met, due 10 12:00, goal 10 11:15, stopped 10 11:20:00",
        "running, due 10 14:00, goal 10 13:15, left 3600",
      ],
    ],
    [
      "a delay notice answers nothing",
      [...greeted, wrote("11:00"), delayed("11:20", "18:00")],
      "12:00:01",
      "next_reply",
      ["breached, due 10 12:00, goal 10 11:15, missed 10 12:00:00, left 0"],
    ],
    [
      "solving cancels it",
      [...greeted, wrote("11:00"), status("11:20", "solved")],
      "13:00",
      "next_reply",
      ["cancelled, due 10 12:00, goal 10 11:15, stopped 10 11:20:00"],
    ],
    [
      "a message after the solution starts nothing but the reopening",
      [...greeted, status("11:20", "solved"), wrote("12:00"), reopened("12:00")],
      "13:00",
      "next_reply",
      [],
    ],
    [
      "a raise leaves at least 15 minutes",
      [created("09:00", "P2"), answered("09:10", "15:00"), wrote("10:00"), raised("13:50")],
      "13:50",
      "next_reply",
      ["running, due 10 14:00, left 600"],
    ],
  ])("%s", check);
});

describe("silence and progress", () => {
  const start = [created("10:00", "P1"), answered("10:10", "15:00")];
  test.each<Story>([
    ["there is no rhythm before the first reply", [created("10:00", "P1")], "12:00", "cadence", []],
    [
      "each public update begins it again, a delay notice too",
      [...start, replied("12:00"), delayed("13:00", "18:00")],
      "13:00",
      "cadence",
      [
        "met, due 10 14:10, stopped 10 12:00:00",
        "met, due 10 16:00, stopped 10 13:00:00",
        "running, due 10 17:00, left 14400",
      ],
    ],
    [
      "waiting for the customer is no silence of ours",
      [...start, status("11:10", "waiting_customer"), wrote("20:10")],
      "20:10",
      "cadence",
      ["running, due 10 23:10, left 10800"],
    ],
    [
      "an update and the solution in one second are one end",
      [...start, replied("11:00"), status("11:00", "solved")],
      "12:00",
      "cadence",
      ["met, due 10 14:10, stopped 10 11:00:00"],
    ],
    [
      "solving ends it, reopening begins it",
      [...start, status("11:00", "solved"), reopened("20:00")],
      "20:00",
      "cadence",
      ["met, due 10 14:10, stopped 10 11:00:00", "running, due 11 00:00, left 14400"],
    ],
    [
      "a milestone is progress, a mere reply is not",
      [created("10:00", "P1"), replied("11:00"), reached("12:00", "cause")],
      "12:00",
      "no_progress",
      ["met, due 11 10:00, stopped 10 12:00:00", "running, due 11 12:00, left 86400"],
    ],
    [
      "merging cancels what still counts",
      [...start, merged("11:00")],
      "12:00",
      "cadence",
      ["cancelled, due 10 14:10, stopped 10 11:00:00"],
    ],
  ])("%s", check);
});

describe("a third party", () => {
  const asked = [created("10:00", "P1"), thirdParty("11:00")];
  test.each<Story>([
    [
      "every update to the customer begins the six hours again",
      [...asked, replied("13:00")],
      "13:00",
      "third_party_update",
      ["met, due 10 17:00, stopped 10 13:00:00", "running, due 10 19:00, left 21600"],
    ],
    [
      "until the record is closed",
      [...asked, thirdParty("12:00", "closed")],
      "13:00",
      "third_party_update",
      ["cancelled, due 10 17:00, stopped 10 12:00:00"],
    ],
    [
      "the state alone says it as well",
      [created("10:00", "P1"), status("11:00", "waiting_third_party"), status("12:00", "open")],
      "13:00",
      "third_party_update",
      ["cancelled, due 10 17:00, stopped 10 12:00:00"],
    ],
    [
      "a due time in open hours is not rolled",
      [created("09:00", "P2"), thirdParty("10:00")],
      "10:00",
      "third_party_update",
      ["running, due 10 16:00, left 21600"],
    ],
  ])("%s", check);
});

describe("closing in silence", () => {
  const solved = [created("10:00", "P2"), answered("11:00"), status("11:00", "solved")];
  test.each<Story>([
    [
      "72 hours on the wall",
      solved,
      "11:00",
      "silent_close",
      ["running, due 13 11:00, left 259200"],
    ],
    [
      "a message at exactly 72:00:00 still reopens",
      [...solved, wrote("13 11:00"), reopened("13 11:00")],
      "13 11:00:01",
      "silent_close",
      ["cancelled, due 13 11:00, stopped 13 11:00:00"],
    ],
    [
      "a second later the time has come",
      solved,
      "13 11:00:01",
      "silent_close",
      ["breached, due 13 11:00, missed 13 11:00:00, left 0"],
    ],
    [
      "closing for another reason ends it",
      [...solved, status("12:00", "closed", "solved")],
      "13:00",
      "silent_close",
      ["met, due 13 11:00, stopped 10 12:00:00"],
    ],
  ])("%s", check);
});

function raised(time: string) {
  return {
    ...created(time, "P0"),
    type: "priority_changed" as const,
    from: "P2" as const,
    to: "P0" as const,
  };
}
