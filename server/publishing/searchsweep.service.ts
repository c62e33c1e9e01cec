/**
 * The search of pages that are open: they go on with the files whose names they have loaded, so what
 * was replaced stays for a day. A file's time says when it was last known to be in use.
 */
import { existsSync, globSync, mkdirSync, renameSync } from "node:fs";
import { rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { SearchEntry } from "#src/search/entry.ts";
import type { Deps } from "../deps.ts";
import { readJson } from "./searchfiles.service.ts";
import { inTurn, type SearchPlace } from "./searchpublish.service.ts";

const day = 86_400_000;
/** Indexes and their words, whose names are made of what they hold. */
const generations = ["search/engine-*", "search/*/{base,delta,vocabulary}-*"];

/** What the job does, once an hour. */
export const sweepSite = ({ env, now }: Deps): Promise<string[]> =>
  sweepSearch({ siteDir: join(env.DATA_DIR, "site") }, now());

/**
 * Notes what the entries name as in use and removes what no entry has named for a day. Safe to
 * repeat. @returns the removed paths, below `search/`.
 */
export async function sweepSearch(
  { siteDir }: Pick<SearchPlace, "siteDir">,
  now: Date,
): Promise<string[]> {
  const entries = globSync("search/*/entry.json", { cwd: siteDir });
  // Nobody publishes meanwhile: a change may bring back an index that is about to go.
  const work = entries.reduce(
    (inside, entry) => () => inTurn(`${siteDir}/${dirname(entry).slice("search/".length)}`, inside),
    () => sweep(siteDir, entries, now),
  );
  return work();
}

async function sweep(siteDir: string, entries: string[], now: Date): Promise<string[]> {
  const used = new Set<string>();
  for (const file of entries) {
    const entry = await readJson<SearchEntry>(join(siteDir, file));
    for (const path of entry ? pathsOf(entry) : []) used.add(`search/${path}`);
  }
  const removed: string[] = [];
  for (const path of globSync(generations, { cwd: siteDir })) {
    const full = join(siteDir, path);
    if (used.has(path)) await utimes(full, now, now);
    else if (now.getTime() - (await stat(full)).mtimeMs > day) {
      await rm(full, { recursive: true, force: true });
      removed.push(path.slice("search/".length));
    }
  }
  return removed;
}

const pathsOf = ({ base, delta, vocabulary }: SearchEntry): string[] =>
  [base.path, delta?.path ?? "", vocabulary].map((path) => path.replace(/\/$/, ""));

/** Moves the generations that `to` doesn't have from a site that was replaced. */
export function keepGenerations(from: string, to: string): void {
  for (const path of globSync(generations, { cwd: from })) {
    if (existsSync(join(to, path))) continue;
    mkdirSync(dirname(join(to, path)), { recursive: true });
    renameSync(join(from, path), join(to, path));
  }
}
