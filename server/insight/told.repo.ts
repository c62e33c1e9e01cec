/** The clocks that reports tell of: the cached ones, and those worked out beside them. */
import { Prisma } from "#prisma";
import type { DerivedMetric } from "./measures.ts";

/** A figure in the form of a clock. */
export type DerivedClock = {
  ticketId: string;
  metric: DerivedMetric;
  state: string;
  startedAt: Date | null;
  dueAt: Date | null;
  stoppedAt: Date | null;
  breachedAt: Date | null;
};

/** What was worked out of logs; the tickets `reopened` have a first resolution of their own in it. */
export type Beside = { reopened: readonly string[]; clocks: readonly DerivedClock[] };

const columns = Prisma.raw(`state, "startedAt", "dueAt", "stoppedAt", "breachedAt"`);

/** Rows of (ticketId, metric, state, startedAt, dueAt, stoppedAt, breachedAt). */
export const toldClocks = ({ reopened, clocks }: Beside): Prisma.Sql => Prisma.sql`(
  SELECT "ticketId", metric, ${columns} FROM clocks
  UNION ALL
  SELECT "ticketId", 'first_resolution', ${columns} FROM clocks
  WHERE metric = 'resolution' AND "ticketId" <> ALL(${reopened}::uuid[])
  UNION ALL
  SELECT "ticketId", metric, ${columns} FROM json_to_recordset(${JSON.stringify(clocks)}::json) AS row
    ("ticketId" uuid, metric text, state text, "startedAt" timestamptz, "dueAt" timestamptz,
     "stoppedAt" timestamptz, "breachedAt" timestamptz))`;
