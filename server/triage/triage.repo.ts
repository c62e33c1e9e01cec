import type { Tx } from "../db.ts";
import type { Decided, Placement } from "./placement.ts";
import type { StoredTicket } from "./ticketfacts.ts";

/** A ticket as rules read it, and where it stands. `last` is what the rules said last, if they did. */
export type JudgedTicket = StoredTicket &
  Placement & {
    number: number;
    status: string;
    assigneeId: string | null;
    last: { category: string; mood: string } | null;
  };

type Row = Omit<JudgedTicket, "marks" | "last"> & { outcome: LastOutcome | null };
type LastOutcome = {
  category: string;
  emotion: { level: string };
  flags: string[];
  tags: string[];
};

/**
 * Tickets to be judged, in no order. Earlier contacts are those on the same topic or product within 30
 * days; a ticket that names neither is a problem of its own.
 */
export async function judgedTickets(tx: Tx, ids: readonly string[]): Promise<JudgedTicket[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT t.id, t.number, t.subject, t.status, t.category, t.module, t.impact, t.urgency, t.channel,
      t.locale, t.region, t."receivedAt", t.priority, t.kind, t.team, t.level, t.flow, t.flags, t.emotion,
      t.tag, t."assigneeId", c.tier, f.data->'answers'->>'kind' AS "chosenKind",
      coalesce((SELECT m.body FROM messages m WHERE m."ticketId" = t.id AND m.kind = 'customer'
        ORDER BY m."createdAt" LIMIT 1), '') AS description,
      (SELECT r.outcome FROM triage_runs r WHERE r."ticketId" = t.id ORDER BY r.id DESC LIMIT 1) AS outcome,
      (SELECT count(*)::int FROM tickets e
        WHERE e."customerId" = t."customerId" AND e.status <> 'unconfirmed'
        AND (e."receivedAt", e.number) < (t."receivedAt", t.number)
        AND e."receivedAt" > t."receivedAt" - interval '30 days'
        AND (t.category <> '' AND e.category = t.category OR t.module <> '' AND e.module = t.module)
      ) AS earlier
    FROM tickets t JOIN customers c ON c.id = t."customerId"
      LEFT JOIN form_snapshots f ON f."ticketId" = t.id
    WHERE t.id = ANY(${ids}::uuid[])`;
  return rows.map(({ outcome, ...row }) => {
    const byRules = outcome ? [...outcome.flags, ...outcome.tags] : [];
    const marks = row.flags.filter((flag) => !byRules.includes(flag));
    const last = outcome && { category: outcome.category, mood: outcome.emotion.level };
    return { ...row, marks, last };
  });
}

/** How often this customer wrote about the same topic or product in the 30 days before. */
export async function earlierContacts(
  tx: Tx,
  about: { customerId: string; category: string; module: string; before: Date },
): Promise<number> {
  const { customerId, category, module, before } = about;
  if (category === "" && module === "") return 0;
  const [row] = await tx.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM tickets e
    WHERE e."customerId" = ${customerId}::uuid AND e.status <> 'unconfirmed'
      AND e."receivedAt" <= ${before} AND e."receivedAt" > ${before}::timestamptz - interval '30 days'
      AND (${category} <> '' AND e.category = ${category} OR ${module} <> '' AND e.module = ${module})`;
  return row!.count;
}

/** The last tickets that came in, newest first. */
export async function lastTickets(tx: Tx, count: number): Promise<string[]> {
  const rows = await tx.ticket.findMany({
    where: { status: { not: "unconfirmed" } },
    orderBy: [{ receivedAt: "desc" }, { number: "desc" }],
    take: count,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** What people, not rules, have decided about a ticket; read from its log. */
export async function decidedByPeople(tx: Tx, ticketId: string): Promise<Decided> {
  const rows = await tx.ticketEvent.findMany({
    where: {
      ticketId,
      actorKind: "agent",
      type: { in: ["priority_changed", "kind_changed", "assigned"] },
    },
    select: { type: true, data: true },
  });
  const fields = rows.map(({ type, data }) => {
    if (type !== "assigned") return type === "kind_changed" ? "kind" : "priority";
    return (data as { teamId?: string }).teamId ? "team" : null;
  });
  return new Set(fields.filter((field) => field !== null));
}

export async function savePlacement(
  tx: Tx,
  ticketId: string,
  placement: Placement & { assigneeId: string | null; triageVersion?: number },
): Promise<void> {
  await tx.ticket.update({ where: { id: ticketId }, data: placement });
}

export async function saveRun(
  tx: Tx,
  run: { ticketId: string; at: Date; version: number; outcome: object; trace: object[] },
): Promise<void> {
  await tx.triageRun.create({ data: run });
}

/** Who was chosen after the last run and why, or why nobody was. */
export async function saveGiven(tx: Tx, ticketId: string, given: object): Promise<void> {
  await tx.$executeRaw`
    UPDATE triage_runs SET outcome = outcome || jsonb_build_object('given', ${JSON.stringify(given)}::jsonb)
    WHERE id = (SELECT max(id) FROM triage_runs WHERE "ticketId" = ${ticketId}::uuid)`;
}

/** What the rules said last about a ticket, or null. */
export const lastRun = (tx: Tx, ticketId: string) =>
  tx.triageRun.findFirst({
    where: { ticketId },
    orderBy: { id: "desc" },
    select: { at: true, version: true, outcome: true, trace: true },
  });

/** Open tickets of one customer. */
export async function openTicketsOf(tx: Tx, customerId: string): Promise<string[]> {
  const rows = await tx.ticket.findMany({
    where: { customerId, status: { notIn: ["unconfirmed", "solved", "closed"] } },
    orderBy: { number: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
