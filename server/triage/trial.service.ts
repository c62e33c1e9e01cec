/** What a rule set that is being written would do, and why a ticket stands where it stands. */
import type { Agent, Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import { checkDocument, type SettingProblem } from "../settings/kinds.ts";
import { aroundOf } from "../settings/settings.service.ts";
import type { Moved } from "./assigning.service.ts";
import { ruleSetOf } from "./documents.ts";
import { dryRun } from "./dryrun.ts";
import type { Outcome } from "./rules.ts";
import { calendarsInForce, rulesInForce } from "./ruleset.service.ts";
import { factsOf } from "./ticketfacts.ts";
import { type JudgedTicket, judgedTickets, lastRun, lastTickets } from "./triage.repo.ts";

/** Tickets of the past that a change is tried on. */
const trialSize = 100;

export type Trial = {
  /** What speaks against it; with a refusal nothing was tried. */
  problems: SettingProblem[];
  run: ReturnType<typeof dryRun> | null;
  /** Number and subject of each ticket that would change. */
  tickets: Record<string, { number: number; subject: string }>;
};

/** Tries documents of settings against the last 100 tickets; those not given are the ones in force. */
export async function tryOut(
  deps: Deps,
  _agent: Agent,
  given: { triage?: unknown; teams?: unknown },
): Promise<Trial> {
  const around = await aroundOf(deps);
  const teams = checkDocument("teams", given.teams ?? around.teams, around);
  const triage = checkDocument("triage", given.triage ?? around.triage, {
    ...around,
    teams: teams.document ?? around.teams,
  });
  const problems = [
    ...(given.teams === undefined ? [] : teams.problems),
    ...(given.triage === undefined ? [] : triage.problems),
  ];
  if (!teams.document || !triage.document) return { problems, run: null, tickets: {} };
  const { set: now } = await rulesInForce(deps);
  const next = ruleSetOf(triage.document, teams.document, await calendarsInForce(deps));
  const past = await judgedTickets(deps.db, await lastTickets(deps.db, trialSize));
  const newestFirst = past.toSorted((a, b) => b.number - a.number);
  const run = dryRun(
    now,
    next,
    newestFirst.map((ticket) => ({ id: ticket.id, facts: factsOf(ticket) })),
  );
  return { problems, run, tickets: named(past, run) };
}

function named(past: readonly JudgedTicket[], run: NonNullable<Trial["run"]>): Trial["tickets"] {
  const changed = new Set(run.changes.map(({ ticketId }) => ticketId));
  const shown = past.filter(({ id }) => changed.has(id));
  return Object.fromEntries(shown.map(({ id, number, subject }) => [id, { number, subject }]));
}

/** What is kept of a run: the outcome, and who got the ticket or why nobody did. */
type StoredOutcome = Omit<Outcome, "trace"> & { teamsVersion: number; given: Moved["given"] };

/**
 * Why a ticket got its grade and team: what the rules of that day said, by which word or field.
 * `rules` are those that fired, as they stood then. Null for a ticket that was never judged.
 */
export async function why(deps: Deps, _agent: Agent, ticketId: string) {
  const run = await lastRun(deps.db, ticketId);
  if (!run) return null;
  const { at, version } = run;
  const outcome = run.outcome as unknown as StoredOutcome;
  const trace = run.trace as unknown as Outcome["trace"];
  const document = await deps.settings.version("triage", version).catch(() => null);
  if (!document) throw new Problem("not_found");
  const rules = document.rules.filter(({ id }) => outcome.fired.includes(id));
  return { at, version, outcome, trace, rules };
}
