/** Putting open tickets under newer settings: asked for by a person, done by a job in batches. */
import { z } from "zod";
import type { Tx } from "../db.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { audit, staffNames } from "../settings/settings.repo.ts";
import { record } from "../tickets/record.service.ts";
import { policyFor } from "./book.ts";
import { countOlder, lastRecompute, openByVersion, takeOlder } from "./recompute.repo.ts";

const batch = 100;

/** Tickets that another transaction holds are tried again after this many milliseconds. */
const pause = 2000;

export const recomputeJobSchema = z.object({
  version: z.int().positive(),
  /** Who asked for it. */
  userId: z.string(),
});
type Job = z.infer<typeof recomputeJobSchema>;

/**
 * Has all open tickets counted by the settings in force, and writes down who wanted it.
 * @param version the one that was seen. @throws Problem `setting_changed` when another is in force.
 */
export function startRecompute(
  deps: Deps,
  agent: Agent,
  version: number,
): Promise<{ tickets: number }> {
  return deps.db.$transaction(async (tx) => {
    const inForce = await deps.settings.current("sla", tx);
    if (inForce.version !== version) throw new Problem("setting_changed");
    const tickets = await countOlder(tx, version);
    if (tickets === 0) return { tickets };
    await audit(tx, {
      at: deps.now(),
      userId: agent.id,
      action: "clocks_recomputed",
      subject: "sla",
      data: { version, tickets },
    });
    await deps.jobs.send(tx, "recompute", { version, userId: agent.id } satisfies Job);
    return { tickets };
  });
}

/**
 * Goes on until no ticket is left that an earlier version counts. A ticket that has been put under
 * this version, or was made under a later one, is not taken: twice, or by two workers, changes nothing.
 */
export async function recompute(deps: Deps, job: Job): Promise<void> {
  for (;;) {
    const taken = await deps.db.$transaction((tx) => recomputeBatch(deps, tx, job), {
      timeout: 60_000,
    });
    if (taken === 0) break;
  }
  await deps.db.$transaction(async (tx) => {
    if ((await countOlder(tx, job.version)) === 0) return;
    await deps.jobs.send(tx, "recompute", job, new Date(deps.now().getTime() + pause));
  });
}

async function recomputeBatch(deps: Deps, tx: Tx, { version, userId }: Job): Promise<number> {
  const book = await deps.settings.version("sla", version, tx);
  const tickets = await takeOlder(tx, version, batch);
  const at = deps.now().getTime();
  for (const { id, ...facts } of tickets)
    await record(deps, tx, id, { kind: "agent", id: userId }, [
      { type: "sla_applied", at, version, policy: policyFor(book, facts).id },
    ]);
  return tickets.length;
}

const recordedSchema = z.object({ version: z.int(), tickets: z.int() });

/**
 * Open tickets by the version that counts them, and the last time they were put under a newer one:
 * `left` of its `tickets` are still to be done.
 */
export async function running(deps: Deps) {
  const [versions, last, staff] = await Promise.all([
    openByVersion(deps.db),
    lastRecompute(deps.db),
    staffNames(deps.db),
  ]);
  if (!last) return { versions, last: null };
  const { version, tickets } = recordedSchema.parse(last.data);
  const by = last.userId && (staff.get(last.userId)?.name ?? null);
  const left = versions
    .filter((row) => row.version < version)
    .reduce((sum, row) => sum + row.tickets, 0);
  return { versions, last: { version, tickets, left, at: last.at, by } };
}
