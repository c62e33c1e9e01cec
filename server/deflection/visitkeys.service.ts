/** Which visit each beacon belongs to, also when it runs over midnight. */
import type { Tx } from "../db.ts";
import { lastSeen } from "./events.repo.ts";
import { defaultParams } from "./events.ts";
import { keysUnder, type Sender, type VisitKey } from "./keys.service.ts";
import { type KeptSalt, keptSalts } from "./salts.repo.ts";

const dayMs = 86_400_000;

/**
 * One key for each beacon, in the given order (oldest first): today's, or yesterday's where that one
 * was seen within the last 30 minutes.
 */
export async function visitKeysOf(
  tx: Tx,
  beacons: readonly { sender: Sender; at: Date }[],
): Promise<bigint[]> {
  const salts = await saltsByDay(tx, beacons);
  const candidates = beacons.map(({ sender, at }) => keysUnder(salts.get(dayOf(at))!, sender));
  const yesterdays = candidates.flatMap((keys) => keyOfAge(keys, 1) ?? []);
  // Beacons taken in together are moments apart: the first one's half hour is everybody's.
  const since = new Date(beacons[0]!.at.getTime() - defaultParams.visitGap);
  const seen = await lastSeen(tx, yesterdays, since);
  return beacons.map(({ at }, i) => {
    const yesterday = keyOfAge(candidates[i]!, 1);
    const goesOn = yesterday !== undefined && seen.has(yesterday);
    const key = goesOn ? yesterday : keyOfAge(candidates[i]!, 0)!;
    seen.set(key, at);
    return key;
  });
}

const dayOf = (at: Date): number => Math.floor(at.getTime() / dayMs);
const keyOfAge = (keys: readonly VisitKey[], age: number): bigint | undefined =>
  keys.find((known) => known.age === age)?.key;

/** Beacons taken in around midnight belong to two days. */
async function saltsByDay(
  tx: Tx,
  beacons: readonly { at: Date }[],
): Promise<Map<number, KeptSalt[]>> {
  const days = new Map(beacons.map(({ at }) => [dayOf(at), at]));
  const salts = new Map<number, KeptSalt[]>();
  for (const [day, at] of days) salts.set(day, await keptSalts(tx, at));
  return salts;
}
