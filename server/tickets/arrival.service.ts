/** A ticket enters the desk: it is judged, and its clocks begin. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { onTicketReceived } from "../reactions.triage.ts";
import { type Origin, onTicketCreated } from "../reactions.ts";
import type { InForce } from "../settings/reader.service.ts";
import { policyFor } from "../sla/book.ts";
import type { LogEvent, Priority } from "../sla/log.ts";
import { rulesOf } from "../triage/ruleset.service.ts";
import type { StoredTicket } from "../triage/ticketfacts.ts";
import { type Judgement, judgeFirst, keepFirst } from "../triage/triage.service.ts";
import { clockChannel } from "./channels.ts";
import type { Derived } from "./clocks.repo.ts";
import { firstProcedure } from "./procedure.service.ts";
import { derive, recordFirst } from "./record.service.ts";
import type { Entry } from "./tickets.repo.ts";

/** A ticket as its customer wrote it, before anybody judged it. */
export type Arriving = StoredTicket & {
  customerId: string;
  /** The member of staff who wrote it down for the customer. */
  byId?: string;
};

/** Judged and timed; nothing of it is stored yet. */
export type Arrival = {
  ticket: Arriving;
  judgement: Judgement;
  entries: Entry[];
  derived: Derived;
  stages: InForce<"stages">;
};

/** By the rules and the response times in force. */
export async function judgeArrival(deps: Deps, tx: Tx, ticket: Arriving): Promise<Arrival> {
  const kinds = ["triage", "teams", "sla", "stages"] as const;
  const { stages, ...settings } = await deps.settings.currents(kinds, tx);
  const judgement = judgeFirst(ticket, rulesOf(settings));
  const log = firstEvents(ticket, judgement, settings.sla);
  const derived = await derive(deps, tx, ticket.id, log);
  return { ticket, judgement, entries: log.map(entryOf(ticket)), derived, stages };
}

function firstEvents(
  { channel, receivedAt, ...ticket }: Arriving,
  { placement, triaged }: Judgement,
  { document: book, version }: InForce<"sla">,
): LogEvent[] {
  const at = receivedAt.getTime();
  const { priority, kind, level } = placement;
  const policy = policyFor(book, { ...ticket, channel }).id;
  const sla = { version, policy };
  return [
    {
      ...{ type: "created", at, priority, kind, level, tier: ticket.tier, sla },
      channel: clockChannel(channel),
    },
    // The page that follows tells the number, and by when a person answers.
    { type: "public_reply", at, by: "automatic", automatic: "recorded" },
    ...triaged.events,
  ];
}

const entryOf =
  ({ customerId, byId }: Arriving) =>
  (event: LogEvent) => ({
    actor: event.type === "created" ? openedBy(customerId, byId) : systemActor,
    event,
  });

const systemActor = { kind: "system" as const, id: null };
const openedBy = (customerId: string, byId?: string) =>
  byId ? { kind: "agent" as const, id: byId } : { kind: "customer" as const, id: customerId };

/** What the customer is told at once. */
export type Promised = { priority: Priority; firstReplyBy: Date | null };

/** The ticket's row is there, with the columns of its judgement: now its log, and whoever has to know. */
export async function enterQueue(
  deps: Deps,
  tx: Tx,
  { ticket: { id, category }, judgement, entries, derived, stages }: Arrival,
  origin: Origin,
): Promise<Promised> {
  const { placement, triaged } = judgement;
  await recordFirst(tx, entries, derived);
  await keepFirst(deps, tx, id, judgement);
  await onTicketReceived(deps, tx, id, triaged);
  await firstProcedure(deps, tx, { ...placement, id, category }, stages);
  await onTicketCreated(deps, tx, id, origin);
  const due = derived.clocks.find(({ metric }) => metric === "first_reply")?.dueAt ?? null;
  return { priority: placement.priority, firstReplyBy: due === null ? null : new Date(due) };
}
