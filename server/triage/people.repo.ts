/** Who can be given work, and who has to hear of it. */
import type { Tx } from "../db.ts";

export type Worker = {
  id: string;
  skills: string[];
  presence: string;
  /** Open tickets at which they get no more. */
  limit: number;
  open: number;
  lastAssignedAt: Date | null;
};

/**
 * People of a team with what they have on their hands. Until the transaction ends nobody else gives
 * work to this team, so that two tickets at once see each other's load.
 */
export async function workersOf(tx: Tx, team: string, at: Date): Promise<Worker[]> {
  if ((await tx.user.count({ where: { team, active: true } })) === 0) return [];
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext(${`assign ${team}`}))) AS held`;
  const weekAgo = new Date(at.getTime() - 7 * 86_400_000);
  // Who got nothing for a week counts as never: nobody remembers further back.
  return tx.$queryRaw<Worker[]>`
    SELECT u.id, u.skills, u.presence, u."maxLoad" AS "limit",
      (SELECT count(*)::int FROM tickets t WHERE t."assigneeId" = u.id
        AND t.status IN ('new', 'open', 'waiting_customer', 'waiting_third_party')) AS open,
      (SELECT max(t."receivedAt") FROM tickets t
        WHERE t."assigneeId" = u.id AND t."receivedAt" > ${weekAgo}) AS "lastAssignedAt"
    FROM users u WHERE u.team = ${team} AND u.active`;
}

/** Empty for somebody without a team. */
export const teamOf = async (tx: Tx, userId: string): Promise<string> =>
  (await tx.user.findUnique({ where: { id: userId }, select: { team: true } }))?.team ?? "";

export const leads = (tx: Tx): Promise<string[]> => idsOf(tx, { role: "lead" });

/** People with the skill `csm` look after certain customers; where nobody has it, the leads do. */
export async function accountManagers(tx: Tx): Promise<string[]> {
  const found = await idsOf(tx, { skills: { has: "csm" } });
  return found.length > 0 ? found : leads(tx);
}

async function idsOf(tx: Tx, where: object): Promise<string[]> {
  const rows = await tx.user.findMany({
    where: { ...where, active: true },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export type WatchReason = "on_call" | "account_manager" | "escalation";

/** Whoever follows a ticket already goes on for the reason they began with. */
export async function addWatchers(
  tx: Tx,
  ticketId: string,
  userIds: readonly string[],
  watch: { reason: WatchReason; at: Date },
): Promise<void> {
  const data = userIds.map((userId) => ({ ticketId, userId, ...watch }));
  await tx.watcher.createMany({ data, skipDuplicates: true });
}

export type Member = {
  id: string;
  name: string;
  role: string;
  team: string;
  skills: string[];
  presence: string;
  maxLoad: number;
  open: number;
};

/** Everybody who works here, with what they have on their hands. */
export const membersOf = (tx: Tx): Promise<Member[]> => tx.$queryRaw<Member[]>`
  SELECT u.id, u.name, u.role, u.team, u.skills, u.presence, u."maxLoad",
    (SELECT count(*)::int FROM tickets t WHERE t."assigneeId" = u.id
      AND t.status IN ('new', 'open', 'waiting_customer', 'waiting_third_party')) AS open
  FROM users u WHERE u.active ORDER BY u.name`;

export type MemberChange = Partial<Pick<Member, "team" | "skills" | "presence" | "maxLoad">>;

/** @returns false when nobody active has this id. */
export async function saveMember(tx: Tx, id: string, change: MemberChange): Promise<boolean> {
  const { count } = await tx.user.updateMany({ where: { id, active: true }, data: change });
  return count === 1;
}
