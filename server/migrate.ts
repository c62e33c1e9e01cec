/**
 * Applies `prisma/migrations` at start-up, in the way `prisma migrate deploy` does, so that both
 * agree: same lock, same table, same checksums.
 */
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";
import { exitCodes, StartupProblem } from "./errors.ts";

/** Prisma's own advisory lock, so that two servers never migrate at once. */
const lock = 72_707_369;
const folder = join(import.meta.dirname, "../prisma/migrations");

const bookkeeping = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ, "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ, "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`;

/**
 * @returns names of the migrations applied now.
 * @throws StartupProblem when one fails; it is rolled back and nothing of it stays.
 */
export async function migrate(client: Client): Promise<string[]> {
  await client.query("SELECT pg_advisory_lock($1)", [lock]);
  try {
    await client.query(bookkeeping);
    const done = await client.query<{ migration_name: string }>(
      'SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    const known = new Set(done.rows.map((row) => row.migration_name));
    const open = migrationNames().filter((name) => !known.has(name));
    for (const name of open) await apply(client, name);
    return open;
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [lock]);
  }
}

function migrationNames(): string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort();
}

async function apply(client: Client, name: string): Promise<void> {
  const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
  const checksum = createHash("sha256").update(sql).digest("hex");
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count)
       VALUES ($1, $2, now(), $3, 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new StartupProblem(
      exitCodes.migrationFailed,
      `The database could not be brought up to date (${name}): ${(error as Error).message}`,
    );
  }
}
