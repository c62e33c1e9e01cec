/** Turns the visit log into visits and episodes: only what was touched since the last time. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { eventsOf } from "./events.repo.ts";
import { defaultParams } from "./events.ts";
import { reportDay } from "./reportday.ts";
import {
  claimSessions,
  markSessionsDone,
  replaceSessions,
  sessionsDoneTo,
  touchedKeys,
} from "./sessions.repo.ts";
import { sessionsOf } from "./sessions.ts";

const minute = 60_000;
const day = 86_400_000;
/** Events may be stored this long after the time they bear: held by the browser, then by ingest. */
const latest = 15 * minute;
/** No key lives as long as this, so everything of a key lies within it. */
const keyLife = 6 * day;
const chunk = 500;

/**
 * Brings visits and episodes up to date: new events, late contacts, and what has become mature by
 * time passing. Safe to repeat, and by two workers at once.
 * @returns keys looked at; 0 also when another worker is at it.
 */
export function sessionise(deps: Deps): Promise<number> {
  return deps.db.$transaction(
    async (tx) => {
      if (!(await claimSessions(tx))) return 0;
      const now = deps.now();
      const doneTo = await sessionsDoneTo(tx);
      const young = new Date(Math.max(0, Math.min(doneTo.getTime(), now.getTime()) - keyLife));
      const keys = await touchedKeys(tx, {
        since: new Date(Math.max(0, doneTo.getTime() - latest)),
        ripe: new Date(now.getTime() - defaultParams.contactWindow),
        readRipe: new Date(now.getTime() - defaultParams.articleFollow),
        young,
      });
      for (let i = 0; i < keys.length; i += chunk)
        await rebuild(tx, keys.slice(i, i + chunk), young, now);
      await markSessionsDone(tx, now);
      return keys.length;
    },
    // The first run after a long silence may have weeks to look at.
    { timeout: 600_000 },
  );
}

async function rebuild(tx: Tx, keys: bigint[], from: Date, now: Date): Promise<void> {
  const rows = await eventsOf(tx, keys, from);
  const sessions = sessionsOf(rows, now.getTime(), defaultParams);
  await replaceSessions(tx, keys, from, sessions, reportDay);
}
