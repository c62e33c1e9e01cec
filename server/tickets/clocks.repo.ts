/** The cache of clocks: what was derived of the logs, and when each ticket has to be looked at again. */
import { Prisma } from "#prisma";
import type { Tx } from "../db.ts";
import type { Clock } from "../sla/clock.ts";

/** What was derived for one ticket. */
export type Derived = {
  ticketId: string;
  clocks: readonly Clock[];
  /** The commitment that comes next, for the queue. */
  next: { metric: string; dueAt: number } | null;
  /** When something has to happen by itself; null when nothing will. */
  wakeAt: number | null;
  /** Version of the settings it was derived by. */
  slaVersion: number;
};

/** Makes the cached clocks of tickets those that were derived; what is cached rightly is not written. */
export async function saveClocks(tx: Tx, derived: readonly Derived[]): Promise<void> {
  const rows = derived.flatMap(({ ticketId, clocks }) =>
    clocks.map((clock) => clockRow(ticketId, clock)),
  );
  await tx.$executeRaw`WITH row AS MATERIALIZED (SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS row ("ticketId" uuid, metric text, instance int, state text, "startedAt" timestamptz, "goalAt" timestamptz,
        "warnAt" timestamptz, "dueAt" timestamptz, "stoppedAt" timestamptz, "breachedAt" timestamptz)),
    gone AS (DELETE FROM clocks c WHERE "ticketId" = ANY(${derived.map(({ ticketId }) => ticketId)}::uuid[])
      AND NOT EXISTS (SELECT FROM row WHERE ${same})),
    changed AS (UPDATE clocks c SET state = row.state, "startedAt" = row."startedAt", "goalAt" = row."goalAt",
        "warnAt" = row."warnAt", "dueAt" = row."dueAt", "stoppedAt" = row."stoppedAt", "breachedAt" = row."breachedAt"
      FROM row WHERE ${same} AND
        (c.state, c."startedAt", c."goalAt", c."warnAt", c."dueAt", c."stoppedAt", c."breachedAt") IS DISTINCT FROM
        (row.state, row."startedAt", row."goalAt", row."warnAt", row."dueAt", row."stoppedAt", row."breachedAt"))
    INSERT INTO clocks
      ("ticketId", metric, instance, state, "startedAt", "goalAt", "warnAt", "dueAt", "stoppedAt", "breachedAt")
    SELECT * FROM row WHERE NOT EXISTS (SELECT FROM clocks c WHERE ${same})`;
  await saveHeads(tx, derived);
}

/** What tickets tell of their clocks themselves: which is due next, and when to look at it again. */
export async function saveHeads(tx: Tx, derived: readonly Derived[]): Promise<void> {
  const rows = derived.map(headRow);
  await tx.$executeRaw`UPDATE tickets AS t SET "nextDueAt" = row."nextDueAt",
      "nextDueMetric" = row."nextDueMetric", "wakeAt" = row."wakeAt", "slaVersion" = row."slaVersion"
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS row ("ticketId" uuid,
      "nextDueAt" timestamptz, "nextDueMetric" text, "wakeAt" timestamptz, "slaVersion" int)
    WHERE t.id = row."ticketId"`;
}

/** Marks cached clocks as missed; what is due on the way there is not asked any more. */
export async function saveMissed(
  tx: Tx,
  missed: readonly { ticketId: string; clock: Clock }[],
): Promise<void> {
  const rows = missed.map(({ ticketId, clock }) => clockRow(ticketId, clock));
  await tx.$executeRaw`UPDATE clocks c SET state = row.state, "goalAt" = row."goalAt", "warnAt" = row."warnAt",
      "dueAt" = row."dueAt", "breachedAt" = row."breachedAt"
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS row ("ticketId" uuid, metric text, instance int,
      state text, "goalAt" timestamptz, "warnAt" timestamptz, "dueAt" timestamptz, "breachedAt" timestamptz)
    WHERE ${same}`;
}

const same = Prisma.sql`c."ticketId" = row."ticketId" AND c.metric = row.metric AND c.instance = row.instance`;

const date = (at: number | null | undefined): Date | null => (at == null ? null : new Date(at));

/** What a ticket's own row tells of its clocks. */
export const headRow = ({ ticketId, next, wakeAt, slaVersion }: Derived) => ({
  ticketId,
  nextDueAt: date(next?.dueAt),
  nextDueMetric: next?.metric ?? null,
  wakeAt: date(wakeAt),
  slaVersion,
});

/** A clock as a row of the cache. */
export const clockRow = (ticketId: string, clock: Clock) => ({
  ticketId,
  metric: clock.metric,
  instance: clock.instance,
  state: clock.state,
  startedAt: date(clock.startedAt),
  goalAt: date(clock.goalAt),
  warnAt: date(clock.warnAt),
  dueAt: date(clock.dueAt),
  stoppedAt: date(clock.stoppedAt),
  breachedAt: date(clock.breachedAt),
});

const cached = {
  ...{ id: true, number: true, nextDueAt: true, nextDueMetric: true, wakeAt: true },
  ...{ slaVersion: true, clocks: true },
} as const;

/** A ticket with its cached clocks. */
export type CachedTicket = Prisma.TicketGetPayload<{ select: typeof cached }>;

/**
 * Tickets in the order of their ids, beginning after one of them.
 * @param since a closed ticket counts when it was closed at that time or later.
 */
export const cachedClocks = (
  tx: Tx,
  { after, since, limit }: { after: string | null; since: Date; limit: number },
): Promise<CachedTicket[]> =>
  tx.ticket.findMany({
    where: {
      ...(after && { id: { gt: after } }),
      ...{ OR: [{ closedAt: null }, { closedAt: { gte: since } }] },
    },
    ...{ orderBy: { id: "asc" }, take: limit, select: cached },
  });

/**
 * Takes tickets whose time to wake has come, earliest first, and locks them until the transaction
 * ends; those that another worker holds are left to it.
 */
export async function takeAwake(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM tickets WHERE id IN (${awake(now, limit)}) FOR UPDATE SKIP LOCKED`;
  return rows.map(({ id }) => id);
}

/** Finds them in the index alone; what is locked is looked at afterwards. */
export const awake = (now: Date, limit: number): Prisma.Sql =>
  Prisma.sql`SELECT id FROM tickets WHERE "wakeAt" <= ${now} ORDER BY "wakeAt" LIMIT ${limit}`;
