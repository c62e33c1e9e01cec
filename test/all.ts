/**
 * `npm test`: everything that can be checked on a fresh machine. Prints the plain closing line
 * `N passed, N failed`; each check that isn't a Vitest test counts as one.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepare, root } from "../server/prepare.ts";

type Count = { passed: number; failed: number };

const started = performance.now();
const seconds = () => Math.round((performance.now() - started) / 1000);
const bin = (script: string) => join(root, "node_modules", script);

/** Runs a tool of ours with this very Node, its words on the screen. */
function run(script: string, args: string[], env: Record<string, string> = {}): boolean {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  return status === 0;
}

function check(name: string, script: string, args: string[]): Count {
  console.log(`\n== ${name} (${seconds()} s)`);
  const ok = run(script, args);
  console.log(ok ? `ok: ${name}` : `FAILED: ${name}`);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/** @param patterns files to run; none = all. */
function vitest(patterns: string[]): Count {
  console.log(`\n== tests (${seconds()} s)`);
  const folder = mkdtempSync(join(tmpdir(), "answerable-results-"));
  const result = join(folder, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${result}`];
  const ok = run(bin("vitest/vitest.mjs"), ["run", ...reporters, ...patterns], { CI: "true" });
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(result, "utf8"));
    // A file that can't be loaded has no failed test of its own.
    return { passed: numPassedTests, failed: ok ? numFailedTests : Math.max(1, numFailedTests) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await prepare(() => {});
const patterns = process.argv.slice(2);
const counts =
  patterns.length > 0
    ? [vitest(patterns)]
    : [
        check("format and lint", bin("@biomejs/biome/bin/biome"), ["ci", "."]),
        check("types", bin("typescript/bin/tsc"), ["-p", "tsconfig.json", "--noEmit"]),
        check("spec vectors", join(root, "test/vectors.ts"), []),
        vitest([]),
      ];
const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
console.log(`\n${seconds()} s`);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") === 0 ? 0 : 1);
