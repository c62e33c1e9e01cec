/** Figures that are no clocks of the cache: worked out of the logs of the few tickets that have them. */
import type { Deps } from "../deps.ts";
import { firstResolutionOf, firstSolvedAt } from "../sla/firstresolution.ts";
import { literalAckOf } from "../sla/literalack.ts";
import type { LogEvent } from "../sla/log.ts";
import { settingsOf } from "../sla/reading.ts";
import { clockLogs } from "../tickets/tickets.repo.ts";
import { openedTickets, reopenedTickets } from "./derived.repo.ts";
import type { Period } from "./period.ts";
import type { Beside, DerivedClock } from "./told.repo.ts";

/**
 * What is told beside the cached clocks of a period. The first resolution of a ticket that was never
 * opened again is its resolution, so only the others are read.
 */
export async function besideClocks(deps: Deps, period: Period): Promise<Beside> {
  const [reopened, opened] = await Promise.all([
    reopenedTickets(deps.db, period),
    openedTickets(deps.db, period),
  ]);
  const logs = await clockLogs(deps.db, [...new Set([...reopened, ...opened])]);
  const clocks = [
    ...(await Promise.all(reopened.map((id) => firstResolution(deps, id, logs.get(id)!)))),
    ...opened.map((id) => literalAck(id, logs.get(id)!, deps.now().getTime())),
  ];
  return { reopened, clocks: clocks.filter((clock) => clock !== null) };
}

async function firstResolution(
  deps: Deps,
  ticketId: string,
  log: readonly LogEvent[],
): Promise<DerivedClock | null> {
  const solvedAt = firstSolvedAt(log, deps.now().getTime());
  if (solvedAt === null) return null;
  const book = await deps.settings.version("sla", settingsOf(log, solvedAt).version);
  const clock = firstResolutionOf(log, book, solvedAt);
  if (!clock) return null;
  const { state, startedAt, dueAt, stoppedAt, breachedAt } = clock;
  return {
    ...{ ticketId, metric: "first_resolution", state },
    ...dated({ startedAt, dueAt, stoppedAt, breachedAt }),
  };
}

function literalAck(ticketId: string, log: readonly LogEvent[], now: number): DerivedClock | null {
  const found = literalAckOf(log, now);
  if (!found) return null;
  const { openedAt, dueAt, ackedAt, met } = found;
  return {
    ...{ ticketId, metric: "literal_ack" },
    state: met === null ? "running" : met ? "met" : "breached",
    ...dated({
      startedAt: openedAt,
      dueAt,
      stoppedAt: ackedAt,
      breachedAt: met === false ? dueAt : null,
    }),
  };
}

type Times<T> = { startedAt: T; dueAt: T; stoppedAt: T; breachedAt: T };

const date = (at: number | null) => (at === null ? null : new Date(at));
const dated = ({ startedAt, dueAt, stoppedAt, breachedAt }: Times<number | null>) => ({
  startedAt: date(startedAt),
  dueAt: date(dueAt),
  stoppedAt: date(stoppedAt),
  breachedAt: date(breachedAt),
});
