/** Composition root: environment → database → what services reach → HTTP and workers. */
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { openAuth } from "./auth.ts";
import { contentSettings } from "./content.ts";
import { openDatabase, prepareDatabase } from "./db.ts";
import { makePartitions } from "./deflection/retention.service.ts";
import type { Deps } from "./deps.ts";
import type { Env } from "./env.ts";
import { exitCodes, StartupProblem } from "./errors.ts";
import { buildHttp } from "./http.ts";
import { bossJobs, openBoss } from "./jobs.ts";
import { openLive } from "./live.ts";
import { openMailer } from "./mail.ts";
import { now } from "./now.ts";
import { startOwnPostgres } from "./postgres.ts";
import { openContentFiles } from "./publishing/contentfiles.service.ts";
import { openPublisher } from "./publishing/publisher.service.ts";
import { createQueues, startWorkers } from "./schedule.ts";
import { loadSecrets } from "./secrets.ts";
import { openSettings } from "./settings/reader.service.ts";

export type Server = {
  deps: Deps;
  /** Where it listens, with the port it really has. */
  address: string;
  stop(): Promise<void>;
};

/**
 * Starts everything of the process's role.
 * @param step called with a word for each part that is begun, for the progress lines.
 * @throws StartupProblem; what was started until then is stopped again.
 */
export async function startServer(
  env: Env & { CONTENT_DIR: string },
  step: (what: string) => void,
): Promise<Server> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of undo.splice(0).reverse()) await end();
  };
  try {
    step("database");
    const own = env.DATABASE_URL ? null : await startOwnPostgres(env.DATA_DIR);
    if (own) undo.push(own.stop);
    const url = env.DATABASE_URL ?? own!.url;
    await prepareDatabase(url);
    const { db, pool, close } = openDatabase(url);
    undo.push(close);
    const boss = openBoss(pool);
    await boss.start();
    undo.push(() => boss.stop({ graceful: true, timeout: 5000 }));
    await createQueues(boss);
    const live = await openLive(url);
    undo.push(live.close);
    const secrets = await loadSecrets(db, env.SECRET);
    const log = pino({
      level: env.LOG_LEVEL,
      redact: ["req.headers.cookie", "req.headers.authorization", "err.part"],
    });
    const deps: Deps = {
      env,
      contentDir: env.CONTENT_DIR,
      files: await openContentFiles(env.CONTENT_DIR),
      db,
      live,
      secrets,
      log,
      now,
      jobs: bossJobs(boss),
      mailer: openMailer(env),
      content: contentSettings(env.CONTENT_DIR),
      settings: openSettings(db, now),
      publisher: null as never,
    };
    await makePartitions(deps);
    step("site");
    deps.publisher = await openPublisher(deps, env.CONTENT_DIR, step);
    undo.push(deps.publisher.close);
    if (env.ROLE === "all" || env.ROLE === "worker") undo.push(await startWorkers(deps, boss));
    const http = await buildHttp(deps, openAuth(env, db, secrets), deps.publisher.scriptHashes);
    undo.push(() => http.close());
    return { deps, address: await listen(http, env), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function listen(http: FastifyInstance, env: Env): Promise<string> {
  try {
    return await http.listen({ port: env.PORT, host: env.HOST });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    throw new StartupProblem(
      exitCodes.portInUse,
      `Port ${env.PORT} is in use: stop what listens there, or choose another with PORT=4322 npm start.`,
    );
  }
}
