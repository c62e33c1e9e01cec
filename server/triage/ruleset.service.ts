/** The rules in force, put together from the settings they stand in. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import type { Calendars } from "../sla/book.ts";
import { ruleSetOf } from "./documents.ts";
import type { RuleSet } from "./ruleset.ts";

export type RulesInForce = {
  set: RuleSet;
  /** Versions of the settings kinds `triage` and `teams`. */
  version: number;
  teamsVersion: number;
};

export async function rulesInForce(deps: Deps, tx: Tx = deps.db): Promise<RulesInForce> {
  const triage = await deps.settings.current("triage", tx);
  const teams = await deps.settings.current("teams", tx);
  const set = ruleSetOf(triage.document, teams.document, await calendarsInForce(deps, tx));
  return { set, version: triage.version, teamsVersion: teams.version };
}

/** For `hour_in`: those that clocks are counted by. */
export const calendarsInForce = async (deps: Deps, tx: Tx = deps.db): Promise<Calendars> =>
  (await deps.settings.current("sla", tx)).document.calendars;
