/** The rhythm: are promises kept, and does everybody hear of us. */
import type { Deps } from "../deps.ts";
import { silencesOf } from "../sla/silence.ts";
import { clockLogs } from "../tickets/tickets.repo.ts";
import { countClocks } from "./attainment.repo.ts";
import { shareOf } from "./measures.ts";
import { type Filter, periodOf } from "./period.ts";
import { countRhythm, type GapBound, gapBounds } from "./silence.repo.ts";

type Of = Parameters<typeof gapBounds>[1];

/** The longest silence of the period's tickets. */
export type Longest = {
  number: number;
  subject: string;
  from: Date;
  /** Null while it goes on. */
  to: Date | null;
  /** On the wall, without waiting for the customer. */
  seconds: number;
};

export async function rhythm(deps: Deps, filter: Filter) {
  const { from, to, ...cut } = filter;
  const of = { cut, period: periodOf({ from, to }), now: deps.now() };
  const nothing = { reopened: [], clocks: [] };
  const [promises, heard, longest] = await Promise.all([
    countClocks(deps.db, { ...of, beside: nothing }, ["promise"]),
    countRhythm(deps.db, of),
    longestSilence(deps, of),
  ]);
  const count = (outcome: string) =>
    promises.filter((row) => row.outcome === outcome).reduce((sum, row) => sum + row.count, 0);
  return {
    /** Kept ÷ (kept + broken), of those that came due in the period. */
    kept: shareOf("attainment_promise", count("met"), count("met") + count("missed")),
    /** Tickets received in the period, by whether they ever waited longer than their cadence. */
    silent: shareOf("silence_rate", heard.silent, heard.tickets),
    longest,
  };
}

const batch = 100;

/**
 * Storage knows for each ticket how long its silence can be at most; the rule says how long it was.
 * So only the few logs are read that can hold the longest, and the answer is exact all the same.
 */
async function longestSilence(deps: Deps, of: Of): Promise<Longest | null> {
  let best: Longest | null = null;
  for (let skip = 0; ; skip += batch) {
    const bounds = await gapBounds(deps.db, of, { skip, take: batch });
    const open = bounds.filter(({ seconds }) => seconds > (best?.seconds ?? 0));
    best = longer(best, await longestOf(deps, of.now, open));
    const next = bounds.at(-1)?.seconds ?? 0;
    if (bounds.length < batch || next <= (best?.seconds ?? 0)) return best;
  }
}

async function longestOf(
  deps: Deps,
  now: Date,
  bounds: readonly GapBound[],
): Promise<Longest | null> {
  const logs = await clockLogs(
    deps.db,
    bounds.map(({ id }) => id),
  );
  const all = bounds.flatMap(({ id, number, subject }) =>
    silencesOf(logs.get(id)!, now.getTime()).map(({ from, to, seconds }) => ({
      ...{ number, subject, seconds },
      from: new Date(from),
      to: to === null ? null : new Date(to),
    })),
  );
  return all.reduce<Longest | null>(longer, null);
}

const longer = (a: Longest | null, b: Longest | null): Longest | null =>
  a && b ? (b.seconds > a.seconds ? b : a) : (a ?? b);
