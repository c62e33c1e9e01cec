/** The end of the ladder and the view of it: who decides, who follows, what was done. */
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { record } from "../tickets/record.service.ts";
import {
  addWatchers,
  climberOf,
  decideReview,
  ladderOf,
  removeWatcher,
  staffByName,
  undecidedReview,
  undecidedReviews,
  watchersOf,
} from "./escalation.repo.ts";
import { climbs, pathFrom } from "./ladder.ts";

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
  addWatchers(deps.db, [{ ticketId, userId: agent.id, reason: "self", at: deps.now() }]);
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
