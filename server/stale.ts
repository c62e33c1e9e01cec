/** Whether a build step has to run again: by what it was made from, not by times. */
import { createHash } from "node:crypto";
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

/**
 * @param patterns globs of files from the project's root; their names and contents count.
 * @param also other things the result depends on.
 */
export function fingerprint(
  patterns: string[],
  also: string[] = [],
  exclude: string[] = [],
): string {
  const hash = createHash("sha256").update(JSON.stringify(also));
  for (const file of globSync(patterns, { exclude }).sort()) {
    if (!statSync(file).isFile()) continue;
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** Runs `make` unless its `result` is there and `stamp` says that it was made for the same fingerprint. */
export async function unlessFresh(
  { stamp, result, wanted }: { stamp: string; result: string; wanted: string },
  make: () => Promise<void>,
): Promise<void> {
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  await make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Does the work while no other process does any under the same lock; waits for its turn. */
export async function exclusively(lock: string, work: () => Promise<void>): Promise<void> {
  mkdirSync(dirname(lock), { recursive: true });
  while (!taken(lock)) await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** A lock whose process is gone counts for nothing. */
function taken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  try {
    process.kill(Number(readFileSync(lock, "utf8")) || 1, 0);
  } catch {
    rmSync(lock, { force: true });
  }
  return false;
}
