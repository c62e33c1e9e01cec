import type { Kind, Priority } from "../sla/log.ts";
import { type Emotion, emotionOf } from "./emotion.ts";
import { type Category, type Facts, kindOf } from "./facts.ts";
import { higher, type Level, levelOf, type Quadrant, quadrantOf, stepUp } from "./grade.ts";
import { type Hits, hitsOf } from "./lexicon.ts";
import { type Evidence, match, type Situation } from "./match.ts";
import type { Action } from "./rule.ts";
import type { RuleSet } from "./ruleset.ts";
import { tagOf } from "./tag.ts";
import { foldText } from "./text.ts";

/** A rule that fired, and why. */
export type Fired = { rule: string; evidence: Evidence[] };

/** What the rules say about a ticket. */
export type Outcome = {
  priority: Priority;
  category: Category;
  kind: Kind;
  team: string;
  flow: "incident" | "risk" | null;
  quadrant: Quadrant;
  level: Level;
  emotion: Emotion;
  /** Marks for the agent, in the order in which rules set them. */
  flags: string[];
  /** Roles to tell at once. */
  notify: string[];
  /** Type, module and grade: see `tagOf`. */
  tag: string;
  /** Tags that rules added. */
  tags: string[];
  /** Ids of the rules that fired, in order. */
  fired: string[];
  trace: Fired[];
  /** The rule that had the last word on a field; missing where none had. */
  by: Partial<Record<Decided, string>>;
};
type Decided = "priority" | "category" | "team" | "flow";

type Draft = Situation & {
  rule: string;
  priority: Priority;
  category: Category | null;
  flow: Outcome["flow"];
  flags: Set<string>;
  notify: Set<string>;
  tags: Set<string>;
  by: Outcome["by"];
  teams: RuleSet["teams"];
};

const nothing: Hits = { terms: [], count: 0 };

/** Goes through the rules from the top. The same ticket and rule set always give the same outcome. */
export function triage(set: RuleSet, facts: Facts): Outcome {
  const draft = begin(set, facts);
  const trace: Fired[] = [];
  for (const rule of set.rules) {
    const evidence = rule.enabled ? match(rule.when, draft) : null;
    if (!evidence) continue;
    draft.rule = rule.id;
    for (const action of rule.then) act(action, draft);
    trace.push({ rule: rule.id, evidence });
    draft.matched = true;
    if (rule.stop) break;
  }
  return finish(set, draft, trace);
}

function begin(set: RuleSet, facts: Facts): Draft {
  const hits = finder(set, facts.text);
  return {
    ...{ facts, hits, set, rule: "", teams: set.teams },
    emotion: emotionOf(set.emotion, (id) => hits(id).count),
    ...{ priority: "P3", category: null, team: null, flow: null, matched: false },
    ...{ flags: new Set(), notify: new Set(), tags: new Set(), by: {} },
  };
}

// Each lexicon is looked for once a ticket, however many rules ask for it.
function finder({ lexicons }: RuleSet, text: string): (id: string) => Hits {
  const folded = foldText(text);
  const found = new Map<string, Hits>();
  return (id) => {
    const known = found.get(id);
    if (known) return known;
    const lexicon = lexicons.find((one) => one.id === id);
    const hits = lexicon ? hitsOf(lexicon, folded) : nothing;
    found.set(id, hits);
    return hits;
  };
}

function act(action: Action, draft: Draft): void {
  switch (action.do) {
    case "raise_priority":
      if (!action.if || match(action.if, draft)) raise(draft, action.to);
      return;
    case "step_up":
      raise(draft, stepUp(draft.priority, action.cap));
      return;
    case "set_if_empty":
      if (action.category && draft.category === null) decide(draft, "category", action.category);
      if (action.team && draft.team === null) decide(draft, "team", teamNamed(action.team, draft));
      return;
    case "set":
      decide(draft, "team", action.team);
      return;
    case "start_flow":
      if (draft.flow === null) decide(draft, "flow", action.flow);
      return;
    case "flag":
      draft.flags.add(action.flag);
      return;
    case "notify":
      draft.notify.add(action.role);
      return;
    case "tag":
      draft.tags.add(action.tag);
  }
}

function raise(draft: Draft, to: Priority): void {
  const priority = higher(draft.priority, to);
  if (priority === draft.priority) return;
  decide(draft, "priority", priority);
  // A rule from here on, or the end, finds a team that may have it.
  if (tooJunior(draft, draft.team)) draft.team = null;
}

function decide<F extends Decided>(draft: Draft, field: F, value: Draft[F]): void {
  if (value === null || (field === "team" && tooJunior(draft, value))) return;
  draft[field] = value;
  draft.by[field] = draft.rule;
}

function tooJunior({ priority, teams }: Draft, team: unknown): boolean {
  return priority === "P0" && teams.find(({ id }) => id === team)?.level === "junior";
}

function teamNamed(team: string | { of: "module" }, { facts, set }: Draft): string | null {
  if (typeof team === "string") return team;
  return set.modules.find(({ id }) => id === facts.module)?.team ?? null;
}

function finish(set: RuleSet, draft: Draft, trace: Fired[]): Outcome {
  const { priority, emotion, facts, flow, by } = draft;
  const category = draft.category ?? facts.kind ?? "question";
  const quadrant = quadrantOf(priority);
  const usual = draft.team ?? set.defaultTeams[category];
  return {
    ...{ priority, category, flow, quadrant, emotion, trace, by },
    kind: kindOf(category),
    team: tooJunior(draft, usual) ? set.emergencyTeam : usual,
    level: levelOf(priority, emotion.level, draft.flags.has("scene")),
    flags: [...draft.flags],
    notify: [...draft.notify],
    tag: tagOf(category, facts.module, quadrant),
    tags: [...draft.tags],
    fired: trace.map(({ rule }) => rule),
  };
}
