/** A block of the lead's page as comma-separated values: as many rows as its number says. */
import type { Deps } from "../deps.ts";
import { csvOf } from "../insight/csv.ts";
import type { Block } from "./blocks.ts";
import { brokenToday, climbed, dueSoon } from "./board.service.ts";
import { listLateClocks } from "./lead.repo.ts";
import { loadOf } from "./load.service.ts";
import { silenceList } from "./silence.service.ts";

const named = ["number", "subject", "priority", "owner"] as const;

const files: Record<Block, (deps: Deps) => Promise<string>> = {
  silence: async (deps) =>
    csvOf([...named, "since", "seconds", "nextPromise"], await silenceList(deps)),
  promises_due: async (deps) => csvOf([...named, "due"], await dueSoon(deps)),
  promises_broken: async (deps) => csvOf([...named, "due", "answered"], await brokenToday(deps)),
  load: async (deps) =>
    csvOf(
      ["name", "role", "presence", "open", "maxLoad", "running", "nextDue", "afterHours"],
      await loadOf(deps),
    ),
  escalated: async (deps) => {
    const rows = await climbed(deps);
    const plain = rows.map(({ levelName, ...row }) => ({ ...row, level: levelName.en }));
    return csvOf([...named, "level", "cause", "since"], plain);
  },
  clocks: async (deps) =>
    csvOf([...named, "metric", "due", "state"], await listLateClocks(deps.db, deps.now())),
};

export const blockFile = (deps: Deps, block: Block): Promise<string> => files[block](deps);
