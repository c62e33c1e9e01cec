import { join } from "node:path";
import { expect, test } from "vitest";
import deflection from "../vector-suites/deflection.ts";
import holdout from "../vector-suites/holdout.ts";
import stats from "../vector-suites/stats.ts";
import { runFolder } from "../vector-suites/suite.ts";

const folder = join(import.meta.dirname, "../vectors");

test.each([
  ["deflection", deflection, 42],
  ["holdout", holdout, 9],
  ["stats", stats, 82],
])("every vector of %s agrees", async (name, suite, count) => {
  const report = await runFolder(folder, [suite]);
  expect(report.failures).toEqual([]);
  expect(report.passed).toHaveLength(count);
  expect(report.notYet.filter((line) => line.startsWith(`${name}-`))).toEqual([]);
});
