import { describe, expect, test } from "vitest";
import type { Reason } from "#server/escalation/causes.ts";
import { defaultLadder } from "#server/escalation/ladder.ts";
import { stepsUp, type Taken } from "#server/escalation/steps.ts";

const because = (cause: Reason["cause"], occasion: string): Reason => ({ cause, occasion });
const taken = (cause: string, occasion: string, level: number): Taken => ({
  cause,
  occasion,
  level,
});
const told = (priority: "P1" | "P2", before: Taken[], reasons: Reason[]) =>
  stepsUp(defaultLadder, priority, before, reasons).map(
    ({ occasion, number, level }) => `${occasion} ${number} ${level.id}`,
  );

describe("the steps that reasons take a ticket up", () => {
  test.each<[string, Taken[], Reason[], string[]]>([
    ["one reason is one step", [], [because("nudged", "a")], ["a 1 lead"]],
    [
      "each reason goes one higher, and the last level keeps the ticket",
      [],
      [because("nudged", "a"), because("no_progress", "b"), because("breached", "c")],
      ["a 1 lead", "b 2 review", "c 2 review"],
    ],
    ["an occasion counts once", [taken("nudged", "a", 1)], [because("nudged", "a")], []],
    [
      "the same occasion of another cause is another reason",
      [taken("nudged", "a", 1)],
      [because("no_progress", "a")],
      ["a 2 review"],
    ],
    [
      "what was taken before decides where it goes on",
      [taken("by_hand", "x", 2), taken("nudged", "y", 1)],
      [because("no_progress", "b")],
      ["b 2 review"],
    ],
  ])("%s", (_, before, reasons, expected) => {
    expect(told("P1", before, reasons)).toEqual(expected);
  });

  test("a cause for which this priority doesn't climb is no step, and costs no level", () => {
    const reasons = [because("breached", "first_reply:1"), because("nudged", "a")];
    expect(told("P2", [], reasons)).toEqual(["a 1 lead"]);
  });
});
