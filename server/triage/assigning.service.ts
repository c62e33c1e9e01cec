/** From a team to a person of it. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { onCallAt } from "../escalation/oncall.ts";
import type { LogEvent, Priority } from "../sla/log.ts";
import { type Assignment, assign, type Candidate } from "./assign.ts";
import { teamOf, type Worker, workersOf } from "./people.repo.ts";
import { type Placement, seniorEnough } from "./placement.ts";
import type { RuleSet, Team } from "./ruleset.ts";
import type { JudgedTicket } from "./triage.repo.ts";

/** Ids of those who are on call now. */
export async function onCallNow(deps: Deps, tx: Tx): Promise<string[]> {
  const { document } = await deps.settings.current("oncall", tx);
  return onCallAt(document, deps.now().getTime()).map(({ person }) => person);
}

/** Whether somebody may have a ticket of this priority: a P0 is nothing for a junior team. */
export async function isSeniorEnough(
  deps: Deps,
  tx: Tx,
  priority: Priority,
  userId: string,
): Promise<boolean> {
  if (priority !== "P0") return true;
  const team = await teamOf(tx, userId);
  const { document } = await deps.settings.current("teams", tx);
  return seniorEnough(priority, team, document) === team;
}

type Subject = { module: string; category: string };

/** Who of the team gets it, or why nobody does. Chooses only; the caller saves. */
export async function give(
  deps: Deps,
  tx: Tx,
  subject: Subject,
  to: { priority: Priority; team: string },
  { teams }: RuleSet,
): Promise<Assignment> {
  const team = teams.find(({ id }) => id === to.team);
  const workers = team ? await workersOf(tx, team.id, deps.now()) : [];
  if (!team || workers.length === 0) return { agentId: null, because: "nobody_in_team" };
  const onCall = await onCallNow(deps, tx);
  const people = workers.map((worker) => candidate(worker, team, onCall));
  const skill = skillFor(subject, team);
  const work = { priority: to.priority, team, at: deps.now().getTime(), ...(skill && { skill }) };
  return assign(work, people);
}

const candidate = (worker: Worker, team: Team, onCall: readonly string[]): Candidate => ({
  ...{ id: worker.id, skills: worker.skills, open: worker.open, limit: worker.limit },
  ...{ teams: [team.id], level: team.level, hours: null },
  present: worker.presence === "online",
  onCall: onCall.includes(worker.id),
  lastAssignedAt: worker.lastAssignedAt?.getTime() ?? null,
});

/** A product or topic that the team lists among its skills asks for somebody who has it. */
const skillFor = ({ module, category }: Subject, { skills }: Team): string | undefined =>
  [module, category].find((wanted) => wanted !== "" && skills.includes(wanted));

export type Moved = {
  assigneeId: string | null;
  /** Why nobody has it; null when somebody does, or nobody was looked for. */
  nobody: Extract<Assignment, { agentId: null }>["because"] | null;
  given: Assignment | { agentId: string | null; because: "kept" };
  events: LogEvent[];
};

/** Somebody who has begun keeps the ticket when its team changes, unless it outgrew them. */
export async function moveTo(
  deps: Deps,
  tx: Tx,
  ticket: JudgedTicket,
  to: Placement,
  set: RuleSet,
): Promise<Moved> {
  const at = deps.now().getTime();
  const { assigneeId, status, team } = ticket;
  const outgrown = to.priority === "P0" && seniorEnough("P0", team, set) !== team;
  const changed = changes(ticket, to, at);
  if (to.team === team) {
    return {
      assigneeId,
      nobody: null,
      given: { agentId: assigneeId, because: "kept" },
      events: changed,
    };
  }
  if (assigneeId && status !== "new" && !outgrown) {
    const given = { agentId: assigneeId, because: "kept" as const };
    const moved: LogEvent = { type: "assigned", at, teamId: to.team };
    return { assigneeId, nobody: null, given, events: [...changed, moved] };
  }
  const given = await give(deps, tx, ticket, to, set);
  const event: LogEvent = { type: "assigned", at, teamId: to.team, agentId: given.agentId };
  return { ...placed(given), events: [...changed, event] };
}

export const placed = (given: Assignment): Omit<Moved, "events"> => ({
  assigneeId: given.agentId,
  nobody: given.agentId === null ? given.because : null,
  given,
});

function changes(from: Placement, to: Placement, at: number): LogEvent[] {
  const events: LogEvent[] = [];
  if (from.priority !== to.priority)
    events.push({ type: "priority_changed", at, from: from.priority, to: to.priority });
  if (from.kind !== to.kind)
    events.push({ type: "kind_changed", at, from: from.kind, to: to.kind });
  if (from.level !== to.level) events.push({ type: "level_changed", at, to: to.level });
  return events;
}
