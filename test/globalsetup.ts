/**
 * Once per run: PostgreSQL, and a database with all migrations that test/database.ts copies.
 * DATABASE_URL names a server to use instead of the one of our own.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { prepare } from "../server/prepare.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection string of the database that is copied for each test file; nobody connects to it. */
    template: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  await prepare(() => {});
  const { prepareDatabase } = await import("../server/db.ts");
  const { server, stop } = await postgres();
  const template = new URL(server);
  template.pathname = `/answerable_template_${process.pid}`;
  await prepareDatabase(template.href);
  provide("template", template.href);
  return async () => {
    await query(server, `DROP DATABASE ${template.pathname.slice(1)} WITH (FORCE)`);
    await stop();
  };
}

/** A server to make databases on. Ours forgets what it was told when the power fails: nobody minds here. */
async function postgres(): Promise<{ server: string; stop(): Promise<void> }> {
  const given = process.env.DATABASE_URL;
  if (given) return { server: given, stop: async () => {} };
  const { startOwnPostgres } = await import("../server/postgres.ts");
  const folder = mkdtempSync(join(tmpdir(), "answerable-test-"));
  // PostgreSQL may run as another account than ours.
  chmodSync(folder, 0o755);
  const own = await startOwnPostgres(folder);
  const server = new URL(own.url);
  server.pathname = "/postgres";
  await query(server.href, "ALTER SYSTEM SET fsync = off");
  await query(server.href, "SELECT pg_reload_conf()");
  return {
    server: server.href,
    async stop() {
      await own.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
