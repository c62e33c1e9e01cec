/** Which people a level of the ladder brings in. */
import type { Ladder, LadderLevel, LadderRole } from "./ladder.ts";

export type Person = {
  id: string;
  /** agent | lead | owner | admin */
  role: string;
  team: string;
  presence: string;
  /** Open tickets. */
  open: number;
};

export type Scene = {
  ladder: Ladder;
  ticket: { assigneeId: string | null; team: string };
  /** Active staff. */
  people: readonly Person[];
  /** On call now, by user id. */
  onCall: readonly string[];
};

/** The people of a level, each once, with the role they came by; a role nobody has is left out. */
export function broughtIn(scene: Scene, level: LadderLevel): { role: LadderRole; id: string }[] {
  const found: { role: LadderRole; id: string }[] = [];
  for (const role of level.brings)
    for (const id of holdersOf(scene, level, role)) found.push({ role, id });
  return found;
}

function holdersOf(scene: Scene, level: LadderLevel, role: LadderRole): readonly string[] {
  const { ladder, ticket, people, onCall } = scene;
  switch (role) {
    case "assignee":
      return ticket.assigneeId ? [ticket.assigneeId] : [];
    case "on_call":
      return onCall;
    case "lead":
      return one(leads(scene));
    case "tech":
      return one(free(people.filter(({ team }) => team === (level.team || ticket.team))));
    default:
      return named(scene, ladder.people[role]);
  }
}

// A review needs somebody in each chair: whoever leads sits in for a person who has left.
function named(scene: Scene, id: string): string[] {
  return scene.people.some((person) => person.id === id) ? [id] : one(leads(scene));
}

/** Leads of the ticket's team before other leads; an administrator where there is none. */
function leads({ people, ticket }: Scene): Person[] {
  const all = free(people.filter(({ role }) => role === "lead"));
  const own = all.filter(({ team }) => team !== "" && team === ticket.team);
  return [...own, ...all, ...people.filter(({ role }) => role === "admin")];
}

const order = ["online", "away", "off"];

/** Who is there before who isn't, then who has least open. */
const free = (people: readonly Person[]): Person[] =>
  [...people].sort(
    (a, b) => order.indexOf(a.presence) - order.indexOf(b.presence) || a.open - b.open,
  );

const one = (people: readonly Person[]): string[] => people.slice(0, 1).map(({ id }) => id);
