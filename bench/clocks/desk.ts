/** What a worker of the product reaches, as server/main.ts makes it, but for site, mail and HTTP. */
import { join } from "node:path";
import { pino } from "pino";
import { contentSettings } from "../../server/content.ts";
import { openDatabase } from "../../server/db.ts";
import type { Deps } from "../../server/deps.ts";
import { parseEnv } from "../../server/env.ts";
import { bossJobs, openBoss, queues } from "../../server/jobs.ts";
import { secretsOf } from "../../server/secrets.ts";
import { openSettings } from "../../server/settings/reader.service.ts";

const contentDir = join(import.meta.dirname, "../../content");

/** @param at the time it always is. */
export async function openDesk(
  url: string,
  at: Date,
): Promise<{ deps: Deps; close(): Promise<void> }> {
  const { db, pool, close } = openDatabase(url, 5);
  const boss = openBoss(pool);
  await boss.start();
  for (const name of queues) await boss.createQueue(name);
  const now = () => at;
  const deps = {
    ...{ db, now, contentDir, content: contentSettings(contentDir), jobs: bossJobs(boss) },
    ...{ env: parseEnv({}), secrets: secretsOf("nothing is signed for anybody here, 1234") },
    ...{ settings: openSettings(db, now), log: pino({ level: "error" }) },
  } satisfies Partial<Deps> as unknown as Deps;
  // As in a process that has been running for a while.
  for (const kind of ["sla", "ladder", "oncall"] as const) await deps.settings.current(kind);
  return {
    deps,
    async close() {
      await boss.stop({ graceful: false });
      await close();
    },
  };
}
