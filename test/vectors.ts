// Runs the spec vectors of a folder: node test/vectors.ts [DIR]
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { inspect } from "node:util";
import { runFolder, type Suite } from "./vector-suites/suite.ts";

const here = import.meta.dirname;
const files = (await readdir(join(here, "vector-suites"))).filter((file) => file !== "suite.ts");
const suites = await Promise.all(
  files
    .sort()
    .map(async (file): Promise<Suite> => (await import(`./vector-suites/${file}`)).default),
);
const { passed, failures, notYet } = await runFolder(
  process.argv[2] ?? join(here, "vectors"),
  suites,
);

const show = (value: unknown) => inspect(value, { depth: null, breakLength: 120 });
for (const { file, id, expected, got } of failures)
  console.log(`FAIL ${file} ${id}\n  expected ${show(expected)}\n  got      ${show(got)}`);
for (const line of notYet) console.log(`not yet: ${line}`);
console.log(`${passed.length} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
