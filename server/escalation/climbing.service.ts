/** Climbing the ladder: each reason acts once, brings people in, and at its end asks for a decision. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import type { Clock } from "../sla/clock.ts";
import type { LogEvent } from "../sla/log.ts";
import { derive, recordAll } from "../tickets/record.service.ts";
import { clockLog } from "../tickets/tickets.repo.ts";
import { broughtIn } from "./bringing.ts";
import { type Reason, reasonsOf } from "./causes.ts";
import {
  addSteps,
  addWatchers,
  climbersOf,
  openReviewsOf,
  type Step as StoredStep,
  staffByLoad,
} from "./escalation.repo.ts";
import type { LadderLevel } from "./ladder.ts";
import { onCallAt } from "./oncall.ts";
import { stepsUp } from "./steps.ts";

/** What a step up did, for whoever has to be told. */
export type Climbed = {
  ticketId: string;
  cause: Reason["cause"];
  /** Id of the level it reached. */
  level: string;
  told: string[];
  reviewId: string | null;
};

/** A ticket with its log and its clocks as they are now. */
export type Known = { ticketId: string; log: readonly LogEvent[]; clocks: readonly Clock[] };

/** Acts on every reason of a ticket that was not acted on yet. */
export async function escalateIfDue(deps: Deps, tx: Tx, ticketId: string): Promise<Climbed[]> {
  const log = await clockLog(tx, ticketId);
  const { clocks } = await derive(deps, tx, ticketId, log);
  return escalateAllDue(deps, tx, [{ ticketId, log, clocks }]);
}

/** The same of many tickets at once. */
export function escalateAllDue(deps: Deps, tx: Tx, known: readonly Known[]): Promise<Climbed[]> {
  const reasons = known.map(
    ({ ticketId, log, clocks }) => [ticketId, reasonsOf(log, clocks)] as const,
  );
  return climb(deps, tx, new Map(reasons.filter(([, found]) => found.length > 0)));
}

/** One step up for one reason; null when it was acted on before or the ladder doesn't climb for it. */
export async function escalate(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  reason: Reason,
): Promise<Climbed | null> {
  const [climbed] = await climb(deps, tx, new Map([[ticketId, [reason]]]));
  return climbed ?? null;
}

/** A step that is to be taken, as it is stored, and what comes with it. */
type Planned = StoredStep & { cause: Reason["cause"]; rung: LadderLevel; roles: object };

/** Takes each of these steps that nobody took before. */
async function climb(
  deps: Deps,
  tx: Tx,
  reasons: ReadonlyMap<string, readonly Reason[]>,
): Promise<Climbed[]> {
  const planned = reasons.size > 0 ? await plan(deps, tx, reasons) : [];
  if (planned.length === 0) return [];
  const steps = await addSteps(tx, planned);
  await addWatchers(tx, steps.flatMap(watchersOf));
  const reviews = await openReviewsOf(
    tx,
    steps
      .filter(({ rung }) => rung.review)
      .map(({ ticketId, at, roles }) => ({ ticketId, openedAt: at, roles })),
  );
  await recordAll(deps, tx, steps.map(entryOf));
  return steps.map(({ ticketId, cause, rung, told }) => ({
    ...{ ticketId, cause, level: rung.id, told },
    reviewId: rung.review ? reviews.get(ticketId)! : null,
  }));
}

/** Which steps are to be taken, and whom each brings in. */
async function plan(
  deps: Deps,
  tx: Tx,
  reasons: ReadonlyMap<string, readonly Reason[]>,
): Promise<Planned[]> {
  const { document: ladder } = await deps.settings.current("ladder", tx);
  const tickets = await climbersOf(tx, [...reasons.keys()]);
  const steps = tickets.flatMap((ticket) =>
    stepsUp(ladder, ticket.priority, ticket.escalations, reasons.get(ticket.id)!).map((step) => ({
      ...{ ticket, step },
    })),
  );
  if (steps.length === 0) return [];
  const scene = { ladder, ...(await peopleOf(deps, tx)) };
  return steps.map(({ ticket, step: { cause, occasion, number, level } }) => {
    const brought = broughtIn({ ...scene, ticket }, level);
    const told = [...new Set(brought.map(({ id }) => id))];
    const roles = Object.fromEntries(brought.map(({ role, id }) => [role, id]));
    const step = { ticketId: ticket.id, cause, occasion, level: number, at: deps.now(), told };
    return { ...step, rung: level, roles };
  });
}

async function peopleOf(deps: Deps, tx: Tx) {
  const { document: rota } = await deps.settings.current("oncall", tx);
  const onCall = onCallAt(rota, deps.now().getTime()).map(({ person }) => person);
  return { people: await staffByLoad(tx), onCall };
}

const watchersOf = ({ ticketId, told, at }: Planned) =>
  told.map((userId) => ({ ticketId, userId, reason: "escalation", at }));

const entryOf = ({ ticketId, at, cause, rung }: Planned) => ({
  ...{ ticketId, actor: { kind: "system", id: null } as const },
  event: { type: "escalated", at: at.getTime(), cause, level: rung.id } as const,
});
