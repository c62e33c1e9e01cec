/** How far a ticket is in its procedure. */
import type { Procedure } from "./stages.ts";

/** One stage of one ticket, as it is stored. */
export type StageRun = {
  /** Order in the ticket, from 0; a procedure that begins again goes on counting. */
  position: number;
  /** Id of the stage. */
  stage: string;
  /** The person; null while nobody of the team has taken it. */
  ownerId: string | null;
  startedAt: Date | null;
  dueAt: Date | null;
  doneAt: Date | null;
};

export type Standing<Run> = {
  /** The first stage that isn't done; null when all are. */
  current: Run | null;
  /** Who has it. */
  who: string | null;
  /** Stages that should have been done before now, the oldest first. */
  overdue: Run[];
};

/** Where a procedure stands. A stage that is done at its due time, to the instant, is on time. */
export function standing<Run extends StageRun>(runs: readonly Run[], now: Date): Standing<Run> {
  const left = runs.filter(({ doneAt }) => !doneAt).sort((a, b) => a.position - b.position);
  const current = left[0] ?? null;
  const overdue = left.filter(({ dueAt }) => dueAt !== null && dueAt < now);
  return {
    current,
    who: current?.ownerId ?? null,
    overdue: overdue.sort((a, b) => a.dueAt!.getTime() - b.dueAt!.getTime()),
  };
}

/**
 * The stages to store when a procedure begins, or begins again because the customer said that the
 * problem isn't solved: all of them, behind those that stand there. What was left open is skipped,
 * so its positions are given as well.
 */
export function begin(
  procedure: Pick<Procedure, "stages">,
  before: readonly StageRun[] = [],
): { runs: { position: number; stage: string }[]; skipped: number[] } {
  const first = Math.max(-1, ...before.map(({ position }) => position)) + 1;
  return {
    runs: procedure.stages.map(({ id }, index) => ({ position: first + index, stage: id })),
    skipped: before.filter(({ doneAt }) => !doneAt).map(({ position }) => position),
  };
}
