/** Where a ticket stands after the rules and after people: what is theirs is not taken from them. */
import type { Kind, Priority } from "../sla/log.ts";
import type { EmotionLevel } from "./emotion.ts";
import { type Category, categorySchema, kindOf } from "./facts.ts";
import { higher, type Level, levelOf, quadrantOf } from "./grade.ts";
import type { Outcome } from "./rules.ts";
import type { RuleSet } from "./ruleset.ts";
import { tagOf } from "./tag.ts";

/** The columns of a ticket that triage keeps up to date. */
export type Placement = {
  priority: Priority;
  kind: Kind;
  team: string;
  level: Level;
  flow: string;
  flags: string[];
  /** Score; its level follows from the scale. */
  emotion: number;
  tag: string;
};

export const decisions = ["priority", "kind", "team"] as const;
/** What people have decided about a ticket. */
export type Decided = ReadonlySet<(typeof decisions)[number]>;

/** @param before null for a ticket that was never judged. */
export function placementOf(
  outcome: Outcome,
  {
    module,
    before,
    decided,
    marks = [],
  }: { module: string; before: Placement | null; decided: Decided; marks?: readonly string[] },
  set: Pick<RuleSet, "teams" | "emergencyTeam">,
): Placement {
  const kept = before ?? null;
  const priority = kept ? laterPriority(kept, outcome, decided) : outcome.priority;
  const kind = kept && decided.has("kind") ? kept.kind : outcome.kind;
  const category = kindOf(outcome.category) === kind ? outcome.category : kind;
  const flags = [...new Set([...(kept?.flags ?? marks), ...outcome.flags, ...outcome.tags])];
  const team = kept && decided.has("team") ? kept.team : outcome.team;
  return {
    ...{ priority, kind, flags, emotion: outcome.emotion.score },
    team: seniorEnough(priority, team, set),
    flow: kept?.flow || (outcome.flow ?? ""),
    ...labels({ priority, category, module, flags, mood: outcome.emotion.level }),
  };
}

/** Rules never lower; what a person has set they leave alone. */
const laterPriority = (before: Placement, { priority }: Outcome, decided: Decided): Priority =>
  decided.has("priority") ? before.priority : higher(before.priority, priority);

/** A junior team never keeps a P0. */
export function seniorEnough(
  priority: Priority,
  team: string,
  { teams, emergencyTeam }: Pick<RuleSet, "teams" | "emergencyTeam">,
): string {
  const junior = teams.find(({ id }) => id === team)?.level === "junior";
  return priority === "P0" && junior ? emergencyTeam : team;
}

/** What is made of the others, anew whenever one of them changes. */
export function labels(of: {
  priority: Priority;
  category: Category;
  module: string;
  flags: readonly string[];
  mood: EmotionLevel;
}): { level: Level; tag: string } {
  return {
    level: levelOf(of.priority, of.mood, of.flags.includes("scene")),
    tag: tagOf(of.category, of.module, quadrantOf(of.priority)),
  };
}

/** The category a tag names, unless the kind says by now that it is something else. */
export function categoryOf(tag: string, kind: Kind): Category {
  const { data } = categorySchema.safeParse(/^[^-]*/.exec(tag)![0]);
  return data && kindOf(data) === kind ? data : kind;
}
