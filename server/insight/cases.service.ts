/** Keeps what reports of the desk count true to the tickets' logs. */
import type { Deps } from "../deps.ts";
import { claimCases, grownTickets, readCases } from "./cases.repo.ts";

const chunk = 1000;

/**
 * Reads every ticket anew whose log has grown. Each chunk is a transaction of its own: killed half-way,
 * the rest is read the next time. Safe to repeat, and by two workers at once.
 * @returns tickets read.
 */
export async function readGrownCases(deps: Pick<Deps, "db">): Promise<number> {
  for (let done = 0; ; ) {
    const read = await readSome(deps);
    done += read;
    if (read < chunk) return done;
  }
}

const readSome = (deps: Pick<Deps, "db">): Promise<number> =>
  deps.db.$transaction(
    async (tx) => {
      if (!(await claimCases(tx))) return 0;
      const { ids, upTo } = await grownTickets(tx, chunk);
      if (ids.length > 0) await readCases(tx, ids, upTo);
      return ids.length;
    },
    { timeout: 60_000 },
  );
