import type { Tx } from "../db.ts";
import type { Month } from "./months.ts";

const table = (name: string): string => `events_${name}`;

/** Names (`2026_11`) of the months that have a partition, oldest first. */
export async function partitionedMonths(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT substr(c.relname, 8) AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'm.events'::regclass ORDER BY 1`;
  return rows.map(({ name }) => name);
}

/** Two servers that start at once make one partition. */
export async function lockPartitions(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext('m.events'))) AS held`;
}

export async function addPartition(tx: Tx, { name, from, to }: Month): Promise<void> {
  const part = table(name);
  await tx.$executeRawUnsafe(
    `CREATE TABLE IF NOT EXISTS m.${part} PARTITION OF m.events
     FOR VALUES FROM ('${from.toISOString()}') TO ('${to.toISOString()}')`,
  );
  // The primary key holds the time too, which a repeated beacon doesn't repeat.
  await tx.$executeRawUnsafe(
    `CREATE UNIQUE INDEX IF NOT EXISTS ${part}_event_id ON m.${part} (event_id)`,
  );
  // A ticket finds the form it was sent with.
  await tx.$executeRawUnsafe(
    `CREATE INDEX IF NOT EXISTS ${part}_episode ON m.${part} (episode_id)
     WHERE episode_id IS NOT NULL AND etype IN ('form_open', 'ticket_created')`,
  );
  // Reports count tickets without reading the visits between them.
  await tx.$executeRawUnsafe(
    `CREATE INDEX IF NOT EXISTS ${part}_tickets ON m.${part} (ts) WHERE etype = 'ticket_created'`,
  );
}

export async function dropPartition(tx: Tx, name: string): Promise<void> {
  await tx.$executeRawUnsafe(`DROP TABLE m.${table(name)}`);
}
