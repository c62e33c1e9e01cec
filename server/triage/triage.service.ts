/** A ticket is judged by the rules in force, put into a team's hands, and judged again when it changes. */
import type { Tx } from "../db.ts";
import type { Deps } from "../deps.ts";
import { Problem } from "../errors.ts";
import type { LogEvent, Priority } from "../sla/log.ts";
import { give, type Moved, moveTo, placed } from "./assigning.service.ts";
import type { EmotionLevel } from "./emotion.ts";
import { categoryOf, labels, type Placement, placementOf, seniorEnough } from "./placement.ts";
import { type Outcome, triage } from "./rules.ts";
import { type RulesInForce, rulesInForce } from "./ruleset.service.ts";
import { factsOf, type StoredTicket } from "./ticketfacts.ts";
import {
  decidedByPeople,
  type JudgedTicket,
  judgedTickets,
  saveGiven,
  savePlacement,
  saveRun,
} from "./triage.repo.ts";

/** What came of it, for the log and for those who have to hear of it. */
export type Triaged = {
  placement: Placement;
  /** Where it stood before; null for a new ticket. */
  before: Placement | null;
  assigneeId: string | null;
  nobody: Moved["nobody"];
  /** Roles that rules want told. */
  notify: string[];
  /** What has to go into the ticket's log, written by the system. */
  events: LogEvent[];
};

/** What the rules make of a ticket that is judged for the first time; nothing of it is stored yet. */
export type Judgement = {
  triaged: Triaged;
  /** Its columns. */
  placement: Placement & { triageVersion: number };
  run: Run;
};

/**
 * Judges a ticket that has just come in. It belongs to a team from now on; who of the team gets it is
 * chosen afterwards, because that has to wait for others.
 */
export function judgeFirst(ticket: StoredTicket, rules: RulesInForce): Judgement {
  const outcome = triage(rules.set, factsOf(ticket));
  const { module, marks } = ticket;
  const fresh = { module, marks, before: null, decided: new Set<never>() };
  const placement = placementOf(outcome, fresh, rules.set);
  const at = ticket.receivedAt.getTime();
  const events: LogEvent[] = [{ type: "assigned", at, teamId: placement.team }];
  const { notify } = outcome;
  return {
    triaged: { placement, before: null, assigneeId: null, nobody: null, notify, events },
    placement: { ...placement, triageVersion: rules.version },
    run: { outcome, rules, given: null },
  };
}

/** A ticket that is stored already, as it is judged for the first time. */
export const storedTicket = (tx: Tx, ticketId: string): Promise<StoredTicket> =>
  judged(tx, ticketId);

/** Keeps what the rules said first. */
export const keepFirst = (deps: Deps, tx: Tx, id: string, { run }: Judgement): Promise<void> =>
  keepRun(deps, tx, id, run);

/** Chooses who of its team gets a ticket; null when somebody has it already or it is done. */
export async function chooseAgent(
  deps: Deps,
  tx: Tx,
  ticketId: string,
): Promise<Omit<Moved, "events"> | null> {
  const ticket = await judged(tx, ticketId);
  if (ticket.assigneeId !== null || ticket.status !== "new") return null;
  const { set } = await rulesInForce(deps, tx);
  const moved = placed(await give(deps, tx, ticket, standing(ticket), set));
  await saveGiven(tx, ticketId, moved.given);
  if (moved.assigneeId)
    await savePlacement(tx, ticketId, { ...standing(ticket), assigneeId: moved.assigneeId });
  return moved;
}

/**
 * The same after a ticket's topic, product or marks or its customer's tier changed. What people
 * decided stays; a priority never sinks; somebody who has begun keeps the ticket.
 */
export async function triageAgain(deps: Deps, tx: Tx, ticketId: string): Promise<Triaged> {
  const ticket = await judged(tx, ticketId);
  const rules = await rulesInForce(deps, tx);
  const outcome = triage(rules.set, factsOf(ticket));
  const decided = await decidedByPeople(tx, ticketId);
  const before = standing(ticket);
  const placement = placementOf(outcome, { module: ticket.module, before, decided }, rules.set);
  const { assigneeId, nobody, events, given } = await moveTo(
    deps,
    tx,
    ticket,
    placement,
    rules.set,
  );
  await savePlacement(tx, ticketId, { ...placement, assigneeId, triageVersion: rules.version });
  await keepRun(deps, tx, ticketId, { outcome, rules, given });
  return { placement, before, assigneeId, nobody, notify: outcome.notify, events };
}

/** After a person changed priority or kind: what is made of these, and a P0 leaves a junior team. */
export async function regrade(deps: Deps, tx: Tx, ticketId: string): Promise<Triaged> {
  const ticket = await judged(tx, ticketId);
  const { set } = await rulesInForce(deps, tx);
  const before = standing(ticket);
  const { priority, kind, flags } = before;
  const category = categoryOf(ticket.tag, kind);
  const mood = (ticket.last?.mood ?? "low") as EmotionLevel;
  const placement = {
    ...before,
    team: seniorEnough(priority, before.team, set),
    ...labels({ priority, category, module: ticket.module, flags, mood }),
  };
  const { assigneeId, nobody, events } = await moveTo(deps, tx, ticket, placement, set);
  await savePlacement(tx, ticketId, { ...placement, assigneeId });
  return { placement, before, assigneeId, nobody, notify: [], events };
}

/**
 * A person hands the ticket to another team; whoever of it is free gets it.
 * @throws Problem `team_unknown`, `p0_needs_senior`.
 */
export async function handOver(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  team: string,
): Promise<Omit<Moved, "events">> {
  const ticket = await judged(tx, ticketId);
  const { set } = await rulesInForce(deps, tx);
  if (!set.teams.some(({ id }) => id === team)) throw new Problem("team_unknown");
  if (seniorEnough(ticket.priority, team, set) !== team) throw new Problem("p0_needs_senior");
  const to = { priority: ticket.priority as Priority, team };
  const moved = placed(await give(deps, tx, ticket, to, set));
  await savePlacement(tx, ticketId, { ...standing(ticket), team, assigneeId: moved.assigneeId });
  return moved;
}

async function judged(tx: Tx, ticketId: string): Promise<JudgedTicket> {
  const [ticket] = await judgedTickets(tx, [ticketId]);
  if (!ticket) throw new Problem("not_found");
  return ticket;
}

const standing = (ticket: Placement): Placement => {
  const { priority, kind, team, level, flow, flags, emotion, tag } = ticket;
  return { priority, kind, team, level, flow, flags, emotion, tag };
};

type Run = { outcome: Outcome; rules: RulesInForce; given: Moved["given"] | null };

/** Ids, enumerations and terms of our own lexicons; nothing the customer wrote. */
async function keepRun(
  deps: Deps,
  tx: Tx,
  ticketId: string,
  { outcome: { trace, ...outcome }, rules, given }: Run,
): Promise<void> {
  const { version, teamsVersion } = rules;
  const told = { ...outcome, teamsVersion, given };
  await saveRun(tx, { ticketId, at: deps.now(), version, outcome: told, trace });
}
