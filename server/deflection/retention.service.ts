/** What the visit log keeps, and for how long. Safe to repeat, and by two servers at once. */
import type { Deps } from "../deps.ts";
import { type Month, monthOf, monthsBetween } from "./months.ts";
import {
  addPartition,
  dropPartition,
  lockPartitions,
  partitionedMonths,
} from "./partitions.repo.ts";
import { forgetSalts } from "./salts.repo.ts";
import { forgetKeys } from "./sessions.repo.ts";

const day = 86_400_000;
/** Raw events, and the keys on what is made of them. */
const rawDays = 90;
const episodeDays = 396;

/**
 * The months around now have a partition each, two ahead: called before the first request, because
 * a ticket writes into the visit log too.
 * @param from also the months since then, for events of the past.
 */
export async function makePartitions(deps: Deps, from: Date = deps.now()): Promise<void> {
  const first = monthOf(from, -1).from;
  const wanted = monthsBetween(first, monthOf(deps.now(), 2).from);
  const known = new Set(await partitionedMonths(deps.db));
  const missing = wanted.filter(({ name }) => !known.has(name));
  // Making one locks the whole log for a moment: not done without need.
  if (missing.length > 0) await addAll(deps, missing);
}

const addAll = (deps: Deps, months: readonly Month[]): Promise<void> =>
  deps.db.$transaction(async (tx) => {
    await lockPartitions(tx);
    for (const month of months) await addPartition(tx, month);
  });

/** Daily: partitions ahead, and away with what is too old to keep. */
export async function keepVisitLog(deps: Deps): Promise<void> {
  await makePartitions(deps);
  const now = deps.now().getTime();
  await forgetSalts(deps.db, deps.now());
  const oldest = monthOf(new Date(now - rawDays * day)).name;
  for (const name of await partitionedMonths(deps.db))
    if (name < oldest) await dropPartition(deps.db, name);
  await forgetKeys(deps.db, new Date(now - rawDays * day), new Date(now - episodeDays * day));
}
