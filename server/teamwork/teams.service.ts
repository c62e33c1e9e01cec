/** The teams there are, for whoever hands work to one. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import type { Team } from "../triage/ruleset.ts";

export const teamsNow = async (deps: Deps, tx: Tx): Promise<readonly Team[]> =>
  (await deps.settings.current("teams", tx)).document.teams;
