import type { Facts } from "./facts.ts";
import { type Outcome, triage } from "./rules.ts";
import type { RuleSet } from "./ruleset.ts";

const single = [
  "priority",
  "category",
  "kind",
  "team",
  "flow",
  "quadrant",
  "level",
  "tag",
] as const;
const lists = ["flags", "notify", "tags"] as const;
type ComparedField = (typeof single)[number] | (typeof lists)[number] | "emotion";

/** A ticket of the past, as triage sees it. */
export type PastTicket = { id: string; facts: Facts };

/** One field of one ticket that would come out differently. */
export type Change = {
  ticketId: string;
  field: ComparedField;
  from: string | null;
  to: string | null;
  /** Rules of either set that had a hand in it. */
  because: string[];
};

export type DryRun = {
  changes: Change[];
  /** Tickets looked at, tickets with a change, and changes by field. */
  tickets: number;
  changed: number;
  byField: Partial<Record<ComparedField, number>>;
};

/** What another rule set would have said about tickets of the past. Changes nothing. */
export function dryRun(now: RuleSet, next: RuleSet, tickets: readonly PastTicket[]): DryRun {
  const changes = tickets.flatMap(({ id, facts }) =>
    compare(id, triage(now, facts), triage(next, facts)),
  );
  const byField: DryRun["byField"] = {};
  for (const { field } of changes) byField[field] = (byField[field] ?? 0) + 1;
  const changed = new Set(changes.map(({ ticketId }) => ticketId)).size;
  return { changes, tickets: tickets.length, changed, byField };
}

function compare(ticketId: string, before: Outcome, after: Outcome): Change[] {
  const told = (outcome: Outcome): Record<ComparedField, string | null> => ({
    ...Object.fromEntries(lists.map((field) => [field, outcome[field].join(", ")])),
    ...Object.fromEntries(single.map((field) => [field, outcome[field]])),
    ...({ emotion: `${outcome.emotion.level} ${outcome.emotion.score}` } as Record<
      ComparedField,
      string
    >),
  });
  const [from, to] = [told(before), told(after)];
  const differing = ([...single, ...lists, "emotion"] as const).filter((f) => from[f] !== to[f]);
  return differing.map((field) => ({
    ...{ ticketId, field, from: from[field], to: to[field] },
    because: reasons(field, before, after),
  }));
}

/** What a field is made of. */
const madeOf: Partial<Record<ComparedField, (keyof Outcome["by"])[]>> = {
  ...{ priority: ["priority"], quadrant: ["priority"], level: ["priority"] },
  ...{ category: ["category"], kind: ["category"], team: ["team"], flow: ["flow"] },
  tag: ["category", "priority"],
};

function reasons(field: ComparedField, before: Outcome, after: Outcome): string[] {
  const parts = madeOf[field]?.filter((part) => before[part] !== after[part]) ?? [];
  const deciding = parts.flatMap((part) => [before.by[part] ?? [], after.by[part] ?? []].flat());
  if (deciding.length > 0) return [...new Set(deciding)];
  const once = (one: Outcome, other: Outcome) =>
    one.fired.filter((id) => !other.fired.includes(id));
  return [...once(before, after), ...once(after, before)];
}
