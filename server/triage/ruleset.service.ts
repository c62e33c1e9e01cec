/** The rules in force, put together from the settings they stand in. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import type { InForce } from "../settings/reader.service.ts";
import type { Calendars } from "../sla/book.ts";
import { ruleSetOf } from "./documents.ts";
import type { RuleSet } from "./ruleset.ts";

export type RulesInForce = {
  set: RuleSet;
  /** Versions of the settings kinds `triage` and `teams`. */
  version: number;
  teamsVersion: number;
  /** Settings by which clocks are counted: the rules read its calendars. */
  sla: InForce<"sla">;
};

export const rulesInForce = async (deps: Deps, tx: Tx = deps.db): Promise<RulesInForce> =>
  rulesOf(await deps.settings.currents(["triage", "teams", "sla"], tx));

/** The same of settings that were read already. */
export function rulesOf({
  triage,
  teams,
  sla,
}: {
  [K in "triage" | "teams" | "sla"]: InForce<K>;
}): RulesInForce {
  const set = ruleSetOf(triage.document, teams.document, sla.document.calendars);
  return { set, version: triage.version, teamsVersion: teams.version, sla };
}

/** For `hour_in`: those that clocks are counted by. */
export const calendarsInForce = async (deps: Deps, tx: Tx = deps.db): Promise<Calendars> =>
  (await deps.settings.current("sla", tx)).document.calendars;
