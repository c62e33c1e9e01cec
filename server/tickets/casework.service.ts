/** What is done about a ticket besides writing: its procedure, others' part, and the way up. */
import type { Agent, Deps } from "../deps.ts";
import { ladderFor } from "../escalation/escalation.service.ts";
import { linesOf } from "../teamwork/sync.repo.ts";
import { tasksOf } from "../teamwork/tasks.repo.ts";
import { teamsNow } from "../teamwork/teams.service.ts";
import { recordsOf } from "../teamwork/thirdparties.repo.ts";
import { stagesOf } from "./procedure.service.ts";
import { runsOf } from "./stages.repo.ts";

/** For the ticket's page. Names are in the agent's language; persons are ids. */
export async function workOn(deps: Deps, agent: Agent, ticketId: string) {
  const [procedure, tasks, thirdParties, ladder, lines, teams] = await Promise.all([
    procedureFor(deps, agent, ticketId),
    tasksOf(deps.db, ticketId),
    recordsOf(deps.db, ticketId),
    ladderFor(deps, agent, ticketId),
    linesOf(deps.db, ticketId),
    teamsNow(deps, deps.db),
  ]);
  const named = teams.map(({ id, name, needsEvidence = false }) => ({
    ...{ id, name: name[agent.locale], needsEvidence },
  }));
  return { procedure, tasks, thirdParties, ladder, lines, teams: named };
}

/** Stages in their order with what each asks for; those of earlier rounds, too. */
async function procedureFor(deps: Deps, { locale }: Agent, ticketId: string) {
  const [procedure, runs] = await Promise.all([
    stagesOf(deps, deps.db, ticketId),
    runsOf(deps.db, ticketId),
  ]);
  if (!procedure) return null;
  const stages = procedure.stages.map(({ name, notes, ...stage }) => ({
    ...stage,
    name: name[locale],
    notes: notes.map(({ label, options, ...note }) => ({
      ...note,
      label: label[locale],
      options: (options ?? []).map((option) => ({ id: option.id, label: option.label[locale] })),
    })),
  }));
  return { name: procedure.name[locale], stages, runs };
}
