/**
 * A new base index, built beside the server: rendering and indexing thousands of articles would hold
 * up everybody who asks it, and keep their memory.
 */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Locale } from "../../content/schema.ts";
import { type Catalog, readCatalog } from "../../src/catalog.ts";
import type { SearchRecord } from "../../src/search/entry.ts";
import { root } from "../prepare.ts";
import { recordOf } from "./build.service.ts";
import { keyOf } from "./changes.ts";
import { closeIndexer } from "./searchindex.service.ts";
import { buildBase, replaceBase, type SearchPlace } from "./searchpublish.service.ts";
import type { BaseState } from "./searchstate.ts";

const run = promisify(execFile);

export type Compaction = { place: SearchPlace; contentDir: string; locale: Locale };

/** In a process of its own. @returns the state of the index it built. */
export async function buildBeside(compaction: Compaction): Promise<BaseState> {
  const script = join(root, "server/compact.ts");
  const { stdout } = await run(process.execPath, [script, JSON.stringify(compaction)], {
    cwd: root,
  });
  return JSON.parse(stdout);
}

/** What that process does. Articles whose file goes away meanwhile are left to the delta. */
export async function buildHere({ place, contentDir, locale }: Compaction): Promise<BaseState> {
  const catalog = readCatalog(contentDir);
  const records: SearchRecord[] = [];
  for (const entry of catalog.entries)
    if (entry.locale === locale) records.push(await recordOf(catalog, entry));
  const base = await buildBase(place, locale, records);
  await closeIndexer();
  return base;
}

/** Puts it to use. @param catalog what is published now. */
export async function takeBase(
  { place, locale }: Compaction,
  base: BaseState,
  catalog: Catalog,
): Promise<void> {
  const byKey = new Map(catalog.entries.map((entry) => [keyOf(entry), entry]));
  await replaceBase(place, locale, base, (keys) =>
    Promise.all(
      keys.flatMap((key) => {
        const entry = byKey.get(key);
        return entry ? recordOf(catalog, entry) : [];
      }),
    ),
  );
}
