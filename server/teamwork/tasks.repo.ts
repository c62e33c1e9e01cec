import type { Tx } from "../db.ts";

/** `team`: for another team. `shipped`: a suggestion's entry in the backlog. Others come from alarms. */
export type TaskKind = "team" | "surge" | "follow_up" | "shipped";

export type NewTask = {
  ticketId: string;
  kind: TaskKind;
  title: string;
  detail: string;
  team: string;
  assigneeId: string | null;
  dueAt: Date | null;
  createdAt: Date;
  createdById: string;
};

export const insertTask = (tx: Tx, task: NewTask): Promise<{ id: string }> =>
  tx.task.create({ data: task, select: { id: true } });

const fields = {
  id: true,
  ticketId: true,
  kind: true,
  title: true,
  detail: true,
  team: true,
  assigneeId: true,
  dueAt: true,
  createdAt: true,
  createdById: true,
  answeredAt: true,
  doneAt: true,
  outcome: true,
} as const;

export const taskById = (tx: Tx, id: string) =>
  tx.task.findUnique({ where: { id }, select: fields });
export type Task = NonNullable<Awaited<ReturnType<typeof taskById>>>;

/** Tasks of a ticket, those to do first, then by due time. */
export const tasksOf = (tx: Tx, ticketId: string): Promise<Task[]> =>
  tx.task.findMany({
    where: { ticketId },
    orderBy: [{ doneAt: { sort: "asc", nulls: "first" } }, { dueAt: "asc" }, { createdAt: "asc" }],
    select: fields,
  });

export type TaskScope = { team?: string; assigneeId?: string };

/** Open tasks of a team or person, or all; the next due first. */
export const openTasks = (tx: Tx, { team, assigneeId }: TaskScope) =>
  tx.task.findMany({
    where: {
      doneAt: null,
      ...((team || assigneeId) && {
        OR: [...(team ? [{ team }] : []), ...(assigneeId ? [{ assigneeId }] : [])],
      }),
    },
    orderBy: [{ dueAt: { sort: "asc", nulls: "last" } }, { createdAt: "asc" }],
    take: 200,
    select: {
      ...fields,
      ticket: { select: { number: true, subject: true, priority: true, status: true } },
    },
  });

/** The first answer counts; later ones move nothing. */
export async function markAnswered(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.task.updateMany({ where: { id, answeredAt: null }, data: { answeredAt: at } });
}

/** @returns false when it was done already. */
export async function markDone(tx: Tx, id: string, doneAt: Date, outcome: string) {
  const { count } = await tx.task.updateMany({
    where: { id, doneAt: null },
    data: { doneAt, outcome },
  });
  return count === 1;
}

/** Who is meant to do it: the person, else everybody of the team. */
export async function doersOf(
  tx: Tx,
  { team, assigneeId }: Pick<Task, "team" | "assigneeId">,
): Promise<string[]> {
  if (assigneeId) return [assigneeId];
  if (!team) return [];
  const people = await tx.user.findMany({ where: { team, active: true }, select: { id: true } });
  return people.map(({ id }) => id);
}

/** Tasks that became overdue in [since, now) and aren't done. */
export const overdueTasks = (tx: Tx, { since, now }: { since: Date; now: Date }): Promise<Task[]> =>
  tx.task.findMany({ where: { doneAt: null, dueAt: { gte: since, lt: now } }, select: fields });

/** Whether anything is attached that shows the problem. */
export const hasEvidence = async (tx: Tx, ticketId: string): Promise<boolean> =>
  (await tx.attachment.count({ where: { ticketId, erasedAt: null } })) > 0;

/** Team of a member of staff; empty string = none. */
export async function teamOf(tx: Tx, userId: string): Promise<string> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { team: true } });
  return user?.team ?? "";
}
