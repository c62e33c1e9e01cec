/** Who decides about incidents: leads, administrators, and whoever is on call at this moment. */
import type { Tx } from "../db.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { onCallNow } from "../triage/assigning.service.ts";

export async function mayLead(deps: Deps, tx: Tx, { id, role }: Agent): Promise<boolean> {
  if (role === "lead" || role === "admin") return true;
  return (await onCallNow(deps, tx)).includes(id);
}

/** @throws Problem `not_allowed`. */
export async function assertLeading(deps: Deps, tx: Tx, agent: Agent): Promise<void> {
  if (!(await mayLead(deps, tx, agent))) throw new Problem("not_allowed");
}
