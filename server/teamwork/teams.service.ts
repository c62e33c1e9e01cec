/** The teams there are, for whoever hands work to one. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { defaultTeams } from "../triage/defaults.ts";
import type { Team } from "../triage/ruleset.ts";

export const teamsNow = async (_deps: Deps, _tx: Tx): Promise<readonly Team[]> => defaultTeams;
