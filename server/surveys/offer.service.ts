import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { record } from "../tickets/record.service.ts";
import { insertSurvey } from "./surveys.repo.ts";

/**
 * Asks how it was, once in a ticket's life. It is asked at closing: every ticket passes there,
 * whether the customer agreed, kept silent or was told a plan, and the question whether the solution
 * holds has been answered by then.
 * @returns whether this was the first time.
 */
export async function offerSurvey(deps: Deps, tx: Tx, ticketId: string): Promise<boolean> {
  const at = deps.now();
  if (!(await insertSurvey(tx, ticketId, at))) return false;
  const sent = { type: "survey_sent", at: at.getTime() } as const;
  await record(deps, tx, ticketId, { kind: "system", id: null }, [sent]);
  return true;
}
