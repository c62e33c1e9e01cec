import type { Tx } from "../db.ts";

/** A team that works on an open ticket, and since when. */
export type Owed = {
  ticketId: string;
  number: number;
  subject: string;
  priority: "P0" | "P1" | "P2" | "P3";
  team: string;
  /** Its tasks, the oldest first. */
  titles: string[];
  since: Date;
};

/** Pairs of open ticket and team with a task that isn't done. @param team only of this one. */
export const owedLines = (tx: Tx, team: string | null): Promise<Owed[]> =>
  tx.$queryRaw<Owed[]>`
    SELECT t.id AS "ticketId", t.number, t.subject, t.priority, k.team,
      array_agg(k.title ORDER BY k."createdAt") AS titles, min(k."createdAt") AS since
    FROM tasks k JOIN tickets t ON t.id = k."ticketId"
    WHERE k.kind = 'team' AND k.team <> '' AND k."doneAt" IS NULL
      AND t.status NOT IN ('solved', 'closed', 'unconfirmed')
      AND (${team}::text IS NULL OR k.team = ${team})
    GROUP BY t.id, k.team ORDER BY t.priority, t.number, k.team`;

/** The last line a team wrote on a ticket in a span, or null. */
export const lineOf = (tx: Tx, ticketId: string, team: string, { since, at }: Span) =>
  tx.syncNote.findFirst({
    where: { ticketId, team, at: { gt: since, lte: at } },
    orderBy: { at: "desc" },
    select: { text: true, byId: true, at: true },
  });

/** (since, at] */
export type Span = { since: Date; at: Date };

/** Writes a team's line; written again for the same sync, the newer one stands. */
export async function saveLine(
  tx: Tx,
  key: { syncAt: Date; team: string; ticketId: string },
  line: { text: string; byId: string; at: Date },
): Promise<void> {
  await tx.syncNote.upsert({
    where: { syncAt_team_ticketId: key },
    create: { ...key, ...line },
    update: line,
  });
}

/** The last lines of a ticket, newest first. */
export const linesOf = (tx: Tx, ticketId: string) =>
  tx.syncNote.findMany({
    where: { ticketId },
    orderBy: { at: "desc" },
    take: 5,
    select: { team: true, text: true, byId: true, at: true },
  });
