/** Work on a ticket that somebody else does: given, answered, done. */
import type { Tx } from "../db.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { onShipped, onTaskGoing } from "../reactions.ts";
import type { TicketEvent } from "../tickets/log.ts";
import { record } from "../tickets/record.service.ts";
import { addMessage, lockTicket } from "../tickets/tickets.repo.ts";
import {
  doersOf,
  hasEvidence,
  insertTask,
  markAnswered,
  markDone,
  openTasks,
  overdueTasks,
  type Task,
  taskById,
  teamOf,
} from "./tasks.repo.ts";
import { teamsNow } from "./teams.service.ts";

export type Given = {
  ticketId: string;
  title: string;
  detail: string;
  /** Empty string = a person without a team. */
  team: string;
  assigneeId: string | null;
  dueAt: Date;
  /** Why there is nothing to show, where the technicians get it without evidence. */
  reason: string;
};

/**
 * Gives a task to a team or a person, with the time by which it is done.
 * @throws Problem `task_owner_required`, `due_in_past`, `evidence_reason_required`, `choice_unknown`.
 */
export function giveTask(deps: Deps, agent: Agent, given: Given): Promise<{ id: string }> {
  const { ticketId, reason, ...task } = given;
  return deps.db.$transaction(async (tx) => {
    await lockTicket(tx, ticketId);
    const at = deps.now();
    await assertGivable(deps, tx, given);
    if (reason.trim()) await note(tx, agent, ticketId, reason, at);
    const row = { ...task, kind: "team" as const, createdAt: at, createdById: agent.id };
    const { id } = await insertTask(tx, { ...row, ticketId });
    const { team, assigneeId } = task;
    await log(deps, tx, agent, ticketId, {
      ...{ type: "task_given", at: at.getTime(), taskId: id, team, assigneeId },
    });
    const userIds = (await doersOf(tx, task)).filter((userId) => userId !== agent.id);
    await onTaskGoing(deps, tx, "task_given", { id, ticketId, userIds, dueAt: task.dueAt });
    return { id };
  });
}

async function assertGivable(deps: Deps, tx: Tx, given: Given): Promise<void> {
  const { ticketId, team, assigneeId, dueAt, reason } = given;
  if (!team && !assigneeId) throw new Problem("task_owner_required");
  if (dueAt <= deps.now()) throw new Problem("due_in_past");
  const known = (await teamsNow(deps, tx)).find(({ id }) => id === team);
  if (team && !known) throw new Problem("choice_unknown", { field: "team" });
  const bare = known?.needsEvidence && !(await hasEvidence(tx, ticketId));
  if (bare && !reason.trim()) throw new Problem("evidence_reason_required");
}

/** Ties a suggestion to its entry in the backlog, so that the asker hears when it is there. */
export function linkBacklog(
  deps: Deps,
  agent: Agent,
  { ticketId, title, detail, team }: Pick<Given, "ticketId" | "title" | "detail" | "team">,
): Promise<{ id: string }> {
  return deps.db.$transaction(async (tx) => {
    const { kind } = await lockTicket(tx, ticketId);
    if (kind !== "suggestion") throw new Problem("not_allowed");
    const at = deps.now();
    const { id } = await insertTask(tx, {
      ...{ ticketId, kind: "shipped", title, detail, team, assigneeId: null, dueAt: null },
      ...{ createdAt: at, createdById: agent.id },
    });
    await log(deps, tx, agent, ticketId, {
      ...{ type: "task_given", at: at.getTime(), taskId: id, team, assigneeId: null },
    });
    return { id };
  });
}

/** A first or further word of whoever does it; it stands as a note on the ticket. */
export function answerTask(
  deps: Deps,
  agent: Agent,
  { taskId, text }: { taskId: string; text: string },
): Promise<void> {
  return onTask(deps, agent, taskId, async (tx, { ticketId }, at) => {
    await markAnswered(tx, taskId, at);
    if (!ticketId) return;
    await note(tx, agent, ticketId, text, at);
    await log(deps, tx, agent, ticketId, { type: "task_answered", at: at.getTime(), taskId });
  });
}

/**
 * It is done, and what came of it. Of a suggestion: it is there, and its asker is told.
 * @throws Problem `answer_required`, `task_done`, `not_allowed`.
 */
export function finishTask(
  deps: Deps,
  agent: Agent,
  { taskId, outcome }: { taskId: string; outcome: string },
): Promise<void> {
  return onTask(deps, agent, taskId, async (tx, { ticketId, kind }, at) => {
    if (!outcome.trim() && kind !== "shipped") throw new Problem("answer_required");
    if (!(await markDone(tx, taskId, at, outcome.trim()))) throw new Problem("task_done");
    await markAnswered(tx, taskId, at);
    if (!ticketId) return;
    const type = kind === "shipped" ? "shipped" : "task_done";
    await log(deps, tx, agent, ticketId, { type, at: at.getTime(), taskId });
    if (kind === "shipped") await onShipped(deps, tx, ticketId, taskId);
  });
}

/** A task that isn't done, for those who may: whoever has it or gave it, their team, and leads. */
function onTask(
  deps: Deps,
  agent: Agent,
  taskId: string,
  work: (tx: Tx, task: Task, at: Date) => Promise<void>,
): Promise<void> {
  return deps.db.$transaction(async (tx) => {
    const found = await taskById(tx, taskId);
    if (!found) throw new Problem("not_found");
    if (found.ticketId) await lockTicket(tx, found.ticketId);
    const task = (await taskById(tx, taskId))!;
    if (task.doneAt) throw new Problem("task_done");
    if (!(await mayWorkOn(tx, task, agent))) throw new Problem("not_allowed");
    await work(tx, task, deps.now());
  });
}

async function mayWorkOn(tx: Tx, task: Task, { id, role }: Agent): Promise<boolean> {
  if (role === "lead" || role === "admin") return true;
  if (task.assigneeId === id || task.createdById === id) return true;
  return task.team !== "" && task.team === (await teamOf(tx, id));
}

const log = (deps: Deps, tx: Tx, agent: Agent, ticketId: string, event: TicketEvent) =>
  record(deps, tx, ticketId, { kind: "agent", id: agent.id }, [event]);

const note = (tx: Tx, agent: Agent, ticketId: string, body: string, createdAt: Date) =>
  addMessage(tx, { ticketId, kind: "note", userId: agent.id, body, createdAt });

/** Open tasks of the person and their team, or everybody's; the next due first. */
export async function tasksFor(deps: Deps, agent: Agent, scope: "mine" | "team" | "all") {
  const team = await teamOf(deps.db, agent.id);
  const mine = { assigneeId: agent.id };
  const filter =
    scope === "all" ? {} : scope === "mine" ? mine : { ...mine, ...(team && { team }) };
  return { team, tasks: await openTasks(deps.db, filter) };
}

/** A day late it has been told of; what was missed while the server was away isn't told in a heap. */
const TOLD_FOR_MS = 86_400_000;

/** Tells of tasks that should have been done; each is told of once. @returns how many are overdue. */
export async function sweepTasks(deps: Deps): Promise<number> {
  const now = deps.now();
  const since = new Date(now.getTime() - TOLD_FOR_MS);
  const overdue = await overdueTasks(deps.db, { since, now });
  for (const { id, ticketId, dueAt, createdById, ...task } of overdue)
    await deps.db.$transaction(async (tx) => {
      const doers = await doersOf(tx, task);
      const userIds = [...new Set([...doers, ...(createdById ? [createdById] : [])])];
      await onTaskGoing(deps, tx, "task_overdue", { id, ticketId, userIds, dueAt: dueAt! });
    });
  return overdue.length;
}
