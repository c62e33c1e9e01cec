/** What the console shows of incidents, and what a ticket's page says of its own. */
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { colleagues } from "../tickets/queue.repo.ts";
import { beforeMs, doubtMs } from "./incident.ts";
import { incidentByNumber, listIncidents, liveLike } from "./incidents.repo.ts";
import { mayLead } from "./leading.service.ts";
import { hasLeft, incidentOf, membersOf, offeredTo, signOf } from "./members.repo.ts";
import { lastLook } from "./surges.repo.ts";
import { updatesOf } from "./updates.repo.ts";

const ended = 50;
const running = 200;

/** Those to decide and to work on, those that are over, and the figures of the last hourly look. */
export async function incidents(deps: Deps, agent: Agent) {
  const [live, past, surges, leads] = await Promise.all([
    listIncidents(deps.db, ["proposed", "open"], running),
    listIncidents(deps.db, ["resolved", "dismissed"], ended),
    lastLook(deps.db),
    mayLead(deps, deps.db, agent),
  ]);
  return { live, past, surges, mayLead: leads };
}

/** One incident with its tickets, what was told, and tickets that look like it. @throws `not_found`. */
export async function incidentPage(deps: Deps, agent: Agent, number: number) {
  const incident = await incidentByNumber(deps.db, number);
  if (!incident) throw new Problem("not_found");
  const since = new Date(incident.createdAt.getTime() - beforeMs);
  const isLive = incident.state === "proposed" || incident.state === "open";
  const [tickets, updates, offered, people, leads] = await Promise.all([
    membersOf(deps.db, incident.id),
    updatesOf(deps.db, incident.id),
    isLive && incident.category ? offeredTo(deps.db, incident, since) : [],
    colleagues(deps.db),
    mayLead(deps, deps.db, agent),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    ...incident,
    ...{ tickets, offered, mayLead: leads },
    openedBy: names.get(incident.openedById ?? "") ?? null,
    resolvedBy: names.get(incident.resolvedById ?? "") ?? null,
    updates: updates.map(({ byId, deliveries, ...update }) => ({
      ...update,
      by: names.get(byId) ?? null,
      ...progressOf(deliveries),
    })),
  };
}

type Delivery = Awaited<ReturnType<typeof updatesOf>>[number]["deliveries"][number];

/** How far an update has got, and the tickets that it couldn't reach with why. */
function progressOf(deliveries: readonly Delivery[]) {
  const done = deliveries.filter(({ doneAt }) => doneAt).length;
  const missed = deliveries
    .filter(({ doneAt, outcome }) => doneAt && outcome !== "done")
    .map(({ outcome, ticket }) => ({ outcome, number: ticket.number }));
  return { all: deliveries.length, done, missed };
}

/** The incident a ticket belongs to, or those that it may belong to. */
export async function incidentOfTicket(deps: Deps, ticketId: string) {
  const found = await incidentOf(deps.db, ticketId);
  if (!found) throw new Problem("not_found");
  if (found.incident) return { incident: found.incident, offered: [] };
  const sign = await signOf(deps.db, ticketId);
  if (!sign || (await hasLeft(deps.db, ticketId))) return { incident: null, offered: [] };
  const fixedSince = new Date(deps.now().getTime() - doubtMs);
  const live = await liveLike(deps.db, { ...sign, fixedSince });
  const offered = live
    .filter(({ createdAt }) => sign.receivedAt.getTime() >= createdAt.getTime() - beforeMs)
    .map(({ id, number, state, title, version, resolvedAt }) => {
      return { id, number, state, title, version, resolvedAt };
    });
  return { incident: null, offered };
}
