import { describe, expect, test } from "vitest";
import {
  climbs,
  defaultLadder,
  escalationCauses,
  type Ladder,
  ladderProblems,
  levelAbove,
  pathFrom,
} from "#server/escalation/ladder.ts";

const ladder = (change: (ladder: Ladder) => void): Ladder => {
  const copy = structuredClone(defaultLadder);
  change(copy);
  return copy;
};
const ids = (levels: { id: string }[]) => levels.map(({ id }) => id);

describe("the ladder", () => {
  test.each(["P0", "P1", "P2", "P3"] as const)(
    "F096 the path of %s ends in a review",
    (priority) => {
      const path = pathFrom(defaultLadder, defaultLadder.start[priority]);
      expect(ids(path)).toEqual(["agent", "lead", "review"]);
      expect(path.at(-1)).toMatchObject({ review: true, next: null });
      expect(levelAbove(defaultLadder, "review")).toBeNull();
    },
  );

  test("F030 the level above the agent brings in the lead and a technician", () => {
    expect(levelAbove(defaultLadder, "agent")).toMatchObject({
      brings: ["lead", "tech"],
      team: "tech",
    });
  });

  test("every cause is a trigger with a least priority", () => {
    expect(Object.keys(defaultLadder.triggers).sort()).toEqual([...escalationCauses].sort());
    expect(climbs(defaultLadder, "breached", "P1")).toBe(true);
    expect(climbs(defaultLadder, "breached", "P2")).toBe(false);
    const off = ladder(({ triggers }) => {
      triggers.nudged.enabled = false;
    });
    expect(climbs(off, "nudged", "P0")).toBe(false);
  });

  test.each<[string, (ladder: Ladder) => void, string[]]>([
    ["as it comes", () => {}, []],
    [
      "a loop",
      ({ levels }) => {
        levels[2]!.next = "agent";
      },
      ["ladder_loop", "ladder_loop", "ladder_loop"],
    ],
    [
      "a level that is its own next",
      ({ levels }) => {
        levels[1]!.next = "lead";
      },
      ["ladder_loop", "ladder_unreachable"],
    ],
    [
      "a next that isn't there",
      ({ levels }) => {
        levels[1]!.next = "board";
      },
      ["ladder_unknown_level", "ladder_unreachable"],
    ],
    [
      "a start that isn't there",
      ({ start }) => {
        start.P0 = "board";
      },
      ["ladder_unknown_level"],
    ],
    [
      "two levels of one name",
      ({ levels }) => {
        levels[2]!.id = "lead";
      },
      ["ladder_duplicate", "ladder_unknown_level"],
    ],
    [
      "a level nobody reaches",
      ({ levels }) => {
        levels[1]!.next = null;
      },
      ["ladder_unreachable"],
    ],
  ])("%s", (_, change, codes) => {
    expect(ladderProblems(ladder(change)).map(({ code }) => code)).toEqual(codes);
  });
});
