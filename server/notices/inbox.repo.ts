/** Notices as rows: one for each person told, and what the bell shows of them. */
import type { Tx } from "../db.ts";
import { Problem } from "../errors.ts";
import type { Priority } from "../sla/log.ts";
import type { NoticeData, NoticeKind } from "./kinds.ts";

export type NewNotice = {
  userId: string;
  kind: NoticeKind;
  ticketId: string | null;
  data: NoticeData;
  at: Date;
  readAt: Date | null;
  once: string | null;
};

/** Who of these works here, in the order of their ids, with what they chose. */
export const readersOf = (tx: Tx, userIds: readonly string[]) =>
  tx.user.findMany({
    where: { id: { in: [...userIds] }, active: true },
    select: { id: true, preferences: true },
    // Two workers that tell the same people take the rows in the same order.
    orderBy: { id: "asc" },
  });

/** Of each of these tickets. */
export async function prioritiesOf(
  tx: Tx,
  ticketIds: readonly string[],
): Promise<Map<string, Priority>> {
  if (ticketIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; priority: Priority }[]>`
    SELECT id, priority FROM tickets WHERE id = ANY(${ticketIds}::uuid[])`;
  return new Map(rows.map(({ id, priority }) => [id, priority]));
}

/** @returns those that were not told before. */
export const addNotices = (tx: Tx, notices: readonly NewNotice[]) =>
  tx.$queryRaw<({ id: bigint } & Pick<NewNotice, "userId" | "kind" | "ticketId">)[]>`
    INSERT INTO notifications ("userId", kind, "ticketId", data, at, "readAt", once)
    SELECT * FROM json_to_recordset(${JSON.stringify(notices)}::json) AS row ("userId" text, kind text,
      "ticketId" uuid, data jsonb, at timestamptz, "readAt" timestamptz, once text)
    ON CONFLICT DO NOTHING RETURNING id, "userId", kind, "ticketId"`;

/** Where a page ended: the unread come first, each part newest first. */
export type Place = { unread: boolean; id: bigint };

export type ListedNotice = {
  id: bigint;
  kind: NoticeKind;
  data: NoticeData;
  at: Date;
  readAt: Date | null;
  number: number | null;
  subject: string | null;
  priority: string | null;
};

export function noticesOf(
  tx: Tx,
  userId: string,
  after: Place | null,
  most: number,
): Promise<ListedNotice[]> {
  const rank = after ? Number(after.unread) : 2;
  return tx.$queryRaw<ListedNotice[]>`
    SELECT n.id, n.kind, n.data, n.at, n."readAt", t.number, t.subject, t.priority
    FROM notifications n LEFT JOIN tickets t ON t.id = n."ticketId"
    WHERE n."userId" = ${userId}
      AND ((n."readAt" IS NULL)::int, n.id) < (${rank}::int, ${after?.id ?? 0n}::bigint)
    ORDER BY (n."readAt" IS NULL)::int DESC, n.id DESC LIMIT ${most}::int`;
}

export const countUnread = (tx: Tx, userId: string): Promise<number> =>
  tx.notification.count({ where: { userId, readAt: null } });

/** Which of a person's notices: one, those about a ticket, or every one up to the newest seen. */
export type Which = { id: bigint } | { number: number } | { upTo: bigint };

/** @returns how many were unread until now. */
export async function markRead(tx: Tx, userId: string, which: Which, at: Date): Promise<number> {
  const where =
    "number" in which
      ? { ticketId: await ticketOfNumber(tx, which.number) }
      : { id: "id" in which ? which.id : { lte: which.upTo } };
  const unread = { userId, readAt: null, ...where };
  return (await tx.notification.updateMany({ where: unread, data: { readAt: at } })).count;
}

async function ticketOfNumber(tx: Tx, number: number): Promise<string> {
  const ticket = await tx.ticket.findUnique({ where: { number }, select: { id: true } });
  if (!ticket) throw new Problem("not_found");
  return ticket.id;
}

export async function storedPreferences(tx: Tx, userId: string): Promise<unknown> {
  const user = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { preferences: true },
  });
  return user.preferences;
}

export async function savePreferencesOf(tx: Tx, userId: string, preferences: object) {
  await tx.user.update({ where: { id: userId }, data: { preferences } });
}

/** One notice as its mail needs it. */
export const noticeForMail = (tx: Tx, id: bigint) =>
  tx.notification.findUnique({
    where: { id },
    select: {
      kind: true,
      ticketId: true,
      data: true,
      at: true,
      readAt: true,
      user: { select: { name: true, email: true, locale: true, active: true, preferences: true } },
    },
  });
