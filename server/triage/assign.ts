import type { Calendar } from "../sla/calendar.ts";
import type { Instant } from "../sla/instant.ts";
import type { Priority } from "../sla/log.ts";
import { isOpen } from "../sla/opentime.ts";
import type { Team } from "./ruleset.ts";

/** A person of the desk, as far as assigning goes. */
export type Candidate = {
  id: string;
  teams: readonly string[];
  level: "junior" | "senior";
  skills: readonly string[];
  /** Open tickets that are theirs now. */
  open: number;
  /** Set at the desk: no further ticket at or above it. */
  limit: number;
  /** Signed in and not away. */
  present: boolean;
  /** Their working hours; null has none of their own. */
  hours: Calendar | null;
  /** On call now: may be asked outside their hours, and without being present. */
  onCall: boolean;
  /** When they last got a ticket; null never. */
  lastAssignedAt: Instant | null;
};

/** What is to be given to somebody. */
export type Work = { priority: Priority; team: Team; skill?: string; at: Instant };

/** Who gets it and why, or why nobody can; the reason names the first question nobody passed. */
export type Assignment =
  | { agentId: string; because: { open: number; lastAssignedAt: Instant | null; onCall: boolean } }
  | { agentId: null; because: Refusal };
export type Refusal =
  | "team_too_junior"
  | "nobody_in_team"
  | "nobody_senior"
  | "nobody_skilled"
  | "nobody_at_work"
  | "everybody_full";

/** The least loaded of those who may have it; among equals, who has waited longest; then by id. */
export function assign(work: Work, people: readonly Candidate[]): Assignment {
  if (work.priority === "P0" && work.team.level === "junior") return nobody("team_too_junior");
  let left = people;
  for (const [refusal, passes] of questions) {
    left = left.filter((person) => passes(person, work));
    if (left.length === 0) return nobody(refusal);
  }
  const { id, open, lastAssignedAt, onCall } = left.toSorted(before)[0]!;
  return { agentId: id, because: { open, lastAssignedAt, onCall } };
}

const nobody = (because: Refusal): Assignment => ({ agentId: null, because });

const questions: [Refusal, (person: Candidate, work: Work) => boolean][] = [
  ["nobody_in_team", ({ teams }, { team }) => teams.includes(team.id)],
  ["nobody_senior", ({ level }, { priority }) => priority !== "P0" || level === "senior"],
  ["nobody_skilled", ({ skills }, { skill }) => skill === undefined || skills.includes(skill)],
  ["nobody_at_work", (person, { at }) => person.onCall || isAtWork(person, at)],
  ["everybody_full", ({ open, limit }) => open < limit],
];

const isAtWork = ({ present, hours }: Candidate, at: Instant) =>
  present && (hours === null || isOpen(hours, at));

function before(a: Candidate, b: Candidate): number {
  const never = Number.NEGATIVE_INFINITY;
  const [waitedA, waitedB] = [a.lastAssignedAt ?? never, b.lastAssignedAt ?? never];
  if (a.open !== b.open) return a.open - b.open;
  if (waitedA !== waitedB) return waitedA < waitedB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
