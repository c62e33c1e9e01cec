import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "#prisma";
import { exitCodes, StartupProblem } from "./errors.ts";
import { migrate } from "./migrate.ts";

export type Db = PrismaClient;
/** A transaction, or the client itself where none is needed. */
export type Tx = Prisma.TransactionClient;

const oldest = 150_000;

/**
 * Creates the database if it's missing, checks the server's age and applies migrations.
 * @throws StartupProblem: unreachable, too old, or a migration failed.
 */
export async function prepareDatabase(url: string): Promise<string[]> {
  const client = await connect(url)
    .catch((error) => {
      if (error.code === "3D000") return createAndConnect(url);
      throw error;
    })
    .catch((error: Error) => {
      const where = new URL(url);
      throw new StartupProblem(
        exitCodes.databaseUnreachable,
        `PostgreSQL at ${where.hostname}:${where.port || 5432}${where.pathname} can't be used: ${error.message || (error as NodeJS.ErrnoException).code}. Check DATABASE_URL.`,
      );
    });
  try {
    const { rows } = await client.query<{ version: string; number: string }>(
      "SELECT current_setting('server_version') AS version, current_setting('server_version_num') AS number",
    );
    if (Number(rows[0]!.number) < oldest) {
      throw new StartupProblem(
        exitCodes.databaseTooOld,
        `PostgreSQL ${rows[0]!.version} is too old: 15 or newer is needed.`,
      );
    }
    return await migrate(client);
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  return client;
}

async function createAndConnect(url: string): Promise<pg.Client> {
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  target.pathname = "/postgres";
  const admin = await connect(target.href);
  await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  await admin.end();
  return connect(url);
}

/**
 * One pool for Prisma, the jobs and plain SQL.
 * @param max connections at most.
 */
export function openDatabase(
  url: string,
  max = 20,
): { db: Db; pool: pg.Pool; close(): Promise<void> } {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    // Prisma reads times as if every session were on UTC.
    options: "-c TimeZone=UTC",
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => {});
  const db = new PrismaClient({
    adapter: new PrismaPg(pool),
    // The other formats print the query with its values: people's words in a log.
    errorFormat: "minimal",
    // On a busy machine a change waits its turn as long as the pool does, instead of failing.
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
  return {
    db,
    pool,
    close: async () => {
      await db.$disconnect();
      await pool.end();
    },
  };
}
