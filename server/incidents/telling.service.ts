/** One thing done to every open ticket of an incident: a job each, so that one that fails stops no other. */
import type { Tx } from "../db.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { notify } from "../live.ts";
import { type CauseTag, causeTags } from "../tickets/ticket.ts";
import { assertState, type UpdateText, unwritten } from "./incident.ts";
import { lockIncident } from "./incidents.repo.ts";
import { assertLeading } from "./leading.service.ts";
import { openMembers } from "./members.repo.ts";
import { insertUpdate, type NewUpdate, undelivered } from "./updates.repo.ts";

/** Stores the update with the tickets it has to reach, and rings for each. */
export async function send(
  deps: Deps,
  tx: Tx,
  agent: Pick<Agent, "id">,
  update: Omit<NewUpdate, "byId" | "at">,
  tickets: readonly { id: string }[],
): Promise<void> {
  const { id: updateId, incidentId } = update;
  const ids = tickets.map(({ id }) => id);
  const isNew = await insertUpdate(tx, { ...update, byId: agent.id, at: deps.now() }, ids);
  if (!isNew) return;
  await ring(
    deps,
    tx,
    ids.map((ticketId) => ({ updateId, ticketId })),
  );
  await notify(tx, { kind: "incident", id: incidentId });
}

const ring = (deps: Deps, tx: Tx, which: readonly { updateId: string; ticketId: string }[]) =>
  deps.jobs.sendAll(
    tx,
    "incident",
    which.map((data) => ({ data })),
  );

export type Told = {
  incidentId: string;
  /** Made by the browser: sending twice tells once. */
  key: string;
  text: UpdateText;
};

/**
 * Tells every open ticket the same, each in its language and with its next time.
 * @throws Problem `promise_in_past`, `incident_text_missing`, `incident_has_no_tickets`, `incident_changed`.
 */
export const tellAll = (
  deps: Deps,
  agent: Agent,
  { promiseAt, ...told }: Told & { promiseAt: Date },
): Promise<{ tickets: number }> =>
  toAll(deps, agent, told, async () => {
    if (promiseAt <= deps.now()) throw new Problem("promise_in_past");
    return { kind: "reply", promiseAt, causeTag: "" };
  });

/** Solves every open ticket with one cause, and asks each customer whether it holds. */
export const solveAll = (
  deps: Deps,
  agent: Agent,
  { causeTag, ...told }: Told & { causeTag: CauseTag },
): Promise<{ tickets: number }> =>
  toAll(deps, agent, told, async () => {
    if (!causeTags.includes(causeTag)) throw new Problem("cause_required");
    return { kind: "solve", promiseAt: null, causeTag };
  });

function toAll(
  deps: Deps,
  agent: Agent,
  { incidentId, key, text }: Told,
  what: () => Promise<Pick<NewUpdate, "kind" | "promiseAt" | "causeTag">>,
): Promise<{ tickets: number }> {
  return deps.db.$transaction(async (tx) => {
    const incident = await lockIncident(tx, incidentId);
    await assertLeading(deps, tx, agent);
    assertState(incident, "open", "resolved");
    const tickets = await openMembers(tx, incidentId);
    if (tickets.length === 0) throw new Problem("incident_has_no_tickets");
    const locales = tickets.map(({ locale }) => locale);
    const [missing] = unwritten(text, locales);
    if (missing) throw new Problem("incident_text_missing", { language: missing });
    const update = { id: key, incidentId, text, ...(await what()) };
    await send(deps, tx, agent, update, tickets);
    return { tickets: tickets.length };
  });
}

/** Rings again for what an update hasn't reached; what is done stays done. */
export function sendAgain(deps: Deps, agent: Agent, incidentId: string): Promise<void> {
  return deps.db.$transaction(async (tx) => {
    await assertLeading(deps, tx, agent);
    await ring(deps, tx, await undelivered(tx, incidentId));
  });
}
