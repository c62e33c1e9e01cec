import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { type Db, openDatabase } from "../server/db.ts";

export type TestDatabase = {
  url: string;
  db: Db;
  pool: pg.Pool;
  /** Closes the connections and removes the database. */
  drop(): Promise<void>;
};

/** A database of its own, with all migrations applied and nothing in it. Takes about 50 ms. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = new URL(inject("template"));
  const name = `answerable_test_${randomBytes(6).toString("hex")}`;
  await admin(template, `CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`);
  const url = new URL(template);
  url.pathname = `/${name}`;
  const { db, pool, close } = openDatabase(url.href, 5);
  return {
    url: url.href,
    db,
    pool,
    async drop() {
      await close();
      await admin(template, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function admin(server: URL, sql: string): Promise<void> {
  const url = new URL(server);
  url.pathname = "/postgres";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
