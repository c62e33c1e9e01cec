/** A ticket as it comes in: few statements, because everybody who sends a form waits for them. */
import { Prisma } from "#prisma";
import type { Tx } from "../db.ts";
import { clockRow, type Derived, headRow } from "./clocks.repo.ts";
import { type Entry, eventRow } from "./tickets.repo.ts";

export type NewTicket = {
  id: string;
  customerId: string;
  subject: string;
  locale: string;
  channel: string;
  form: string;
  category: string;
  module: string;
  kind: string;
  priority: string;
  impact: string;
  urgency: string;
  status: string;
  writtenAt: Date;
  receivedAt: Date;
  completeness: number;
  idempotencyKey: string;
  episodeId: string | null;
} & Partial<Judged>;

/** What the rules made of it; left out while it waits for its confirmation. */
type Judged = {
  team: string;
  level: string;
  flow: string;
  emotion: number;
  flags: string[];
  tag: string;
  triageVersion: number | null;
};

/** What the form said, whole, and the words that open the conversation. */
export type FirstWords = { snapshot: object; messageId: string; body: string };

const unjudged: Judged = {
  ...{ team: "", level: "", flow: "", emotion: 0, flags: [], tag: "", triageVersion: null },
};

/** @returns its number; null when a ticket with this key exists already. */
export async function insertTicket(
  tx: Tx,
  ticket: NewTicket,
  { snapshot, messageId, body }: FirstWords,
): Promise<number | null> {
  const row = { ...unjudged, ...ticket };
  const columns = Prisma.raw(
    Object.keys(row)
      .map((name) => `"${name}"`)
      .join(", "),
  );
  const [made] = await tx.$queryRaw<{ number: number }[]>`WITH ticket AS (
      INSERT INTO tickets (${columns})
      SELECT ${columns} FROM json_populate_record(NULL::tickets, ${JSON.stringify(row)}::json)
      ON CONFLICT ("idempotencyKey") DO NOTHING RETURNING id, number, "customerId", "receivedAt"),
    form AS (INSERT INTO form_snapshots ("ticketId", data, "sentAt")
      SELECT id, ${JSON.stringify(snapshot)}::jsonb, "receivedAt" FROM ticket),
    message AS (INSERT INTO messages (id, "ticketId", kind, "customerId", body, "createdAt")
      SELECT ${messageId}::uuid, id, 'customer', "customerId", ${body}, "receivedAt" FROM ticket)
    SELECT number FROM ticket`;
  return made?.number ?? null;
}

/** The first entries of a ticket's log and the clocks they start: nothing was there before. */
export async function insertFirst(
  tx: Tx,
  entries: readonly Entry[],
  derived: Derived,
): Promise<void> {
  const { ticketId, clocks } = derived;
  const events = entries.map((entry) => eventRow({ ticketId, ...entry }));
  const rows = clocks.map((clock) => clockRow(ticketId, clock));
  const { nextDueAt, nextDueMetric, wakeAt, slaVersion } = headRow(derived);
  await tx.$executeRaw`WITH event AS (
      INSERT INTO ticket_events ("ticketId", at, type, "actorKind", "actorId", data)
      SELECT "ticketId", at, type, "actorKind", "actorId", data
      FROM json_populate_recordset(NULL::ticket_events, ${JSON.stringify(events)}::json)),
    clock AS (INSERT INTO clocks
      SELECT * FROM json_populate_recordset(NULL::clocks, ${JSON.stringify(rows)}::json))
    UPDATE tickets SET "nextDueAt" = ${nextDueAt}, "nextDueMetric" = ${nextDueMetric},
      "wakeAt" = ${wakeAt}, "slaVersion" = ${slaVersion} WHERE id = ${ticketId}::uuid`;
}
