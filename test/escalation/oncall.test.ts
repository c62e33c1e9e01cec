import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type OnCall,
  onCallAt,
  onCallProblems,
  onCallSchema,
  turnAt,
} from "#server/escalation/oncall.ts";

const weekly = {
  id: "night",
  tz: "Asia/Shanghai",
  from: "2026-11-02",
  handoverAt: "09:00",
  days: 7,
  people: ["tom", "siyuan"],
};
const plan = (overrides: OnCall["overrides"] = [], rotation: object = {}): OnCall =>
  onCallSchema.parse({ rotations: [{ ...weekly, ...rotation }], overrides });
const at = (text: string) => Date.parse(text);
const who = (doc: OnCall, text: string) => turnAt(doc, doc.rotations[0]!, at(text))?.person ?? null;

describe("F100 who is on call", () => {
  test.each([
    ["before it begins", "2026-11-02T08:59:59+08:00", null],
    ["from the first hand-over", "2026-11-02T09:00:00+08:00", "tom"],
    ["the last second of a turn", "2026-11-09T08:59:59+08:00", "tom"],
    ["the second turn", "2026-11-09T09:00:00+08:00", "siyuan"],
    ["round again", "2026-11-16T09:00:00+08:00", "tom"],
  ])("%s", (_, text, person) => {
    expect(who(plan(), text)).toBe(person);
  });

  test("somebody steps in, and the planned person has the rest", () => {
    const doc = plan([
      {
        rotation: "night",
        from: "2026-11-04T18:00:00+08:00",
        to: "2026-11-05T18:00:00+08:00",
        person: "mia",
      },
    ]);
    const rotation = doc.rotations[0]!;
    expect(turnAt(doc, rotation, at("2026-11-04T12:00:00+08:00"))).toEqual({
      rotation: "night",
      person: "tom",
      from: at("2026-11-02T09:00:00+08:00"),
      to: at("2026-11-04T18:00:00+08:00"),
    });
    expect(who(doc, "2026-11-04T18:00:00+08:00")).toBe("mia");
    expect(turnAt(doc, rotation, at("2026-11-06T00:00:00+08:00"))).toMatchObject({
      person: "tom",
      from: at("2026-11-05T18:00:00+08:00"),
    });
  });

  test("hand-over stays at its wall time when the clocks change", () => {
    const doc = plan([], { tz: "Europe/Berlin", from: "2026-10-19", people: ["a", "b"] });
    expect(who(doc, "2026-10-26T08:59:59+01:00")).toBe("a");
    expect(who(doc, "2026-10-26T09:00:00+01:00")).toBe("b");
  });

  test("turns of one rotation follow each other without a gap", () => {
    const day = fc.integer({ min: at("2026-11-03T00:00:00Z"), max: at("2027-11-03T00:00:00Z") });
    fc.assert(
      fc.property(
        day,
        fc.constantFrom("Asia/Shanghai", "Europe/Berlin", "Australia/Lord_Howe"),
        (now, tz) => {
          const doc = plan([], { tz, days: 3, people: ["a", "b", "c"] });
          const turn = turnAt(doc, doc.rotations[0]!, now)!;
          const next = turnAt(doc, doc.rotations[0]!, turn.to)!;
          expect(turn.from <= now && now < turn.to).toBe(true);
          expect(next.from).toBe(turn.to);
          expect(next.person).not.toBe(turn.person);
        },
      ),
    );
  });

  test("one person in two rotations is told once", () => {
    const doc = onCallSchema.parse({ rotations: [weekly, { ...weekly, id: "day" }] });
    expect(onCallAt(doc, at("2026-11-03T00:00:00Z"))).toHaveLength(1);
  });

  test("a plan that can't be used says where", () => {
    const doc = onCallSchema.parse({
      rotations: [weekly, { ...weekly, tz: "Mars/Olympus", people: ["nobody"] }],
      overrides: [
        {
          rotation: "gone",
          from: "2026-11-05T00:00:00Z",
          to: "2026-11-05T00:00:00Z",
          person: "tom",
        },
      ],
    });
    expect(onCallProblems(doc, new Set(["tom", "siyuan"])).map(({ code }) => code)).toEqual([
      "oncall_unknown_person",
      "oncall_duplicate",
      "oncall_zone",
      "oncall_unknown_rotation",
      "oncall_empty_override",
    ]);
  });
});
