/** Whose customers have waited too long for a word. */
import type { Deps } from "../deps.ts";
import type { LogEvent, Priority } from "../sla/log.ts";
import { settingsOf } from "../sla/reading.ts";
import { isTooSilent, standingSilence } from "../sla/silence.ts";
import { workingHoursOf } from "../sla/workinghours.ts";
import type { SilentRow } from "./blocks.ts";
import { type Quiet, quietTickets, silenceLogs } from "./lead.repo.ts";

/** The longest first. */
export async function silenceList(deps: Deps): Promise<SilentRow[]> {
  const quiet = await quietTickets(deps.db, deps.now());
  const logs = await silenceLogs(
    deps.db,
    quiet.map(({ id }) => id),
  );
  const rows = await Promise.all(quiet.map((ticket) => rowOf(deps, ticket, logs.get(ticket.id)!)));
  return rows.filter((row) => row !== null).sort((a, b) => b.seconds - a.seconds);
}

async function rowOf(
  deps: Deps,
  { id: _, ...ticket }: Quiet,
  log: readonly LogEvent[],
): Promise<SilentRow | null> {
  const now = deps.now().getTime();
  const found = standingSilence(log, now);
  if (!found) return null;
  const { version, policy } = settingsOf(log, now);
  const hours = workingHoursOf(await deps.settings.version("sla", version), policy);
  if (!isTooSilent(found, ticket.priority as Priority, hours, now)) return null;
  return { ...ticket, since: new Date(found.from), seconds: found.seconds };
}
