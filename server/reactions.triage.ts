/** What follows from judging a ticket: who gets it, and who hears of it at once. */
import type { Tx } from "./db.ts";
import type { Deps } from "./deps.ts";
import { lookForBatch } from "./incidents/batches.service.ts";
import type { NoticeKind } from "./notices/kinds.ts";
import { tell } from "./notices/tell.service.ts";
import { onAssigned } from "./reactions.ts";
import { retimeStage } from "./tickets/procedure.service.ts";
import { record } from "./tickets/record.service.ts";
import { changeTicket, lockTicket } from "./tickets/tickets.repo.ts";
import { type Moved, onCallNow } from "./triage/assigning.service.ts";
import { accountManagers, addWatchers, leads, type WatchReason } from "./triage/people.repo.ts";
import { openTicketsOf } from "./triage/triage.repo.ts";
import {
  chooseAgent,
  handOver,
  regrade,
  type Triaged,
  triageAgain,
} from "./triage/triage.service.ts";

/** A ticket is there, judged, and belongs to a team; somebody of it is looked for at once. */
export async function onTicketReceived(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  triaged: Triaged,
): Promise<void> {
  await onTriaged(deps, tx, ticketId, triaged);
  await deps.jobs.send(tx, "assign", { ticketId });
}

/** What can wait until a ticket is acknowledged: who takes it, and whether it is one of many. */
export async function settleIn(deps: Deps, ticketId: string): Promise<void> {
  await assignTicket(deps, ticketId);
  await lookForBatch(deps, ticketId);
}

/** Looks for somebody of its team who can take a ticket that nobody has. */
async function assignTicket(deps: Deps, ticketId: string): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    await lockTicket(tx, ticketId);
    const chosen = await chooseAgent(deps, tx, ticketId);
    if (!chosen) return;
    const { assigneeId, nobody } = chosen;
    if (nobody) return onNobodyFits(deps, tx, ticketId, nobody);
    await changeTicket(tx, ticketId, {});
    await record(deps, tx, ticketId, { kind: "system", id: null }, [
      { type: "assigned", at: deps.now().getTime(), agentId: assigneeId },
    ]);
    await onAssigned(deps, tx, ticketId, { toId: assigneeId, byId: null });
  });
}

/** Its topic, product, marks or its customer's tier is another: the rules are asked again. */
export async function onTicketFiled(deps: Deps, tx: Tx, ticketId: string): Promise<void> {
  await follow(deps, tx, ticketId, await triageAgain(deps, tx, ticketId));
}

/** A customer became a VIP, or is none any more: so their open tickets are judged. @returns how many. */
export async function onTierChanged(deps: Deps, tx: Tx, customerId: string): Promise<number> {
  const open = await openTicketsOf(tx, customerId);
  for (const ticketId of open) {
    await lockTicket(tx, ticketId);
    await changeTicket(tx, ticketId, {});
    await onTicketFiled(deps, tx, ticketId);
  }
  return open.length;
}

/** A person changed its priority or kind. Whoever is on call hears of a P0, once. */
export async function onTicketRegraded(deps: Deps, tx: Tx, ticketId: string): Promise<void> {
  const regraded = await regrade(deps, tx, ticketId);
  await follow(deps, tx, ticketId, regraded);
  await retimeStage(deps, tx, ticketId);
  if (regraded.placement.priority === "P0") await onP0(deps, tx, ticketId);
}

/** A person hands it to a team. @returns who of the team gets it. */
export async function onTeamChosen(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  { team, byId }: { team: string; byId: string },
): Promise<string | null> {
  const { assigneeId, nobody } = await handOver(deps, tx, ticketId, team);
  await onAssigned(deps, tx, ticketId, { toId: assigneeId, byId });
  if (nobody) await onNobodyFits(deps, tx, ticketId, nobody);
  return assigneeId;
}

async function follow(deps: Deps, tx: Tx, ticketId: string, triaged: Triaged): Promise<void> {
  if (triaged.events.length > 0)
    await record(deps, tx, ticketId, { kind: "system", id: null }, triaged.events);
  if (triaged.events.some(({ type }) => type === "priority_changed"))
    await retimeStage(deps, tx, ticketId);
  await onTriaged(deps, tx, ticketId, triaged);
}

/** Who has to hear of it at once; each of these is told once, however often a ticket is judged. */
async function onTriaged(deps: Deps, tx: Tx, ticketId: string, triaged: Triaged): Promise<void> {
  const { placement, before, events, notify, nobody } = triaged;
  const isNew = (flag: string) => placement.flags.includes(flag) && !before?.flags.includes(flag);
  const given = events.find((event) => event.type === "assigned");
  await onAssigned(deps, tx, ticketId, { toId: given?.agentId ?? null, byId: null });
  if (placement.priority === "P0" && before?.priority !== "P0") await onP0(deps, tx, ticketId);
  if (isNew("escalate-lead")) await onRepeatedContact(deps, tx, ticketId);
  if (notify.includes("csm")) await onVipContact(deps, tx, ticketId);
  if (notify.includes("oncall-lead")) await onPublicContact(deps, tx, ticketId);
  if (nobody) await onNobodyFits(deps, tx, ticketId, nobody);
}

type Bringing = { userIds: readonly string[]; reason: WatchReason; kind: NoticeKind; once: string };

/** They follow the ticket from now on, and hear of it this once. */
async function bringIn(deps: Deps, tx: Tx, ticketId: string, who: Bringing): Promise<void> {
  const { userIds, reason, kind, once } = who;
  await addWatchers(tx, ticketId, userIds, { reason, at: deps.now() });
  await tell(deps, tx, { kind, userIds, ticketId, once });
}

/** Day or night: whoever is on call. */
export async function onP0(deps: Deps, tx: Tx, ticketId: string): Promise<void> {
  const userIds = await onCallNow(deps, tx);
  await bringIn(deps, tx, ticketId, { userIds, reason: "on_call", kind: "on_call", once: "p0" });
}

/** The same problem again and again: the leads. */
export async function onRepeatedContact(deps: Deps, tx: Tx, ticketId: string): Promise<void> {
  const userIds = await leads(tx);
  const how = { reason: "escalation", kind: "escalated", once: "repeated" } as const;
  await bringIn(deps, tx, ticketId, { userIds, ...how });
}

/** A VIP wrote: the account managers. */
export async function onVipContact(deps: Deps, tx: Tx, ticketId: string): Promise<void> {
  const userIds = await accountManagers(tx);
  const how = { reason: "account_manager", kind: "vip_contact", once: "vip" } as const;
  await bringIn(deps, tx, ticketId, { userIds, ...how });
}

/** Others can read it: the leads who are on call, or all leads when none of them is. */
export async function onPublicContact(deps: Deps, tx: Tx, ticketId: string): Promise<void> {
  const [all, onCall] = [await leads(tx), await onCallNow(deps, tx)];
  const there = all.filter((id) => onCall.includes(id));
  const userIds = there.length > 0 ? there : all;
  const how = { reason: "on_call", kind: "on_call", once: "public" } as const;
  await bringIn(deps, tx, ticketId, { userIds, ...how });
}

/**
 * It stays with its team, and the leads hear of it. A team without people is no surprise: such a desk
 * hands out its tickets by hand.
 */
export async function onNobodyFits(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  because: NonNullable<Moved["nobody"]>,
): Promise<void> {
  if (because === "nobody_in_team") return;
  const userIds = await leads(tx);
  await tell(deps, tx, { kind: "escalated", userIds, ticketId, once: because });
}
