/** The one small file beside the pages: what is said about known problems. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type KnownIssue, knownIssuesFile } from "../incidents/banner.ts";
import { readJson, writeWhole } from "./searchfiles.service.ts";

export type Announcer = {
  /**
   * Writes it at once and whole; what is there already is left.
   * @param read what to say, asked when it is this one's turn, so that the last word is the newest.
   */
  announce(read: () => Promise<KnownIssue[]>): Promise<void>;
  /** Resolves when everything that was asked for is done. */
  settled(): Promise<void>;
};

/** A new build brings none of its own: what was said last is kept beside the site, and said again. */
export async function openAnnouncer(dataDir: string): Promise<Announcer> {
  const kept = join(dataDir, knownIssuesFile);
  const files = [kept, join(dataDir, "site", knownIssuesFile)];
  const say = async (issues: KnownIssue[]): Promise<void> => {
    const text = JSON.stringify(issues);
    for (const file of files)
      if (!existsSync(file) || readFileSync(file, "utf8") !== text) await writeWhole(file, text);
  };
  await say((await readJson<KnownIssue[]>(kept)) ?? []);
  let turn: Promise<unknown> = Promise.resolve();
  return {
    announce(read) {
      const next = turn.then(() => read().then(say));
      // One that failed doesn't hold up the next.
      turn = next.catch(() => {});
      return next;
    },
    settled: async () => void (await turn),
  };
}
