/** What the desk shows: the queue, and one ticket with everything on it. */
import type { Tx } from "../db.ts";

export const queueViews = ["mine", "unassigned", "open", "waiting", "solved"] as const;
export type QueueView = (typeof queueViews)[number];

const active = ["new", "open", "waiting_third_party", "planned"];

const filters: Record<QueueView, (userId: string) => object> = {
  mine: (assigneeId) => ({ assigneeId, status: { in: [...active, "waiting_customer"] } }),
  unassigned: () => ({ assigneeId: null, status: { in: active } }),
  open: () => ({ status: { in: active } }),
  waiting: () => ({ status: "waiting_customer" }),
  solved: () => ({ status: { in: ["solved", "closed"] } }),
};

const row = {
  id: true,
  number: true,
  subject: true,
  status: true,
  priority: true,
  kind: true,
  category: true,
  locale: true,
  receivedAt: true,
  nextDueAt: true,
  nextDueMetric: true,
  team: true,
  level: true,
  flow: true,
  flags: true,
  tag: true,
  version: true,
  customer: { select: { name: true, email: true, company: true, tier: true } },
  assignee: { select: { id: true, name: true } },
  incident: { select: { number: true, state: true } },
  // What should have been done: whoever reads it compares with the time.
  stages: { where: { doneAt: null, dueAt: { not: null } }, select: { dueAt: true } },
  tasks: { where: { doneAt: null, dueAt: { not: null } }, select: { dueAt: true } },
  // A row counts down to the next one; what has ended is told on the ticket's own page.
  clocks: {
    where: { stoppedAt: null },
    select: {
      metric: true,
      state: true,
      goalAt: true,
      warnAt: true,
      dueAt: true,
      breachedAt: true,
      stoppedAt: true,
    },
  },
} as const;

/** Open tickets by next due time, those without one last; solved ones by when they were solved. */
export function listQueue(
  tx: Tx,
  query: { view: QueueView; userId: string; text: string; take: number },
) {
  const order =
    query.view === "solved"
      ? [{ solvedAt: "desc" as const }]
      : [
          { nextDueAt: { sort: "asc" as const, nulls: "last" as const } },
          { number: "asc" as const },
        ];
  return tx.ticket.findMany({
    where: { ...filters[query.view](query.userId), ...matching(query.text) },
    orderBy: order,
    take: query.take,
    select: row,
  });
}

function matching(text: string): object {
  const wanted = text.trim().replace(/^#/, "");
  if (!wanted) return {};
  if (/^\d{1,9}$/.test(wanted)) return { number: Number(wanted) };
  const contains = { contains: wanted, mode: "insensitive" as const };
  return {
    OR: [
      { subject: contains },
      { customer: { OR: [{ name: contains }, { email: contains }, { company: contains }] } },
    ],
  };
}

/** How many tickets each view holds. */
export async function countQueue(tx: Tx, userId: string): Promise<Record<QueueView, number>> {
  const counts = await Promise.all(
    queueViews.map((view) => tx.ticket.count({ where: filters[view](userId) })),
  );
  return Object.fromEntries(queueViews.map((view, i) => [view, counts[i]])) as Record<
    QueueView,
    number
  >;
}

const file = { id: true, name: true, mime: true, size: true } as const;

const customerMessage = {
  ...{ id: true, kind: true, body: true, createdAt: true },
  user: { select: { name: true } },
  attachments: { select: file },
} as const;
const deskMessage = { ...customerMessage, erasedAt: true } as const;

/** What was said in tickets that went into another one. */
export const deskMessages = (tx: Tx, ticketIds: string[]) =>
  tx.message.findMany({ where: { ticketId: { in: ticketIds } }, select: deskMessage });

/** The same without notes. */
export const customerMessages = (tx: Tx, ticketIds: string[]) =>
  tx.message.findMany({
    where: { ticketId: { in: ticketIds }, kind: { in: ["customer", "public"] } },
    select: customerMessage,
  });

const { stages: _stages, tasks: _tasks, ...pageRow } = row;

export function ticketPage(tx: Tx, number: number) {
  return tx.ticket.findUnique({
    where: { number },
    select: {
      ...pageRow,
      mergedIntoId: true,
      module: true,
      channel: true,
      impact: true,
      urgency: true,
      writtenAt: true,
      completeness: true,
      causeTag: true,
      causeNote: true,
      solvedAt: true,
      closedAt: true,
      closeReason: true,
      planText: true,
      planLink: true,
      need: true,
      level: true,
      flags: true,
      survey: { select: { sentAt: true, answeredAt: true, csat: true, nps: true, comment: true } },
      captureChoice: true,
      slaVersion: true,
      clocks: true,
      customer: {
        select: {
          id: true,
          name: true,
          email: true,
          phone: true,
          company: true,
          tier: true,
          locale: true,
          timeZone: true,
          createdAt: true,
        },
      },
      snapshot: { select: { data: true } },
      messages: {
        orderBy: { createdAt: "asc" },
        select: deskMessage,
      },
      events: {
        orderBy: { id: "asc" },
        select: { id: true, at: true, type: true, actorKind: true, actorId: true, data: true },
      },
      links: { select: { articleId: true, role: true, at: true } },
      drafts: { select: { id: true, state: true, articleId: true } },
    },
  });
}

/** Other tickets of the same customer, newest first; what nobody confirmed may be anybody's. */
export function customerHistory(tx: Tx, customerId: string, exceptId: string) {
  return tx.ticket.findMany({
    where: { customerId, id: { not: exceptId }, status: { not: "unconfirmed" } },
    orderBy: { receivedAt: "desc" },
    take: 10,
    select: { ...earlier, id: true, mergedIntoId: true },
  });
}

const earlier = {
  ...{ number: true, subject: true, status: true, priority: true, receivedAt: true },
} as const;

/** What the holder of the status link sees: no notes, no internal names beyond the owner's. */
export function customerPage(tx: Tx, id: string) {
  return tx.ticket.findUnique({
    where: { id },
    select: {
      id: true,
      number: true,
      subject: true,
      status: true,
      kind: true,
      priority: true,
      locale: true,
      writtenAt: true,
      receivedAt: true,
      closedAt: true,
      closeReason: true,
      planText: true,
      planLink: true,
      survey: { select: { answeredAt: true } },
      assignee: { select: { name: true } },
      clocks: {
        select: { metric: true, instance: true, state: true, dueAt: true, stoppedAt: true },
      },
      messages: {
        where: { kind: { in: ["customer", "public"] } },
        orderBy: { createdAt: "asc" },
        select: customerMessage,
      },
      events: {
        where: {
          type: {
            in: [
              "created",
              "acknowledged",
              "assigned",
              "status_changed",
              "reopened",
              "promised",
              "public_reply",
              "nudged",
              "solution_confirmed",
            ],
          },
        },
        orderBy: { id: "asc" },
        select: { at: true, type: true, data: true },
      },
      links: {
        where: { role: { in: ["resolved_by", "created_from"] } },
        select: { articleId: true },
      },
    },
  });
}

export const isColleague = async (tx: Tx, userId: string): Promise<boolean> =>
  (await tx.user.count({ where: { id: userId, active: true } })) === 1;

/** Who can be given work. */
export const colleagues = (tx: Tx) =>
  tx.user.findMany({
    where: { active: true },
    orderBy: { name: "asc" },
    select: { id: true, name: true, role: true },
  });
