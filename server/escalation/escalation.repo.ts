import type { Tx } from "../db.ts";

export type Climber = {
  id: string;
  number: number;
  priority: "P0" | "P1" | "P2" | "P3";
  team: string;
  assigneeId: string | null;
  status: string;
};

export const climberOf = (tx: Tx, ticketId: string): Promise<Climber> =>
  tx.ticket.findUniqueOrThrow({
    where: { id: ticketId },
    select: { id: true, number: true, priority: true, team: true, assigneeId: true, status: true },
  }) as Promise<Climber>;

export type Step = {
  ticketId: string;
  cause: string;
  occasion: string;
  level: number;
  at: Date;
  told: string[];
};

/** Steps so far, in order. */
export const stepsOf = (tx: Tx, ticketId: string): Promise<Step[]> =>
  tx.escalation.findMany({
    where: { ticketId },
    orderBy: [{ at: "asc" }, { level: "asc" }],
    select: { ticketId: true, cause: true, occasion: true, level: true, at: true, told: true },
  });

/** @returns false when this occasion was acted on already. */
export async function addStep(tx: Tx, step: Step): Promise<boolean> {
  const { count } = await tx.escalation.createMany({ data: [step], skipDuplicates: true });
  return count === 1;
}

export async function addWatchers(
  tx: Tx,
  ticketId: string,
  userIds: readonly string[],
  reason: string,
  at: Date,
): Promise<void> {
  await tx.watcher.createMany({
    data: userIds.map((userId) => ({ ticketId, userId, reason, at })),
    skipDuplicates: true,
  });
}

export async function removeWatcher(tx: Tx, ticketId: string, userId: string): Promise<void> {
  await tx.watcher.deleteMany({ where: { ticketId, userId } });
}

/** Who follows a ticket, and how they came to. */
export const watchersOf = (tx: Tx, ticketId: string) =>
  tx.watcher.findMany({
    where: { ticketId },
    orderBy: { at: "asc" },
    select: { userId: true, reason: true, user: { select: { name: true } } },
  });

/** Reviews that wait for a decision, the oldest first. */
export const undecidedReviews = (tx: Tx) =>
  tx.review.findMany({
    where: { decidedAt: null },
    orderBy: { openedAt: "asc" },
    select: {
      id: true,
      openedAt: true,
      roles: true,
      ticket: { select: { number: true, subject: true, priority: true, status: true } },
    },
  });

export type Colleague = {
  id: string;
  role: string;
  team: string;
  presence: string;
  open: number;
};

/** Active staff, with how many tickets each has open. */
export async function staffByLoad(tx: Tx): Promise<Colleague[]> {
  return tx.$queryRaw<Colleague[]>`
    SELECT u.id, u.role, u.team, u.presence,
      count(t.id) FILTER (WHERE t.status NOT IN ('solved', 'closed', 'unconfirmed'))::int AS open
    FROM users u LEFT JOIN tickets t ON t."assigneeId" = u.id
    WHERE u.active GROUP BY u.id ORDER BY open, u.id`;
}

/** Names of staff, of those who have left, too. */
export const staffByName = (tx: Tx) => tx.user.findMany({ select: { id: true, name: true } });

export async function openReview(
  tx: Tx,
  review: { ticketId: string; openedAt: Date; roles: object },
): Promise<{ id: string }> {
  return tx.review.create({ data: review, select: { id: true } });
}

/** The review that waits for a decision, or null. */
export const undecidedReview = (tx: Tx, ticketId: string) =>
  tx.review.findFirst({
    where: { ticketId, decidedAt: null },
    select: { id: true, openedAt: true, roles: true },
  });

/** @returns false when it was decided already. */
export async function decideReview(
  tx: Tx,
  id: string,
  decision: { decision: string; decidedAt: Date; decidedById: string },
): Promise<boolean> {
  const { count } = await tx.review.updateMany({
    where: { id, decidedAt: null },
    data: decision,
  });
  return count === 1;
}

/** Everything that was escalated or reviewed on a ticket, for its page. */
export async function ladderOf(tx: Tx, ticketId: string) {
  const [steps, reviews] = await Promise.all([
    stepsOf(tx, ticketId),
    tx.review.findMany({
      where: { ticketId },
      orderBy: { openedAt: "asc" },
      select: {
        id: true,
        openedAt: true,
        roles: true,
        decision: true,
        decidedAt: true,
        decidedById: true,
      },
    }),
  ]);
  return { steps, reviews };
}
