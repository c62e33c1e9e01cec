import type { Action, Condition, Rule } from "./rule.ts";
import { ruleSchema } from "./rule.ts";
import type { RuleSet } from "./ruleset.ts";
import { conditionKey, leavesOf } from "./shape.ts";

/** Why a rule set may not be switched on. */
export type CheckCode =
  | "malformed"
  | "lowers_priority"
  | "duplicate_id"
  | "same_condition_other_team"
  | "never_fires"
  | "unknown_lexicon"
  | "unknown_team"
  | "unknown_module"
  | "unknown_calendar"
  | "p0_to_junior_team"
  | "p0_without_team"
  | "p0_by_own_urgency";

/** `otherId` is the rule it collides with; `name` is the word that nothing is known about. */
export type CheckProblem = { code: CheckCode; ruleId: string; otherId?: string; name?: string };

/** What may be named by rules, and the rules as they came from a form or a file. */
export type Candidate = Omit<RuleSet, "rules"> & {
  rules: readonly unknown[];
  /** Modules there are; without it, those with a second line. */
  moduleIds?: readonly string[];
};

/** Everything that speaks against a rule set; empty when it may be switched on. */
export function checkRules(candidate: Candidate): CheckProblem[] {
  const read = candidate.rules.map((raw) => ({ raw, parsed: ruleSchema.safeParse(raw) }));
  const unreadable = read.flatMap(({ raw, parsed }) => (parsed.success ? [] : [refused(raw)]));
  const rules = read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []));
  const enabled = rules.filter((rule) => rule.enabled);
  return [
    ...unreadable,
    ...duplicates(rules),
    ...rules.flatMap((rule) => strangers(rule, candidate)),
    ...enabled.flatMap((rule) => emergencies(rule, candidate)),
    ...pairs(enabled).flatMap(([earlier, later]) => collision(earlier, later)),
  ];
}

function refused(raw: unknown): CheckProblem {
  const { id } = (raw ?? {}) as { id?: unknown };
  return { code: unreadableCode(raw), ruleId: typeof id === "string" ? id : "" };
}

/**
 * Why something isn't a rule. The rule model has no word for lowering, so a rule that lowers can't be
 * read; it is told apart to say why.
 */
export function unreadableCode(raw: unknown): "lowers_priority" | "malformed" {
  const { then } = (raw ?? {}) as { then?: unknown };
  const actions = Array.isArray(then) ? (then as Record<string, unknown>[]) : [];
  const lowers = actions.some((action) => {
    const told = JSON.stringify(action) ?? "";
    return /lower|step_down|"priority"|set_priority/.test(told);
  });
  return lowers ? "lowers_priority" : "malformed";
}

function duplicates(rules: readonly Rule[]): CheckProblem[] {
  const again = rules.filter(({ id }, i) => rules.findIndex((one) => one.id === id) < i);
  return again.map(({ id }) => ({ code: "duplicate_id", ruleId: id }));
}

function collision(earlier: Rule, later: Rule): CheckProblem[] {
  if (conditionKey(earlier.when) !== conditionKey(later.when)) return [];
  const where = { ruleId: later.id, otherId: earlier.id };
  const [first, second] = [teamsOf(earlier), teamsOf(later)];
  const differ = first.length > 0 && second.length > 0 && first.join() !== second.join();
  const problems: CheckProblem[] = differ ? [{ code: "same_condition_other_team", ...where }] : [];
  return earlier.stop ? [...problems, { code: "never_fires", ...where }] : problems;
}

const pairs = (rules: readonly Rule[]): [Rule, Rule][] =>
  rules.flatMap((later, i) => rules.slice(0, i).map((earlier): [Rule, Rule] => [earlier, later]));

const teamsOf = ({ then }: Rule): string[] =>
  then.flatMap((action) => {
    if (!("team" in action) || action.team === undefined) return [];
    return typeof action.team === "string" ? [action.team] : ["@module"];
  });

function strangers(rule: Rule, known: Candidate): CheckProblem[] {
  const found: CheckProblem[] = [];
  const need = (code: CheckCode, name: unknown, names: readonly string[]) => {
    if (!names.includes(String(name))) found.push({ code, ruleId: rule.id, name: String(name) });
  };
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const moduleIds = known.moduleIds ?? ids(known.modules);
  for (const leaf of leavesOf(rule)) {
    if ("text_any" in leaf) need("unknown_lexicon", leaf.text_any, ids(known.lexicons));
    if ("hour_in" in leaf) need("unknown_calendar", leaf.hour_in, Object.keys(known.calendars));
    for (const module of modulesIn(leaf)) need("unknown_module", module, moduleIds);
  }
  for (const team of teamsOf(rule))
    if (team !== "@module") need("unknown_team", team, ids(known.teams));
  return found;
}

function modulesIn(leaf: Condition): unknown[] {
  if (!("field" in leaf) || leaf.field !== "module") return [];
  if ("in" in leaf) return leaf.in;
  return "eq" in leaf ? [leaf.eq] : [];
}

const makesP0 = (action: Action): boolean =>
  (action.do === "raise_priority" && action.to === "P0") ||
  (action.do === "step_up" && action.cap === "P0");

function emergencies(rule: Rule, { teams, modules }: Candidate): CheckProblem[] {
  const actions = rule.then.filter(makesP0);
  if (actions.length === 0) return [];
  const named = teamsOf(rule).flatMap((team) =>
    team === "@module" ? modules.map((module) => module.team) : [team],
  );
  const junior = named.some((id) => teams.find((team) => team.id === id)?.level === "junior");
  const leaves = leavesOf(rule);
  const onlyUrgency =
    leaves.length > 0 && leaves.every((leaf) => "field" in leaf && leaf.field === "urgency");
  const codes: [CheckCode, boolean][] = [
    ["p0_to_junior_team", junior],
    ["p0_without_team", named.length === 0],
    ["p0_by_own_urgency", onlyUrgency],
  ];
  return codes.filter(([, holds]) => holds).map(([code]) => ({ code, ruleId: rule.id }));
}
