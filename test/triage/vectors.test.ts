import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { defaultRuleSet } from "#server/triage/defaults.ts";
import type { Facts } from "#server/triage/facts.ts";
import { triage } from "#server/triage/rules.ts";
import { runFolder } from "../vector-suites/suite.ts";
import suite from "../vector-suites/triage.ts";

const folder = join(import.meta.dirname, "../vectors");
type Row = { id: string; input: Facts; expect: object };
const vectors: Row[] = JSON.parse(
  readFileSync(join(folder, "triage-vectors.json"), "utf8"),
).vectors;

test("F083 every vector agrees with the words of its file", async () => {
  const report = await runFolder(folder, [suite]);
  expect(report.failures).toEqual([]);
  expect(report.passed).toHaveLength(18);
});

test.each(vectors)(
  "F083 $id agrees with the default words as well",
  ({ input, expect: wanted }) => {
    const { emotion, ...outcome } = triage(defaultRuleSet(), input);
    expect({ ...outcome, emotion: [emotion.score, emotion.level] }).toMatchObject(wanted);
  },
);
