import type { Tx } from "../db.ts";
import type { ScopeFacts } from "./scope.ts";
import type { StageRun } from "./stageruns.ts";
import type { Notes } from "./stages.ts";

export type StoredRun = StageRun & { doneById: string | null; notes: Notes };

/** Stages of a ticket in their order, those of earlier rounds among them. */
export const runsOf = (tx: Tx, ticketId: string): Promise<StoredRun[]> =>
  tx.stageRun.findMany({
    where: { ticketId },
    orderBy: { position: "asc" },
    omit: { ticketId: true },
  }) as Promise<StoredRun[]>;

export type Begun = { procedure: string | null; version: number };

/** The procedure that began last, and the version of the settings it is of; null = none ever did. */
export async function procedureOf(tx: Tx, ticketId: string): Promise<Begun | null> {
  const event = await tx.ticketEvent.findFirst({
    where: { ticketId, type: "procedure_begun" },
    orderBy: { id: "desc" },
    select: { data: true },
  });
  return (event?.data ?? null) as Begun | null;
}

export type ProcedureFacts = ScopeFacts & { status: string; assigneeId: string | null };

/** What decides on a ticket's procedure. */
export const procedureFacts = (tx: Tx, ticketId: string): Promise<ProcedureFacts> =>
  tx.ticket.findUniqueOrThrow({
    where: { id: ticketId },
    select: {
      kind: true,
      category: true,
      level: true,
      flow: true,
      status: true,
      assigneeId: true,
    },
  });

/** Takes stages out that nobody will do, and adds those of the procedure that begins. */
export async function replaceRuns(
  tx: Tx,
  ticketId: string,
  { skipped, runs }: { skipped: number[]; runs: { position: number; stage: string }[] },
): Promise<void> {
  await tx.stageRun.deleteMany({ where: { ticketId, position: { in: skipped } } });
  await tx.stageRun.createMany({ data: runs.map((run) => ({ ...run, ticketId })) });
}

export async function startRun(
  tx: Tx,
  ticketId: string,
  position: number,
  start: { ownerId: string | null; startedAt: Date; dueAt: Date | null },
): Promise<void> {
  await tx.stageRun.update({
    where: { ticketId_position: { ticketId, position } },
    data: start,
  });
}

/** @returns false when it was done already. */
export async function finishRun(
  tx: Tx,
  ticketId: string,
  position: number,
  done: { doneAt: Date; doneById: string; notes: object },
): Promise<boolean> {
  const { count } = await tx.stageRun.updateMany({
    where: { ticketId, position, doneAt: null },
    data: done,
  });
  return count === 1;
}
