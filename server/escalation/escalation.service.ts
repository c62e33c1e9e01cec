/** Climbing the ladder: each reason acts once, brings people in, and at its end asks for a decision. */
import type { Tx } from "../db.ts";
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { clocksOf } from "../sla/clocks.ts";
import { settingsOf } from "../sla/reading.ts";
import { record } from "../tickets/record.service.ts";
import { clockLog } from "../tickets/tickets.repo.ts";
import { broughtIn } from "./bringing.ts";
import { type Reason, reasonsOf } from "./causes.ts";
import {
  addStep,
  addWatchers,
  type Climber,
  climberOf,
  decideReview,
  ladderOf,
  openReview,
  removeWatcher,
  staffByLoad,
  staffByName,
  stepsOf,
  undecidedReview,
  undecidedReviews,
  watchersOf,
} from "./escalation.repo.ts";
import { climbs, pathFrom } from "./ladder.ts";
import { onCallAt } from "./oncall.ts";

/** What a step up did, for whoever has to be told. */
export type Climbed = {
  ticketId: string;
  cause: Reason["cause"];
  /** Id of the level it reached. */
  level: string;
  told: string[];
  reviewId: string | null;
};

/** Acts on every reason of a ticket that was not acted on yet. */
export async function escalateIfDue(deps: Deps, tx: Tx, ticketId: string): Promise<Climbed[]> {
  const log = await clockLog(tx, ticketId);
  const now = deps.now().getTime();
  const book = await deps.settings.version("sla", settingsOf(log, now).version, tx);
  const reasons = reasonsOf(log, clocksOf(log, book, now));
  if (reasons.length === 0) return [];
  const done = new Set((await stepsOf(tx, ticketId)).map(keyOf));
  const climbed: Climbed[] = [];
  for (const reason of reasons.filter((reason) => !done.has(keyOf(reason)))) {
    const step = await escalate(deps, tx, ticketId, reason);
    if (step) climbed.push(step);
  }
  return climbed;
}

const keyOf = ({ cause, occasion }: { cause: string; occasion: string }) => `${cause} ${occasion}`;

/** One step up for one reason; null when it was acted on before or the ladder doesn't climb for it. */
export async function escalate(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  { cause, occasion }: Reason,
): Promise<Climbed | null> {
  const ticket = await climberOf(tx, ticketId);
  const { document: ladder } = await deps.settings.current("ladder", tx);
  if (!climbs(ladder, cause, ticket.priority)) return null;
  const path = pathFrom(ladder, ladder.start[ticket.priority]);
  const steps = await stepsOf(tx, ticketId);
  const reached = Math.max(0, ...steps.map(({ level }) => level));
  const number = Math.min(reached + 1, path.length - 1);
  const level = path[number]!;
  const at = deps.now();
  const brought = broughtIn(await sceneOf(deps, tx, ladder, ticket), level);
  const told = [...new Set(brought.map(({ id }) => id))];
  const step = { ticketId, cause, occasion, level: number, at, told };
  if (!(await addStep(tx, step))) return null;
  await addWatchers(tx, ticketId, told, "escalation", at);
  const reviewId = level.review ? await reviewOf(tx, ticketId, brought, at) : null;
  await record(deps, tx, ticketId, { kind: "system", id: null }, [
    { type: "escalated", at: at.getTime(), cause, level: level.id },
  ]);
  return { ticketId, cause, level: level.id, told, reviewId };
}

async function sceneOf(
  deps: Deps,
  tx: Tx,
  ladder: Parameters<typeof broughtIn>[0]["ladder"],
  ticket: Climber,
) {
  const { document: plan } = await deps.settings.current("oncall", tx);
  const onCall = onCallAt(plan, deps.now().getTime()).map(({ person }) => person);
  return { ladder, ticket, people: await staffByLoad(tx), onCall };
}

/** A review that is still open is the one that decides this, too. */
async function reviewOf(
  tx: Tx,
  ticketId: string,
  brought: ReturnType<typeof broughtIn>,
  openedAt: Date,
): Promise<string> {
  const open = await undecidedReview(tx, ticketId);
  if (open) return open.id;
  const roles = Object.fromEntries(brought.map(({ role, id }) => [role, id]));
  return (await openReview(tx, { ticketId, openedAt, roles })).id;
}

/**
 * The written decision that ends a review, by one of the three or by whoever leads.
 * @throws Problem `reason_required` without a text, `not_found` when none is open, `not_allowed`.
 */
export function decide(
  deps: Deps,
  agent: Agent,
  { ticketId, decision }: { ticketId: string; decision: string },
): Promise<void> {
  return deps.db.$transaction(async (tx) => {
    if (!decision.trim()) throw new Problem("reason_required");
    const review = await undecidedReview(tx, ticketId);
    if (review && !mayDecide(agent, review.roles as object)) throw new Problem("not_allowed");
    const at = deps.now();
    const fields = { decision: decision.trim(), decidedAt: at, decidedById: agent.id };
    if (!review || !(await decideReview(tx, review.id, fields))) throw new Problem("not_found");
    await record(deps, tx, ticketId, { kind: "agent", id: agent.id }, [
      { type: "review_decided", at: at.getTime() },
    ]);
  });
}

/** Whoever leads, and the people named for the three roles. */
const mayDecide = ({ id, role }: Agent, roles: object): boolean =>
  role === "lead" || role === "admin" || Object.values(roles).includes(id);

/** Follows a ticket, or follows it no more. */
export const follow = (deps: Deps, agent: Agent, ticketId: string): Promise<void> =>
  addWatchers(deps.db, ticketId, [agent.id], "self", deps.now());
export const unfollow = (deps: Deps, agent: Agent, ticketId: string): Promise<void> =>
  removeWatcher(deps.db, ticketId, agent.id);

/** Reviews that wait for a decision: all of them for leads, else those one is named in. */
export async function openReviews(deps: Deps, agent: Agent) {
  const all = await undecidedReviews(deps.db);
  const names = new Map((await staffByName(deps.db)).map(({ id, name }) => [id, name]));
  return all
    .filter(({ roles }) => mayDecide(agent, roles as object))
    .map(({ roles, ...review }) => ({
      ...review,
      names: [...new Set(Object.values(roles as object).map((id) => names.get(id) ?? ""))],
    }));
}

/** What the ladder did on a ticket, with the names of its levels, for the ticket's page. */
export async function ladderFor(deps: Deps, agent: Agent, ticketId: string) {
  const [{ steps, reviews }, watchers, { document: ladder }, ticket] = await Promise.all([
    ladderOf(deps.db, ticketId),
    watchersOf(deps.db, ticketId),
    deps.settings.current("ladder"),
    climberOf(deps.db, ticketId),
  ]);
  const path = pathFrom(ladder, ladder.start[ticket.priority]);
  const levelName = (level: number) => path[level]?.name[agent.locale] ?? "";
  return {
    steps: steps.map(({ cause, level, at, told }) => ({
      cause,
      at,
      told,
      level: levelName(level),
    })),
    reviews: reviews.map((review) => ({
      ...review,
      roles: review.roles as Record<string, string>,
      mayDecide: !review.decidedAt && mayDecide(agent, review.roles as object),
    })),
    watchers,
    canClimb: climbs(ladder, "by_hand", ticket.priority),
  };
}

/** Steps and reviews of a ticket. */
export const escalationsOf = (deps: Deps, ticketId: string) => ladderOf(deps.db, ticketId);
