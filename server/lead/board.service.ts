/** The lead's page: what needs a person with an overview, now. */
import { reportDay, startOfReportDay } from "../deflection/reportday.ts";
import type { Deps } from "../deps.ts";
import { type Ladder, pathFrom } from "../escalation/ladder.ts";
import type { Priority } from "../sla/log.ts";
import type { EscalatedRow, PromiseRow } from "./blocks.ts";
import { escalatedNow, promisesBroken, promisesDue, sumLateClocks } from "./lead.repo.ts";
import { silenceList } from "./silence.service.ts";

/** Rows that the page shows of a block; the file has all. */
const shown = 50;

/** How far ahead promises are shown: time enough to help with one. */
const aheadMs = 2 * 3_600_000;

const first = <T>(rows: readonly T[]) => ({ total: rows.length, rows: rows.slice(0, shown) });

export const dueSoon = (deps: Deps): Promise<PromiseRow[]> => {
  const now = deps.now();
  return promisesDue(deps.db, now, new Date(now.getTime() + aheadMs));
};

/** Today is the desk's own day, as in the reports. */
export const brokenToday = (deps: Deps): Promise<PromiseRow[]> =>
  promisesBroken(deps.db, startOfReportDay(reportDay(deps.now())), deps.now());

export async function board(deps: Deps) {
  const [silence, due, broken, escalated, clocks] = await Promise.all([
    silenceList(deps),
    dueSoon(deps),
    brokenToday(deps),
    climbed(deps),
    sumLateClocks(deps.db, deps.now()),
  ]);
  return {
    silence: first(silence),
    promisesDue: first(due),
    promisesBroken: { ...first(broken), unanswered: broken.filter(unanswered).length },
    escalated: first(escalated),
    /** The clock with most late ones first. */
    clocks: clocks.sort((a, b) => b.breached - a.breached || b.atRisk - a.atRisk),
  };
}

const unanswered = ({ answered }: PromiseRow): boolean => answered === null;

/** With the name of the level; a ladder that was shortened since ends with its last. */
export async function climbed(deps: Deps) {
  const [rows, { document: ladder }] = await Promise.all([
    escalatedNow(deps.db),
    deps.settings.current("ladder"),
  ]);
  return rows.map((row) => ({ ...row, levelName: levelName(ladder, row) }));
}

function levelName(ladder: Ladder, { priority, level }: EscalatedRow) {
  const path = pathFrom(ladder, ladder.start[priority as Priority]);
  return path[Math.min(level, path.length - 1)]!.name;
}
