/**
 * Background work on the same database (pg-boss). A job is a doorbell: its data are ids, and the
 * service it rings claims before it acts. Queues and their handlers stand in schedule.ts.
 */
import type pg from "pg";
import { PgBoss } from "pg-boss";
import type { Tx } from "./db.ts";

/** Queues of pg-boss. */
export const queues = ["mail", "assign", "publish", "webhook", "recompute"] as const;
export type JobName = (typeof queues)[number];

export type Jobs = {
  /** Rings in the caller's transaction: no commit, no job. */
  send(tx: Tx, name: JobName, data: Record<string, unknown>, after?: Date): Promise<void>;
};

export function openBoss(pool: pg.Pool): PgBoss {
  const boss = new PgBoss({ db: { executeSql: (text, values) => pool.query(text, values) } });
  // Failures are retried by the queue and show in its table; without a listener they would end the process.
  boss.on("error", () => {});
  return boss;
}

export const bossJobs = (boss: PgBoss): Jobs => ({
  async send(tx, name, data, after) {
    const executeSql = async (text: string, values: unknown[] = []) => ({
      rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values),
    });
    await boss.send(name, data, { db: { executeSql }, ...(after && { startAfter: after }) });
  },
});
