import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  armOf,
  armOfDay,
  defaultMeasurement,
  type Holdout,
  isRunning,
  pairOf,
  planProblems,
} from "#server/deflection/plan.ts";

const hmac = (message: string) => createHmac("sha256", "test-key").update(message).digest();
const off = defaultMeasurement.holdout;
const people: Holdout = {
  ...off,
  mode: "people",
  share: 0.2,
  from: "2026-11-01",
  readOut: "2026-12-01",
};
const days: Holdout = { ...people, mode: "days", readOut: "2026-11-29" };
const armOn = (holdout: Holdout, day: string, unit: string) =>
  armOf(hmac, holdout, { day, unit, identified: false });

test("is off until somebody switches it on", () => {
  expect(defaultMeasurement).toMatchObject({ holdout: { mode: "off" }, linking: "visits" });
  expect(armOn(off, "2026-11-18", "v1")).toBe("T");
});

test.each([
  ["2026-10-31", false],
  ["2026-11-01", true],
  ["2026-11-30", true],
  ["2026-12-01", false],
])("compares from its first day until the read-out: on %s %s", (day, running) => {
  expect(isRunning(people, day)).toBe(running);
  const arms = new Set(Array.from({ length: 60 }, (_, i) => armOn(people, day, `v${i}`)));
  expect([...arms].sort()).toEqual(running ? ["C", "T"] : ["T"]);
});

test("draws about the share of people that is asked for, and the same ones all day", () => {
  const arms = Array.from({ length: 5000 }, (_, i) => armOn(people, "2026-11-18", `v${i}`));
  const control = arms.filter((arm) => arm === "C").length / arms.length;
  expect(control).toBeGreaterThan(0.17);
  expect(control).toBeLessThan(0.23);
  expect(armOn(people, "2026-11-18", "v7")).toBe(arms[7]);
});

test("of each weekday and the same a week later, one is without suggestions for everybody", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 13 }), (n) => {
      const dateOf = (i: number) => new Date(Date.UTC(2026, 10, 1 + i)).toISOString().slice(0, 10);
      const place = n % 7;
      const pair = [
        armOfDay(hmac, days.from!, dateOf(place)),
        armOfDay(hmac, days.from!, dateOf(place + 7)),
      ];
      expect(pair.toSorted()).toEqual(["C", "T"]);
      expect(pairOf(days.from!, dateOf(place)).pair).toBe(
        pairOf(days.from!, dateOf(place + 7)).pair,
      );
      expect(armOn(days, dateOf(place), "v1")).toBe(armOn(days, dateOf(place), "v2"));
    }),
  );
});

test.each<[Partial<Holdout>, string[]]>([
  [{}, []],
  [{ mode: "off", from: null, readOut: null }, []],
  [{ from: null }, ["holdout_from"]],
  [{ readOut: null }, ["holdout_too_short"]],
  [{ readOut: "2026-11-10" }, ["holdout_too_short"]],
  [{ mode: "days", readOut: "2026-12-01" }, ["holdout_weeks"]],
  [{ mode: "days", readOut: "2026-11-29" }, []],
])("a plan with %o is refused for %o", (part, codes) => {
  const problems = planProblems({ ...defaultMeasurement, holdout: { ...people, ...part } });
  expect(problems.map(({ code }) => code)).toEqual(codes);
});
