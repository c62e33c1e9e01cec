/** Whether a build step has to run again: by what it was made from, not by times. */
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
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
