/** What the visit log keeps, and for how long. Safe to repeat, and by two servers at once. */
import type { Deps } from "../deps.ts";
import { type Month, monthOf, monthsBetween } from "./months.ts";
import {
  addPartition,
  dropPartition,
  lockPartitions,
  partitionedMonths,
} from "./partitions.repo.ts";
import { episodeDays, rawDays } from "./retention.ts";
import { forgetSalts } from "./salts.repo.ts";
import { forgetKeys } from "./sessions.repo.ts";

const day = 86_400_000;

/**
 * Every month that is kept has a partition, and so have the next two: called before the first
 * request, because a ticket writes into the visit log too.
 */
export async function makePartitions(deps: Pick<Deps, "db" | "now">): Promise<void> {
  const wanted = monthsBetween(oldestKept(deps.now()), monthOf(deps.now(), 2).from);
  const known = new Set(await partitionedMonths(deps.db));
  const missing = wanted.filter(({ name }) => !known.has(name));
  // Making one locks the whole log for a moment: not done without need.
  if (missing.length > 0) await addAll(deps, missing);
}

const oldestKept = (now: Date): Date => new Date(now.getTime() - rawDays * day);

const addAll = (deps: Pick<Deps, "db">, months: readonly Month[]): Promise<void> =>
  deps.db.$transaction(async (tx) => {
    await lockPartitions(tx);
    for (const month of months) await addPartition(tx, month);
  });

/** Daily: partitions ahead, and away with what is too old to keep. */
export async function keepVisitLog(deps: Deps): Promise<void> {
  await makePartitions(deps);
  const now = deps.now().getTime();
  await forgetSalts(deps.db, deps.now());
  const oldest = monthOf(oldestKept(deps.now())).name;
  for (const name of await partitionedMonths(deps.db))
    if (name < oldest) await dropPartition(deps.db, name);
  await forgetKeys(deps.db, oldestKept(deps.now()), new Date(now - episodeDays * day));
}
