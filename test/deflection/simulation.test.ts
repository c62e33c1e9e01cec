import { expect, test } from "vitest";
import { playMonths } from "../../bench/simulate/months.ts";
import { clean, truthOf } from "../../bench/simulate/world.ts";

const small = { ...clean, people: 400, holdout: 0.5 };

test("a hundred months of clean keys: the interval holds the truth about 95 times", () => {
  const { coverage, bias, alarms, bouncesConfirmed, meanNaive, truth } = playMonths(small, 100);
  expect(coverage).toBeGreaterThanOrEqual(0.88);
  expect(Math.abs(bias)).toBeLessThan(0.02);
  expect({ alarms, bouncesConfirmed }).toEqual({ alarms: 0, bouncesConfirmed: 0 });
  expect(truth).toBe(truthOf(small));
  // Most of what the naive rate counts are people who would have left anyway.
  expect(meanNaive).toBeGreaterThan(4 * truth);
});

test("shared networks and lost links pull the estimate down, never up", () => {
  const apart = playMonths(small, 40).meanEstimate;
  const offices = playMonths({ ...small, office: 4 }, 40).meanEstimate;
  const lost = playMonths({ ...small, late: 0.6, lost: 1 }, 40).meanEstimate;
  expect(offices).toBeLessThan(apart / 2);
  expect(lost).toBeLessThan(apart);
  expect(Math.max(offices, lost)).toBeLessThan(truthOf(small));
});

test("the same seed plays the same months", () => {
  expect(playMonths(small, 5, 3)).toEqual(playMonths(small, 5, 3));
});
