/** The procedure of a ticket: it begins with the ticket, and goes on stage by stage. */
import type { Tx } from "../db.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { notify } from "../live.ts";
import type { InForce } from "../settings/reader.service.ts";
import { gradeAt } from "../sla/clocks.ts";
import { hoursOf } from "../sla/deskhours.ts";
import { settingsOf } from "../sla/reading.ts";
import type { ScopeFacts } from "./scope.ts";
import { begin, type StageRun, standing } from "./stageruns.ts";
import {
  finishRun,
  procedureFacts,
  procedureOf,
  replaceRuns,
  runsOf,
  type StoredRun,
  startRun,
} from "./stages.repo.ts";
import {
  dueOf,
  finishable,
  type Notes,
  notesKept,
  type Procedure,
  procedureFor,
  type Stage,
} from "./stages.ts";
import { isActive, type Status } from "./ticket.ts";
import { appendEvents, clockLog, lockTicket } from "./tickets.repo.ts";

/** Puts a ticket into the procedure its kind, category and flow ask for, unless it is in it already. */
export async function followProcedure(deps: Deps, tx: Tx, ticketId: string): Promise<void> {
  const facts = await procedureFacts(tx, ticketId);
  if (facts.status === "unconfirmed" || !isActive(facts.status as Status)) return;
  const { document, version } = await deps.settings.current("stages", tx);
  const wanted = procedureFor(document, facts);
  const now = await procedureOf(tx, ticketId);
  if ((now?.procedure ?? null) === (wanted?.id ?? null)) return;
  await beginProcedure(deps, tx, ticketId, { procedure: wanted, version });
}

/** The same for a ticket that has just come in; most need no procedure, and then nothing is asked. */
export async function firstProcedure(
  deps: Deps,
  tx: Tx,
  ticket: ScopeFacts & { id: string },
  { document, version }: InForce<"stages">,
): Promise<void> {
  const procedure = procedureFor(document, ticket);
  if (procedure) await beginProcedure(deps, tx, ticket.id, { procedure, version });
}

/** The customer said that it isn't solved: all over, from the first stage. */
export async function beginAgain(deps: Deps, tx: Tx, ticketId: string): Promise<void> {
  const { document, version } = await deps.settings.current("stages", tx);
  const procedure = procedureFor(document, await procedureFacts(tx, ticketId));
  if (procedure) await beginProcedure(deps, tx, ticketId, { procedure, version });
}

async function beginProcedure(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  { procedure, version }: { procedure: Procedure | null; version: number },
): Promise<void> {
  const at = deps.now();
  const begun = begin(procedure ?? { stages: [] }, await runsOf(tx, ticketId));
  await replaceRuns(tx, ticketId, begun);
  const [first] = begun.runs;
  if (first) await startStage(deps, tx, ticketId, first.position, procedure!.stages[0]!);
  await appendEvents(tx, ticketId, [
    {
      actor: { kind: "system", id: null },
      event: {
        type: "procedure_begun",
        at: at.getTime(),
        procedure: procedure?.id ?? null,
        version,
      },
    },
  ]);
}

async function startStage(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  position: number,
  stage: Stage,
): Promise<void> {
  const startedAt = deps.now();
  const { assigneeId } = await procedureFacts(tx, ticketId);
  const ownerId = stage.owner === "assignee" ? assigneeId : null;
  const dueAt = dueOf(stage, startedAt, await calendarOf(deps, tx, ticketId));
  await startRun(tx, ticketId, position, { ownerId, startedAt, dueAt });
}

/** Another priority is counted in other hours: the stage that is under way is due by those. */
export async function retimeStage(deps: Deps, tx: Tx, ticketId: string): Promise<void> {
  const { current } = standing(await runsOf(tx, ticketId), deps.now());
  if (!current?.startedAt) return;
  const stage = (await stagesOf(deps, tx, ticketId))?.stages.find(({ id }) => id === current.stage);
  if (!stage) return;
  const { ownerId, startedAt, position } = current;
  const dueAt = dueOf(stage, startedAt, await calendarOf(deps, tx, ticketId));
  await startRun(tx, ticketId, position, { ownerId, startedAt, dueAt });
}

async function calendarOf(deps: Deps, tx: Tx, ticketId: string) {
  const now = deps.now().getTime();
  const log = await clockLog(tx, ticketId);
  const { version, policy } = settingsOf(log, now);
  const book = await deps.settings.version("sla", version, tx);
  return hoursOf(book, policy, gradeAt(log, now) ?? "P2");
}

/** The stages of a ticket's procedure as they are defined; empty where none applies. */
export async function stagesOf(deps: Deps, tx: Tx, ticketId: string): Promise<Procedure | null> {
  const begun = await procedureOf(tx, ticketId);
  if (!begun?.procedure) return null;
  const { templates } = await deps.settings.version("stages", begun.version, tx);
  return templates.find(({ id }) => id === begun.procedure) ?? null;
}

export type StageDone = { ticketId: string; position: number; notes: Notes };

/**
 * Finishes the stage a ticket is in, with what was written down, and starts the next.
 * @returns whether the customer should be told now, and which stage follows.
 * @throws Problem `stage_incomplete`, `ticket_changed` when it isn't the current stage (any more), `ticket_closed`.
 */
export function finishStage(
  deps: Deps,
  agent: Agent,
  { ticketId, position, notes }: StageDone,
): Promise<{ asksUpdate: boolean; next: string | null }> {
  return deps.db.$transaction(async (tx) => {
    const ticket = await lockTicket(tx, ticketId);
    if (!isActive(ticket.status)) throw new Problem("ticket_closed");
    const procedure = await stagesOf(deps, tx, ticketId);
    const runs = await runsOf(tx, ticketId);
    const { current } = standing(runs, deps.now());
    const stage = procedure?.stages.find(({ id }) => id === current?.stage);
    if (!stage || current?.position !== position)
      throw new Problem("ticket_changed", { number: ticket.number });
    assertFinishable(stage, notes, agent);
    const done = { doneAt: deps.now(), doneById: agent.id, notes: notesKept(stage, notes) };
    await finishRun(tx, ticketId, position, done);
    const next = await startNext(deps, tx, ticketId, { runs, after: current, procedure });
    await appendEvents(tx, ticketId, [
      {
        actor: { kind: "agent", id: agent.id },
        event: { type: "stage_finished", at: deps.now().getTime(), stage: stage.id, position },
      },
    ]);
    await notify(tx, { kind: "ticket", id: ticketId });
    return { asksUpdate: stage.asksUpdate, next };
  });
}

function assertFinishable(stage: Stage, notes: Notes, { locale }: Agent): void {
  const missing = finishable(stage, notes);
  if (missing.length === 0) return;
  const labels = stage.notes.filter(({ id }) => missing.includes(id)).map((n) => n.label[locale]);
  throw new Problem("stage_incomplete", { missing: labels.join(locale === "zh" ? "、" : ", ") });
}

async function startNext(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  { runs, after, procedure }: { runs: StoredRun[]; after: StageRun; procedure: Procedure | null },
): Promise<string | null> {
  const next = runs.find(({ position, doneAt }) => position > after.position && !doneAt);
  const stage = procedure?.stages.find(({ id }) => id === next?.stage);
  if (!next || !stage) return null;
  await startStage(deps, tx, ticketId, next.position, stage);
  return stage.id;
}
