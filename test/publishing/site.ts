/** The application with a publisher, on a knowledge base and a site in a folder of their own. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { parseEnv } from "../../server/env.ts";
import { now } from "../../server/now.ts";
import { root } from "../../server/prepare.ts";
import { openPublisher } from "../../server/publishing/publisher.service.ts";
import { closeIndexer } from "../../server/publishing/searchindex.service.ts";
import { testApp } from "../app.ts";

export async function publishingApp() {
  const folder = mkdtempSync(join(tmpdir(), "answerable-publish-"));
  const content = join(folder, "content");
  const data = join(folder, "data");
  const filter = (path: string) => !path.endsWith(".ts");
  cpSync(join(root, "content"), content, { recursive: true, filter });
  const env = parseEnv({ DATA_DIR: data, PUBLIC_URL: "http://localhost:4321" });
  const log = pino({ level: "silent" });
  const publisher = await openPublisher({ env, log, now }, content, () => {});
  const app = await testApp({ content, publisher });
  return {
    app,
    publisher,
    content,
    siteDir: join(data, "site"),
    /** @throws like the application's own `stop`. */
    async stop(): Promise<void> {
      await app.ring();
      await app.stop();
      await publisher.close();
      await closeIndexer();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
