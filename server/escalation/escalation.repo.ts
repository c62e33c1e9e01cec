import type { Tx } from "../db.ts";

export type Climber = {
  id: string;
  priority: "P0" | "P1" | "P2" | "P3";
  team: string;
  assigneeId: string | null;
  /** Steps so far. */
  escalations: { cause: string; occasion: string; level: number }[];
};

/** Of these tickets, in any order, what decides how they climb. */
export const climbersOf = (tx: Tx, ticketIds: readonly string[]): Promise<Climber[]> =>
  tx.ticket.findMany({
    where: { id: { in: [...ticketIds] } },
    select: {
      ...{ id: true, priority: true, team: true, assigneeId: true },
      escalations: { select: { cause: true, occasion: true, level: true } },
    },
  }) as Promise<Climber[]>;

export async function climberOf(tx: Tx, ticketId: string): Promise<Climber> {
  const [climber] = await climbersOf(tx, [ticketId]);
  return climber!;
}

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

/** @returns those steps whose occasion was not acted on already. */
export async function addSteps<S extends Step>(tx: Tx, steps: readonly S[]): Promise<S[]> {
  const rows = steps.map(({ ticketId, cause, occasion, level, at, told }, index) => ({
    ...{ index, ticketId, cause, occasion, level, at, told },
  }));
  const added = await tx.$queryRaw<{ ticketId: string; cause: string; occasion: string }[]>`
    INSERT INTO escalations (id, "ticketId", cause, occasion, level, at, told)
    SELECT gen_random_uuid(), "ticketId", cause, occasion, level, at, told
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS row (index int, "ticketId" uuid, cause text, occasion text, level int, at timestamptz, told text[])
    ORDER BY index ON CONFLICT DO NOTHING RETURNING "ticketId", cause, occasion`;
  const keys = new Set(added.map(keyOf));
  return steps.filter((step) => keys.has(keyOf(step)));
}

const keyOf = ({ ticketId, cause, occasion }: Pick<Step, "ticketId" | "cause" | "occasion">) =>
  `${ticketId} ${cause} ${occasion}`;

export type NewWatcher = { ticketId: string; userId: string; reason: string; at: Date };

export async function addWatchers(tx: Tx, watchers: readonly NewWatcher[]): Promise<void> {
  await tx.$executeRaw`INSERT INTO watchers ("ticketId", "userId", reason, at)
    SELECT * FROM json_to_recordset(${JSON.stringify(watchers)}::json)
      AS row ("ticketId" uuid, "userId" text, reason text, at timestamptz)
    ON CONFLICT DO NOTHING`;
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
    SELECT u.id, u.role, u.team, u.presence, load.open FROM users u
    CROSS JOIN LATERAL (SELECT count(*)::int AS open FROM tickets t WHERE t."assigneeId" = u.id
      AND t.status IN ('new', 'open', 'waiting_customer', 'waiting_third_party', 'planned')) load
    WHERE u.active ORDER BY load.open, u.id`;
}

/** Names of staff, of those who have left, too. */
export const staffByName = (tx: Tx) => tx.user.findMany({ select: { id: true, name: true } });

export type NewReview = { ticketId: string; openedAt: Date; roles: object };

/** One open review a ticket: where one waits for its decision, no other is opened. @returns their ids by ticket. */
export async function openReviewsOf(
  tx: Tx,
  reviews: readonly NewReview[],
): Promise<Map<string, string>> {
  const select = { id: true, ticketId: true } as const;
  const ids = reviews.map(({ ticketId }) => ticketId);
  const open = await tx.review.findMany({
    where: { ticketId: { in: ids }, decidedAt: null },
    select,
  });
  const byTicket = new Map(open.map(({ id, ticketId }) => [ticketId, id]));
  const missing = new Map(
    reviews
      .filter(({ ticketId }) => !byTicket.has(ticketId))
      .map((review) => [review.ticketId, review]),
  );
  const data = [...missing.values()];
  for (const { id, ticketId } of await tx.review.createManyAndReturn({ data, select }))
    byTicket.set(ticketId, id);
  return byTicket;
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
