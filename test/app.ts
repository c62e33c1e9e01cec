/**
 * The application on a database of its own, as a test file uses it: nothing is replaced but what
 * leaves the machine (mails are an array) and what can't wait (the clock stands still until it is
 * moved, jobs are rung by hand).
 */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { vi } from "vitest";
import type { Locale } from "../content/schema.ts";
import { openAuth } from "../server/auth.ts";
import { contentSettings } from "../server/content.ts";
import type { Db } from "../server/db.ts";
import { makePartitions } from "../server/deflection/retention.service.ts";
import type { Agent, Deps } from "../server/deps.ts";
import { parseEnv } from "../server/env.ts";
import { buildHttp } from "../server/http.ts";
import type { JobName, Jobs } from "../server/jobs.ts";
import { openLive } from "../server/live.ts";
import type { Mail } from "../server/mail.ts";
import { now } from "../server/now.ts";
import { root } from "../server/prepare.ts";
import { openContentFiles } from "../server/publishing/contentfiles.service.ts";
import type { Publisher } from "../server/publishing/publisher.service.ts";
import { type AppRouter, appRouter } from "../server/router.ts";
import { handlers } from "../server/schedule.ts";
import { secretsOf } from "../server/secrets.ts";
import { openSettings } from "../server/settings/reader.service.ts";
import { callerFactory } from "../server/trpc.ts";
import { type TestDatabase, testDatabase } from "./database.ts";

/** A Wednesday, ten in the morning in Shanghai: the desk has been open for an hour. */
export const wednesday = new Date("2026-11-18T02:00:00Z");

/** A browser without an account. */
export type Browser = { ip: string; userAgent: string; locale: Locale };
export const firefox: Browser = {
  ip: "203.0.113.7",
  userAgent: "Mozilla/5.0 (X11; Linux x64; rv:150.0) Gecko/20100101 Firefox/150.0",
  locale: "en",
};

export type TestApp = {
  deps: Deps;
  database: TestDatabase;
  clock: { set(at: Date | string): void; advance(by: Duration): void };
  /** Mails handed over, oldest first. */
  mails: Mail[];
  /** The API as a member of staff sees it. */
  as(agent: Agent): Caller;
  /** The API as anybody sees it. */
  visitor(browser?: Partial<Browser>): Caller;
  /** The whole server, to be asked with `inject`. Built at the first call. */
  http(): Promise<FastifyInstance>;
  /** Jobs that wait, whenever they are due. */
  waiting(): Promise<{ name: JobName; data: Record<string, unknown> }[]>;
  /** Does every job that is due, and those that come of it. */
  ring(): Promise<void>;
  /** Removes everything. @throws if a job was left over or a fault of ours was logged. */
  stop(): Promise<void>;
};

type Duration = { days?: number; hours?: number; minutes?: number; seconds?: number };
type Caller = ReturnType<AppRouter["createCaller"]>;

export async function testApp(
  options: {
    at?: Date;
    env?: Record<string, string>;
    content?: string;
    publisher?: Publisher;
  } = {},
): Promise<TestApp> {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), "answerable-app-"));
  mkdirSync(join(folder, "site"));
  const contentDir = options.content ?? join(root, "content");
  const env = parseEnv({
    NODE_ENV: "test",
    DATA_DIR: folder,
    PUBLIC_URL: "http://localhost:4321",
    PROOF_COST: "1",
    RATE_LIMIT: "1000",
    ...options.env,
  });
  // Libraries ask the machine for the time: they are told the same one. Timers run on.
  vi.useFakeTimers({ toFake: ["Date"], now: options.at ?? wednesday });
  const mails: Mail[] = [];
  const faults: string[] = [];
  const live = await openLive(database.url);
  const jobs = await tableJobs(database.db);
  const deps: Deps = {
    env,
    db: database.db,
    live,
    jobs,
    mailer: { send: async (mail) => void mails.push(mail) },
    secrets: secretsOf("a secret that everybody may know, 1234"),
    contentDir,
    files: await openContentFiles(contentDir),
    content: contentSettings(contentDir),
    settings: openSettings(database.db, now),
    publisher: options.publisher ?? noPublisher,
    log: pino({ level: "error" }, { write: (line) => void faults.push(line) }),
    now,
  };
  await makePartitions(deps);
  const create = callerFactory(appRouter);
  let http: Promise<FastifyInstance> | undefined;
  return {
    deps,
    database,
    mails,
    clock: {
      set: (at) => vi.setSystemTime(at),
      advance: (by) => vi.setSystemTime(now().getTime() + milliseconds(by)),
    },
    as: (agent) => create({ deps, agent, ...firefox, limit, locale: agent.locale }),
    visitor: (browser) => create({ deps, agent: null, limit, ...firefox, ...browser }),
    http: () => {
      http ??= buildHttp(deps, openAuth(env, deps.db, deps.secrets), () => []);
      return http;
    },
    waiting: jobs.waiting,
    ring: () => jobs.ring(deps),
    async stop() {
      const left = await jobs.waiting();
      await (await http)?.close();
      await live.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
      vi.useRealTimers();
      if (faults.length > 0) throw new Error(`Faults were logged:\n${faults.join("")}`);
      if (left.length > 0) throw new Error(`Jobs were left over: ${JSON.stringify(left)}`);
    },
  };
}

/** Limits are the front door's: they are tested through it. */
const limit = async (): Promise<void> => {};

const milliseconds = ({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Duration): number =>
  (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;

const noPublisher = new Proxy({} as Publisher, {
  get() {
    throw new Error("This test has no publisher: hand one to testApp.");
  },
});

type StoredJob = { id: string; name: JobName; data: Record<string, unknown> };

/** Jobs as rows, so that a transaction rolled back takes its jobs with it, as pg-boss has it. */
async function tableJobs(
  db: Db,
): Promise<Jobs & Pick<TestApp, "waiting"> & { ring(deps: Deps): Promise<void> }> {
  await db.$executeRaw`CREATE TABLE waiting_jobs (seq serial PRIMARY KEY,
    id uuid NOT NULL DEFAULT gen_random_uuid(), name text NOT NULL, data jsonb NOT NULL, after timestamptz)`;
  const next = async (now: Date): Promise<StoredJob | undefined> => {
    const rows = await db.$queryRaw<StoredJob[]>`DELETE FROM waiting_jobs WHERE seq =
      (SELECT min(seq) FROM waiting_jobs WHERE after IS NULL OR after <= ${now}) RETURNING id, name, data`;
    return rows[0];
  };
  const insert: Jobs["sendAll"] = async (tx, name, jobs) => {
    for (const { data, after } of jobs)
      await tx.$executeRaw`INSERT INTO waiting_jobs (name, data, after)
        VALUES (${name}, ${JSON.stringify(data)}::jsonb, ${after ?? null}::timestamptz)`;
  };
  return {
    send: (tx, name, data, after) => insert(tx, name, [{ data, after }]),
    sendAll: insert,
    waiting: () => db.$queryRaw`SELECT name, data FROM waiting_jobs ORDER BY seq`,
    async ring(deps) {
      for (let job = await next(deps.now()); job; job = await next(deps.now()))
        await handlers[job.name](deps, job.data, job.id);
    },
  };
}
