/** A PostgreSQL of the benchmark's own, with everything that a desk of that size holds. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { openDatabase, prepareDatabase } from "../../server/db.ts";
import { startOwnPostgres } from "../../server/postgres.ts";
import type { SlaBook } from "../../server/sla/book.ts";
import type { Instant } from "../../server/sla/instant.ts";
import { clockRow } from "../../server/tickets/clocks.repo.ts";
import { toRow } from "../../server/tickets/log.ts";
import { type Stored, ticketsFor } from "./tickets.ts";

/** An empty database on a server that keeps what it was told, as the product's does. */
export async function ownDatabase(): Promise<{ url: string; remove(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "answerable-clocks-"));
  // PostgreSQL may run as another account than ours.
  chmodSync(folder, 0o755);
  const own = await startOwnPostgres(folder);
  await prepareDatabase(own.url);
  return {
    url: own.url,
    async remove() {
      await own.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const people = 60;
const customers = 5000;
const batch = 2000;

/** Fills the database. @returns tickets and running clocks that are in it. */
export async function fill(
  url: string,
  size: { open: number; due: number },
  book: SlaBook,
  now: Instant,
): Promise<{ tickets: number; open: number }> {
  const { pool, close } = openDatabase(url, 1);
  // Nothing here is read before it is whole: neither references nor single commits are waited for.
  await pool.query("SET session_replication_role = replica; SET synchronous_commit = off");
  await pool.query("CREATE TABLE bench_due (id uuid PRIMARY KEY)");
  const indexes = await withoutIndexes(pool);
  await addPeople(pool, new Date(now));
  const filled = { tickets: 0, open: 0 };
  let waiting: (Stored & { isDue: boolean })[] = [];
  for (const ticket of ticketsFor(size, book, now)) {
    filled.tickets++;
    filled.open += ticket.clocks.filter(({ state }) => state === "running").length;
    if (waiting.push(ticket) === batch) await insert(pool, waiting.splice(0));
  }
  await insert(pool, waiting);
  waiting = [];
  await keepDue(pool);
  for (const { definition } of indexes) await pool.query(definition);
  await pool.query("VACUUM (ANALYZE)");
  await close();
  return filled;
}

/** Made once in the end, indexes take a fraction of the time. @returns how to make those dropped. */
async function withoutIndexes(pool: pg.Pool): Promise<{ definition: string }[]> {
  const { rows } =
    await pool.query(`SELECT indexname AS name, indexdef AS definition FROM pg_indexes
    WHERE tablename IN ('tickets', 'ticket_events', 'clocks') AND indexdef NOT LIKE '%UNIQUE%'`);
  for (const { name } of rows) await pool.query(`DROP INDEX "${name}"`);
  return rows;
}

async function addPeople(pool: pg.Pool, at: Date): Promise<void> {
  await pool.query(
    `INSERT INTO users (id, name, email, role, team, locale, "createdAt", "updatedAt")
     SELECT 'a-' || n, 'Agent ' || n, 'a' || n || '@desk.example', CASE WHEN n % 10 = 0 THEN 'lead' ELSE 'agent' END,
       CASE WHEN n % 4 = 0 THEN 'tech' ELSE '' END, 'en', $1, $1 FROM generate_series(1, $2::int) n`,
    [at, people],
  );
  await pool.query(
    `INSERT INTO customers (id, email, name)
     SELECT lpad(n::text, 32, '0')::uuid, 'c' || n || '@mail.example', 'Customer ' || n FROM generate_series(1, $1::int) n`,
    [customers],
  );
}

async function insert(pool: pg.Pool, tickets: (Stored & { isDue: boolean })[]): Promise<void> {
  const heads = tickets.map(({ id, log, status, priority, next, wakeAt }, index) => ({
    ...{ id, status, priority, at: date(log[0]!.at), nextDueAt: date(next?.dueAt) },
    ...{ nextDueMetric: next?.metric ?? null, wakeAt: date(wakeAt) },
    ...{ customer: 1 + (index % customers), person: `a-${1 + (index % people)}` },
  }));
  await pool.query(
    `INSERT INTO tickets (id, "customerId", subject, locale, form, kind, priority, status, "assigneeId",
       "writtenAt", "receivedAt", "nextDueAt", "nextDueMetric", "wakeAt", "idempotencyKey")
     SELECT id, lpad(customer::text, 32, '0')::uuid, 'The camera is offline', 'en', 'contact', 'fault', priority,
       status, person, at, at, "nextDueAt", "nextDueMetric", "wakeAt", gen_random_uuid()
     FROM json_to_recordset($1) AS row (id uuid, customer int, person text, priority text, status text,
       at timestamptz, "nextDueAt" timestamptz, "nextDueMetric" text, "wakeAt" timestamptz)`,
    [JSON.stringify(heads)],
  );
  const events = tickets.flatMap(({ id, log }) => log.map((event) => ({ id, ...toRow(event) })));
  await pool.query(
    `INSERT INTO ticket_events ("ticketId", at, type, "actorKind", data)
     SELECT id, at, type, 'system', data
     FROM json_to_recordset($1) AS row (id uuid, at timestamptz, type text, data jsonb)`,
    [JSON.stringify(events)],
  );
  const clocks = tickets.flatMap(({ id, clocks }) => clocks.map((clock) => clockRow(id, clock)));
  await pool.query(
    `INSERT INTO clocks ("ticketId", metric, instance, state, "startedAt", "goalAt", "warnAt", "dueAt", "stoppedAt", "breachedAt")
     SELECT * FROM json_to_recordset($1) AS row ("ticketId" uuid, metric text, instance int, state text,
       "startedAt" timestamptz, "goalAt" timestamptz, "warnAt" timestamptz, "dueAt" timestamptz,
       "stoppedAt" timestamptz, "breachedAt" timestamptz)`,
    [JSON.stringify(clocks)],
  );
  const steps = tickets.flatMap(({ id, log, reasons }) =>
    reasons.map((reason, index) => ({ id, ...reason, at: date(log.at(-1)!.at), level: index + 1 })),
  );
  await pool.query(
    `INSERT INTO escalations (id, "ticketId", cause, occasion, level, at)
     SELECT gen_random_uuid(), id, cause, occasion, least(level, 2), at
     FROM json_to_recordset($1) AS row (id uuid, cause text, occasion text, level int, at timestamptz)`,
    [JSON.stringify(steps)],
  );
  const due = tickets.filter(({ isDue }) => isDue).map(({ id }) => id);
  await pool.query("INSERT INTO bench_due SELECT unnest($1::uuid[])", [due]);
}

const date = (at: number | null | undefined) => (at == null ? null : new Date(at));

/** What is due is kept aside, so that it can be due again. */
async function keepDue(pool: pg.Pool): Promise<void> {
  await pool.query(`CREATE TABLE bench_tickets AS SELECT * FROM tickets WHERE id IN (SELECT id FROM bench_due);
    CREATE TABLE bench_clocks AS SELECT * FROM clocks WHERE "ticketId" IN (SELECT id FROM bench_due);
    CREATE TABLE bench_escalations AS SELECT * FROM escalations WHERE "ticketId" IN (SELECT id FROM bench_due);
    CREATE TABLE bench_last AS SELECT max(id) AS event FROM ticket_events`);
}

/** Everything that was due is due again, as if no worker had ever looked. */
export async function makeDueAgain(pool: pg.Pool): Promise<void> {
  await pool.query(`SET session_replication_role = replica;
    DELETE FROM ticket_events WHERE id > (SELECT event FROM bench_last);
    TRUNCATE watchers, reviews, notifications;
    DELETE FROM escalations WHERE "ticketId" IN (SELECT id FROM bench_due);
    INSERT INTO escalations SELECT * FROM bench_escalations;
    DELETE FROM clocks WHERE "ticketId" IN (SELECT id FROM bench_due);
    INSERT INTO clocks SELECT * FROM bench_clocks;
    UPDATE tickets t SET status = b.status, "closedAt" = b."closedAt", "closeReason" = b."closeReason",
      "nextDueAt" = b."nextDueAt", "nextDueMetric" = b."nextDueMetric", "wakeAt" = b."wakeAt"
    FROM bench_tickets b WHERE b.id = t.id`);
  await pool.query("DELETE FROM pgboss.job WHERE name = 'mail'");
  await pool.query("VACUUM (ANALYZE) tickets, clocks, ticket_events");
}

/** Misses that were written since, and how many of them were written twice. */
export async function written(pool: pg.Pool): Promise<{ misses: number; doubled: number }> {
  const { rows } = await pool.query(`SELECT count(*)::int AS misses,
      (count(*) - count(DISTINCT ("ticketId", type, data)))::int AS doubled
    FROM ticket_events WHERE id > (SELECT event FROM bench_last) AND type IN ('breached', 'promise_broken')`);
  return rows[0];
}
