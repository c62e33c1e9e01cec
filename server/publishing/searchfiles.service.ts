/** The files of the search, below the site and in the state folder. */

import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { IndexFile } from "./searchindex.service.ts";

let counter = 0;

/** Writes a whole file or nothing: readers see the old one until the new one is complete. */
export async function writeWhole(path: string, bytes: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.${counter++}.tmp`;
  await writeFile(draft, bytes);
  await rename(draft, path);
}

/**
 * Writes an index into a folder named after its contents. The folder appears whole; if it is already
 * there it is the same.
 */
export async function writeFolder(path: string, files: readonly IndexFile[]): Promise<void> {
  const folder = resolve(path);
  if (existsSync(folder)) return;
  const draft = `${folder}.${process.pid}.${counter++}.tmp`;
  await mkdir(draft, { recursive: true });
  for (const file of files) {
    await mkdir(dirname(join(draft, file.path)), { recursive: true });
    await writeFile(join(draft, file.path), file.bytes);
  }
  await rename(draft, folder);
}

/** A JSON file, or null when there is none. @throws SyntaxError when it is broken */
export async function readJson<T>(path: string): Promise<T | null> {
  return existsSync(path) ? (JSON.parse(await readFile(path, "utf8")) as T) : null;
}
