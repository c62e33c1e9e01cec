/** Tickets join an incident and leave it; both stand in their logs. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { notify } from "../live.ts";
import { recordAll } from "../tickets/record.service.ts";
import type { ActorRef } from "../tickets/tickets.repo.ts";
import type { Incident } from "./incidents.repo.ts";
import { tie, untie } from "./members.repo.ts";

type Which = Pick<Incident, "id" | "number">;

const actor = (byId: string | null): ActorRef =>
  byId ? { kind: "agent", id: byId } : { kind: "system", id: null };

async function log(
  deps: Deps,
  tx: Tx,
  { id, number }: Which,
  type: "incident_joined" | "incident_left",
  ids: readonly string[],
  byId: string | null,
): Promise<void> {
  const event = { type, at: deps.now().getTime(), incidentId: id, number };
  await recordAll(
    deps,
    tx,
    ids.map((ticketId) => ({ ticketId, actor: actor(byId), event })),
  );
  await notify(tx, { kind: "incident", id });
}

/** Those that belong to another one, or were merged away, stay where they are. @returns who joined. */
export async function join(
  deps: Deps,
  tx: Tx,
  incident: Which,
  ticketIds: readonly string[],
  byId: string | null,
): Promise<string[]> {
  const joined = await tie(tx, incident.id, ticketIds);
  await log(deps, tx, incident, "incident_joined", joined, byId);
  return joined;
}

/** @param ticketIds all when absent. */
export async function leave(
  deps: Deps,
  tx: Tx,
  incident: Which,
  byId: string,
  ticketIds?: string[],
): Promise<void> {
  const gone = await untie(tx, incident.id, ticketIds);
  await log(deps, tx, incident, "incident_left", gone, byId);
}
