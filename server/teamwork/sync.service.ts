/** The daily sync at ten: who has still to write a line, what was written, and who missed it. */
import type { Tx } from "../db.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { notify } from "../live.ts";
import { onSyncMissed } from "../reactions.ts";
import { gradeAt } from "../sla/clocks.ts";
import { deskHours } from "../sla/deskhours.ts";
import type { LogEvent, Priority } from "../sla/log.ts";
import { settingsOf } from "../sla/reading.ts";
import { clockLog, clockLogs, lockTicket } from "../tickets/tickets.repo.ts";
import { lineOf, type Owed, owedLines, type Span, saveLine } from "./sync.repo.ts";
import { comingSync, lastSync, type Sync } from "./sync.ts";
import { teamOf } from "./tasks.repo.ts";
import { teamsNow } from "./teams.service.ts";

const isLeading = ({ role }: Agent) => role === "lead" || role === "admin";

/** Lines to write for the next sync, of one's own team; leads see every team's. */
export async function syncFor(deps: Deps, agent: Agent) {
  const team = await teamOf(deps.db, agent.id);
  const owed = await owedLines(deps.db, isLeading(agent) ? null : team);
  const logs = await clockLogs(
    deps.db,
    owed.map(({ ticketId }) => ticketId),
  );
  const teams = await teamsNow(deps, deps.db);
  const rows = [];
  for (const row of owed) {
    const sync = comingSync(
      ...(await rhythmOf(deps, deps.db, logs.get(row.ticketId)!)),
      deps.now().getTime(),
    );
    const line = await lineOf(deps.db, row.ticketId, row.team, spanOf(sync));
    const name = teams.find(({ id }) => id === row.team)?.name[agent.locale] ?? row.team;
    rows.push({ ...row, teamName: name, syncAt: new Date(sync.at), line });
  }
  return { team, rows };
}

/** Calendar and priority that say when a ticket is told of, as they stood at an instant. */
async function rhythmOf(deps: Deps, tx: Tx, log: readonly LogEvent[], at = deps.now().getTime()) {
  const { version, policy } = settingsOf(log, at);
  const book = await deps.settings.version("sla", version, tx);
  const priority = (gradeAt(log, at)?.slice(0, 2) ?? "P3") as Priority;
  return [deskHours(book, policy), priority] as const;
}

const spanOf = ({ since, at }: Sync): Span => ({ since: new Date(since), at: new Date(at) });

/**
 * Writes a team's line for the sync that comes next.
 * @throws Problem `not_allowed` for another team's line, `not_found` where the team has no task.
 */
export function writeLine(
  deps: Deps,
  agent: Agent,
  { ticketId, team, text }: { ticketId: string; team: string; text: string },
): Promise<void> {
  return deps.db.$transaction(async (tx) => {
    if (!isLeading(agent) && team !== (await teamOf(tx, agent.id)))
      throw new Problem("not_allowed");
    await lockTicket(tx, ticketId);
    const owes = (await owedLines(tx, team)).some((row) => row.ticketId === ticketId);
    if (!owes) throw new Problem("not_found");
    const at = deps.now();
    const sync = comingSync(
      ...(await rhythmOf(deps, tx, await clockLog(tx, ticketId))),
      at.getTime(),
    );
    const key = { syncAt: new Date(sync.at), team, ticketId };
    await saveLine(tx, key, { text, byId: agent.id, at });
    await notify(tx, { kind: "ticket", id: ticketId });
  });
}

/**
 * Finds lines that were missing at the last sync, and has the lead told, once for each.
 * @returns how many were told of now.
 */
export async function sweepSyncs(deps: Deps): Promise<number> {
  let told = 0;
  for (const owed of await owedLines(deps.db, null)) if (await tellMissing(deps, owed)) told++;
  return told;
}

function tellMissing(deps: Deps, { ticketId, team, since }: Owed): Promise<boolean> {
  return deps.db.$transaction(async (tx) => {
    const log = await clockLog(tx, ticketId);
    const now = deps.now().getTime();
    const [calendar, today] = await rhythmOf(deps, tx, log);
    // Whoever was raised since was not asked for a line then.
    const [, priority] = await rhythmOf(deps, tx, log, lastSync(calendar, today, now).at);
    const sync = lastSync(calendar, priority, now);
    if (since.getTime() >= sync.at) return false;
    if (await lineOf(tx, ticketId, team, spanOf(sync))) return false;
    return onSyncMissed(deps, tx, ticketId, `sync:${team}:${sync.at}`);
  });
}
