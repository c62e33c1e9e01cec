import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

/** One vector, ready to be compared. */
export interface Vector {
  id: string;
  expected: unknown;
  /** Computes what the product says, maybe as a promise. Null: the product does not do this kind yet. */
  run: (() => unknown) | null;
  /** Named in the list of what is not done yet. */
  kind: string;
  /** How to compare; deep equality when absent. */
  agrees?: (expected: unknown, got: unknown) => boolean;
}

/**
 * An adapter between vector files and the product. Every other file of this folder is one, with the
 * suite as its default export; `test/vectors.ts` finds it there.
 */
export interface Suite {
  /** Whether this suite understands a file, by its name and its parsed content. */
  accepts(file: string, data: unknown): boolean;
  vectors(data: unknown): Vector[];
}

/** A vector whose result differs, or whose run threw (then `got` is the error). */
export interface Failure {
  file: string;
  id: string;
  expected: unknown;
  got: unknown;
}

/** Result over all files of a folder. */
export interface Report {
  passed: string[];
  failures: Failure[];
  /** Files and kinds nobody computes yet, e.g. `sla-vectors.json: warn (3)`. */
  notYet: string[];
}

/** Runs every `.json` file of a folder against the suites. */
export async function runFolder(dir: string, suites: readonly Suite[]): Promise<Report> {
  const report: Report = { passed: [], failures: [], notYet: [] };
  const files = (await readdir(dir)).filter((file) => file.endsWith(".json")).sort();
  for (const file of files) {
    const data: unknown = JSON.parse(await readFile(join(dir, file), "utf8"));
    const suite = suites.find((candidate) => candidate.accepts(file, data));
    if (suite) await runVectors(file, suite.vectors(data), report);
    else report.notYet.push(file);
  }
  return report;
}

async function runVectors(file: string, vectors: readonly Vector[], report: Report): Promise<void> {
  const missing = new Map<string, number>();
  for (const vector of vectors) {
    const { id, expected, run, kind, agrees = isDeepStrictEqual } = vector;
    if (!run) {
      missing.set(kind, (missing.get(kind) ?? 0) + 1);
      continue;
    }
    const got = await attempt(run);
    if (agrees(expected, got)) report.passed.push(id);
    else report.failures.push({ file, id, expected, got });
  }
  for (const [kind, count] of missing) report.notYet.push(`${file}: ${kind} (${count})`);
}

// One vector that throws must not hide the result of the others.
async function attempt(run: () => unknown): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    return error;
  }
}
