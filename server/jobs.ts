/**
 * Background work on the same database (pg-boss). A job is a doorbell: its data are ids, and the
 * service it rings claims before it acts. Queues and their handlers stand in schedule.ts.
 */
import type pg from "pg";
import { PgBoss } from "pg-boss";
import type { Tx } from "./db.ts";

/** Queues of pg-boss. */
export const queues = [
  "mail",
  "assign",
  "publish",
  "webhook",
  "recompute",
  "incident",
  "banner",
] as const;
export type JobName = (typeof queues)[number];

/** One job; `after` = not before this. */
export type Job = { data: Record<string, unknown>; after?: Date };

export type Jobs = {
  /** Rings in the caller's transaction: no commit, no job. */
  send(tx: Tx, name: JobName, data: Record<string, unknown>, after?: Date): Promise<void>;
  /** The same for many jobs in one statement. */
  sendAll(tx: Tx, name: JobName, jobs: readonly Job[]): Promise<void>;
};

export function openBoss(pool: pg.Pool): PgBoss {
  const boss = new PgBoss({ db: { executeSql: (text, values) => pool.query(text, values) } });
  // Failures are retried by the queue and show in its table; without a listener they would end the process.
  boss.on("error", () => {});
  return boss;
}

export const bossJobs = (boss: PgBoss): Jobs => {
  const sendAll: Jobs["sendAll"] = async (tx, name, jobs) => {
    if (jobs.length === 0) return;
    const executeSql = async (text: string, values: unknown[] = []) => ({
      rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values),
    });
    const rows = jobs.map(({ data, after }) => ({ data, ...(after && { startAfter: after }) }));
    await boss.insert(name, rows, { db: { executeSql } });
  };
  return { sendAll, send: (tx, name, data, after) => sendAll(tx, name, [{ data, after }]) };
};
