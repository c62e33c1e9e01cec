/** Which services answer an event: the only place where features meet. */
import type { Tx } from "./db.ts";
import { noteCreated, noteReopened, noteSolved } from "./deflection/tickets.service.ts";
import type { Agent, Deps } from "./deps.ts";
import {
  type Climbed,
  escalate,
  escalateAllDue,
  escalateIfDue,
} from "./escalation/climbing.service.ts";
import { type TicketWake, tellOfClocks, tellOfSteps } from "./notices/happenings.service.ts";
import type { MailKind } from "./notices/notice.ts";
import { type Telling, tell } from "./notices/tell.service.ts";
import { ticketWebhook, webhook } from "./notices/webhooks.service.ts";
import { isCommitment } from "./sla/clock.ts";
import type { MissingYear } from "./sla/nextyear.ts";
import type { Wake, Woke } from "./sla/wakes.ts";
import { offerSurvey } from "./surveys/offer.service.ts";
import type { TicketEvent } from "./tickets/log.ts";
import { beginAgain, followProcedure } from "./tickets/procedure.service.ts";
import { record } from "./tickets/record.service.ts";
import { closeInSilence } from "./tickets/silence.service.ts";
import { changeTicket, lockTicket, ownersOf, type TicketChange } from "./tickets/tickets.repo.ts";
import { onCallNow } from "./triage/assigning.service.ts";
import { leads } from "./triage/people.repo.ts";

const mail = (deps: Deps, tx: Tx, kind: MailKind, ticketId: string, extra: object = {}) =>
  deps.jobs.send(tx, "mail", { kind, ticketId, ...extra });

/** The browser a form was sent with; null where a ticket came another way. Only measurement sees it. */
export type Origin = { ip: string; userAgent: string; isStaff: boolean } | null;

export async function onTicketCreated(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  origin: Origin,
): Promise<void> {
  await noteCreated(deps, tx, ticketId, origin);
  await mail(deps, tx, "received", ticketId);
  await ticketWebhook(deps, tx, "ticket.created", ticketId);
}

/** Sent without script: the click in this mail stands in for the proof of work. */
export const onTicketConfirmAsked = (deps: Deps, tx: Tx, ticketId: string) =>
  mail(deps, tx, "confirm", ticketId);

/** The new owner hears of it, unless it was their own doing. */
export async function onAssigned(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  { toId, byId }: { toId: string | null; byId: string | null },
): Promise<void> {
  if (!toId || toId === byId) return;
  const data = byId ? { byId } : {};
  await tell(deps, tx, { kind: "assigned", userIds: [toId], ticketId, data });
}

export async function onPublicReply(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  messageId: string,
  isDelay: boolean,
): Promise<void> {
  await mail(deps, tx, isDelay ? "delayed" : "replied", ticketId, { messageId });
  await ticketWebhook(deps, tx, "ticket.replied", ticketId);
}

export async function onTicketSolved(deps: Deps, tx: Tx, ticketId: string): Promise<void> {
  await noteSolved(deps, tx, ticketId);
  await mail(deps, tx, "solved", ticketId);
  await ticketWebhook(deps, tx, "ticket.solved", ticketId);
}

/** Told what is planned in the long run, with the message that says it. */
export const onTicketPlanned = (deps: Deps, tx: Tx, ticketId: string, messageId: string) =>
  mail(deps, tx, "planned", ticketId, { messageId });

/** Closed, for whichever reason: the one moment that every ticket passes when all has been said. */
export async function onTicketClosed(deps: Deps, tx: Tx, ticketId: string): Promise<void> {
  if (await offerSurvey(deps, tx, ticketId)) await mail(deps, tx, "survey", ticketId);
  await ticketWebhook(deps, tx, "ticket.closed", ticketId);
}

export async function onTicketReopened(deps: Deps, tx: Tx, ticketId: string): Promise<void> {
  await noteReopened(deps, tx, ticketId);
  await beginAgain(deps, tx, ticketId);
  await ticketWebhook(deps, tx, "ticket.reopened", ticketId);
}

export const onLinkAsked = (deps: Deps, tx: Tx, ticketId: string) =>
  mail(deps, tx, "link", ticketId);

/** The owner hears of it; nobody hears while the ticket is unassigned, because the queue shows it. */
export async function onCustomerWrote(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  ownerId: string | null,
): Promise<void> {
  if (ownerId) await tell(deps, tx, { kind: "customer_wrote", userIds: [ownerId], ticketId });
}

/** A person did something: it may be once too often, or make it a case for another procedure. */
export async function onLogGrew(deps: Deps, tx: Tx, ticketId: string): Promise<void> {
  await followProcedure(deps, tx, ticketId);
  await tellOfSteps(deps, tx, await escalateIfDue(deps, tx, ticketId));
}

/** What became true of tickets' clocks by itself; it is in their logs already, and they are locked. */
export async function onClocksWoke(deps: Deps, tx: Tx, woke: readonly Woke[]): Promise<void> {
  const wakes = woke.flatMap(({ ticketId, wakes }) => wakes.map((wake) => ({ ticketId, ...wake })));
  const missed = wakes.filter(({ what }) => what === "breached");
  const promised = wakes.filter(({ clock }) => isCommitment(clock));
  await tellOfClocks(deps, tx, promised, await ownersOf(tx, promised.map(ticketOf)));
  const late = new Set(missed.filter((wake) => !isSilence(wake)).map(ticketOf));
  const climbing = woke.filter(({ ticketId }) => late.has(ticketId));
  await tellOfSteps(deps, tx, await escalateAllDue(deps, tx, climbing));
  await onSilence(deps, tx, missed.filter(isSilence));
}

const ticketOf = ({ ticketId }: TicketWake): string => ticketId;
const isSilence = ({ clock }: Wake): boolean => clock.metric === "silent_close";

async function onSilence(deps: Deps, tx: Tx, silences: readonly TicketWake[]): Promise<void> {
  const closings = silences.map(({ ticketId, at }) => ({ ticketId, at: new Date(at) }));
  for (const ticketId of await closeInSilence(deps, tx, closings))
    await onTicketClosed(deps, tx, ticketId);
}

/** Whoever a step of the ladder brought in hears of it, and of the review that it opened. */
export const onClimbed = (deps: Deps, tx: Tx, step: Climbed): Promise<void> =>
  tellOfSteps(deps, tx, [step]);

/** @param article.path its place on the site: `en/setup/connect-camera-to-wifi`. */
export function onArticlePublished(
  deps: Deps,
  tx: Tx,
  article: { id: string; locale: string; path: string },
): Promise<void> {
  const { id, locale, path } = article;
  const link = `${deps.env.PUBLIC_URL}/${path}/`;
  return webhook(deps, tx, "article.published", { article: { id, locale, link } });
}

/** Whoever gets work on a ticket hears of it, and when it should have been done, so does who asked. */
export async function onTaskGoing(
  deps: Deps,
  tx: Tx,
  kind: "task_given" | "task_overdue",
  { id, dueAt, ...to }: Pick<Telling, "ticketId" | "userIds"> & { id: string; dueAt: Date },
): Promise<void> {
  const data = { subjectId: id, dueAt: dueAt.getTime() };
  await tell(deps, tx, { kind, ...to, data, once: id });
}

/** What a customer suggested is there. */
export const onShipped = (deps: Deps, tx: Tx, ticketId: string, taskId: string) =>
  mail(deps, tx, "shipped", ticketId, { taskId });

/** A partner team's line was missing at ten: the lead hears of it, once. @returns whether just now. */
export async function onSyncMissed(deps: Deps, tx: Tx, ticketId: string, occasion: string) {
  const step = await escalate(deps, tx, ticketId, { cause: "sync_missed", occasion });
  if (step) await onClimbed(deps, tx, step);
  return step !== null;
}

/** Knowledge marks the ticket it came from: columns and events in the caller's transaction. */
export async function recordOnTicket(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  agent: Agent,
  change: TicketChange,
  events: TicketEvent[],
): Promise<void> {
  await lockTicket(tx, ticketId);
  await changeTicket(tx, ticketId, change);
  await record(deps, tx, ticketId, { kind: "agent", id: agent.id }, events);
}

/** Leads hear once of every calendar and year: the bell doesn't ring daily until somebody imports. */
export async function onHolidaysMissing(
  deps: Deps,
  tx: Tx,
  missing: readonly MissingYear[],
): Promise<void> {
  const userIds = await leads(tx);
  for (const { code: kind, calendar, year } of missing)
    await tell(deps, tx, { kind, userIds, data: { year }, once: `${calendar}:${year}` });
}

type IncidentPart = { id: string; number: number; category: string; region: string };

/** Whoever decides about incidents: the leads, and who is on call. */
const whoDecides = async (deps: Deps, tx: Tx): Promise<string[]> => [
  ...new Set([...(await leads(tx)), ...(await onCallNow(deps, tx))]),
];

/** Somebody has to decide whether it is an incident. */
export async function onIncidentProposed(
  deps: Deps,
  tx: Tx,
  { id, number }: IncidentPart,
  count: number,
): Promise<void> {
  const userIds = await whoDecides(deps, tx);
  const data = { subjectId: id, incident: number, count };
  await tell(deps, tx, { kind: "incident_proposed", userIds, data, once: id });
}

/** It was said to be fixed, and another ticket says otherwise: told once for each time it was resolved. */
export async function onIncidentDoubted(
  deps: Deps,
  tx: Tx,
  { id, number, resolvedAt }: IncidentPart & { resolvedAt: Date | null },
): Promise<void> {
  const userIds = await whoDecides(deps, tx);
  const data = { subjectId: id, incident: number };
  const once = `${id}:${resolvedAt?.getTime()}`;
  await tell(deps, tx, { kind: "incident_proposed", userIds, data, once });
}

/** The hourly look found far more tickets than usual. */
export async function onSurge(
  deps: Deps,
  tx: Tx,
  { number, count, once }: { number: number; count: number; once: string },
): Promise<void> {
  const userIds = await whoDecides(deps, tx);
  await tell(deps, tx, { kind: "surge", userIds, data: { incident: number, count }, once });
}

export const onIncidentOpened = (deps: Deps, tx: Tx, incident: IncidentPart): Promise<void> =>
  webhook(deps, tx, "incident.opened", { incident: partOf(incident) });

/** It is over: its banner goes at once. */
export async function onIncidentResolved(
  deps: Deps,
  tx: Tx,
  incident: IncidentPart,
): Promise<void> {
  await onBannerChanged(deps, tx);
  await webhook(deps, tx, "incident.resolved", { incident: partOf(incident) });
}

const partOf = ({ id, number, category, region }: IncidentPart) => ({
  ...{ id, number, category, region },
});

/** The help center says something else about known problems. */
export const onBannerChanged = (deps: Deps, tx: Tx): Promise<void> =>
  deps.jobs.send(tx, "banner", {});
