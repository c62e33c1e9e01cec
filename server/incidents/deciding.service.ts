/** People decide: it is an incident, it is none, it is one again, it is over. */
import { randomUUID } from "node:crypto";
import type { Tx } from "../db.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { notify } from "../live.ts";
import { onIncidentOpened, onIncidentProposed, onIncidentResolved } from "../reactions.ts";
import type { CauseTag } from "../tickets/ticket.ts";
import { lockTicket } from "../tickets/tickets.repo.ts";
import { draftTexts } from "./drafting.service.ts";
import { assertState, raisedTo } from "./incident.ts";
import { changeIncident, type Incident, insertIncident, lockIncident } from "./incidents.repo.ts";
import { join, leave } from "./joining.service.ts";
import { assertLeading, mayLead } from "./leading.service.ts";
import { incidentOf, openMembers, signOf } from "./members.repo.ts";
import { send } from "./telling.service.ts";

/** What a person was looking at; an incident that has moved on is not changed behind their back. */
export type Seen = { incidentId: string; version: number };

/**
 * Runs `work` on the locked incident, for those who may decide about it.
 * @throws Problem `incident_changed`, `not_allowed`, `not_found`.
 */
export function decide<T>(
  deps: Deps,
  agent: Agent,
  { incidentId, version }: Seen,
  work: (tx: Tx, incident: Incident, at: Date) => Promise<T>,
): Promise<T> {
  return deps.db.$transaction(async (tx) => {
    const incident = await lockIncident(tx, incidentId);
    if (incident.version !== version)
      throw new Problem("incident_changed", { number: incident.number });
    await assertLeading(deps, tx, agent);
    const result = await work(tx, incident, deps.now());
    await notify(tx, { kind: "incident", id: incidentId });
    return result;
  });
}

/** It is an incident: its tickets become P1 at least, each with the reason in its log. */
export const accept = (deps: Deps, agent: Agent, seen: Seen): Promise<void> =>
  decide(deps, agent, seen, async (tx, incident) => {
    assertState(incident, "proposed");
    await open(deps, tx, agent, incident);
  });

/** It was said to be fixed, and isn't. */
export const reopen = (deps: Deps, agent: Agent, seen: Seen): Promise<void> =>
  decide(deps, agent, seen, async (tx, incident) => {
    assertState(incident, "resolved");
    await open(deps, tx, agent, incident);
  });

async function open(deps: Deps, tx: Tx, agent: Agent, incident: Incident): Promise<void> {
  const at = deps.now();
  const state = { state: "open", openedAt: incident.openedAt ?? at, openedById: agent.id } as const;
  const again = { resolvedAt: null, resolvedById: null, fixed: false };
  await changeIncident(tx, incident.id, { ...state, ...again });
  await raise(deps, tx, agent, incident);
  await onIncidentOpened(deps, tx, incident);
}

/** Those of its tickets that aren't urgent yet, one job each. */
export async function raise(
  deps: Deps,
  tx: Tx,
  agent: Agent,
  { id }: Pick<Incident, "id">,
  among?: readonly string[],
): Promise<void> {
  const low = (await openMembers(tx, id))
    .filter(({ priority }) => raisedTo(priority as "P0") !== null)
    .filter((ticket) => !among || among.includes(ticket.id));
  if (low.length === 0) return;
  const update = { kind: "raise", text: {}, promiseAt: null, causeTag: "" } as const;
  await send(deps, tx, agent, { id: randomUUID(), incidentId: id, ...update }, low);
}

/** It is none: its tickets go on by themselves and aren't proposed again. @throws `reason_required`. */
export const dismiss = (
  deps: Deps,
  agent: Agent,
  { reason, ...seen }: Seen & { reason: string },
): Promise<void> =>
  decide(deps, agent, seen, async (tx, incident) => {
    assertState(incident, "proposed");
    if (!reason.trim()) throw new Problem("reason_required");
    await leave(deps, tx, incident, agent.id);
    await changeIncident(tx, incident.id, { state: "dismissed", reason: reason.trim() });
  });

export type Resolution = Seen & { causeTag: CauseTag; fixed: boolean };

/**
 * It is over: the banner goes at once. Its tickets stay open until each is solved, or all together.
 * @param resolution.fixed the cause is gone: another ticket like these puts that in doubt.
 */
export const resolve = (deps: Deps, agent: Agent, resolution: Resolution): Promise<void> =>
  decide(deps, agent, resolution, async (tx, incident, at) => {
    assertState(incident, "open");
    const { causeTag, fixed } = resolution;
    const ended = { state: "resolved", resolvedAt: at, resolvedById: agent.id } as const;
    await changeIncident(tx, incident.id, { ...ended, causeTag, fixed, bannerFrom: null });
    await onIncidentResolved(deps, tx, incident);
  });

/**
 * A person sees one problem behind a ticket. Whoever decides opens it with this; others propose it.
 * @throws Problem `ticket_in_incident`, `ticket_merged`.
 */
export function openByHand(
  deps: Deps,
  agent: Agent,
  ticketId: string,
): Promise<{ number: number }> {
  return deps.db.$transaction(async (tx) => {
    const ticket = await lockTicket(tx, ticketId);
    if ((await incidentOf(tx, ticketId))?.incident) throw new Problem("ticket_in_incident");
    const { category } = ticket;
    const region = (await signOf(tx, ticketId))?.region ?? "";
    const made = (await insertIncident(tx, {
      ...{ category, region, source: "hand", createdAt: deps.now(), once: null },
      ...draftTexts(deps, "hand", category),
    }))!;
    await join(deps, tx, made, [ticketId], agent.id);
    if (await mayLead(deps, tx, agent)) await open(deps, tx, agent, made);
    else await onIncidentProposed(deps, tx, made, 1);
    return { number: made.number };
  });
}
