/** What speaks against a document of triage settings, told where in the document it stands. */
import type { Calendars } from "../sla/book.ts";
import { type CheckProblem, checkRules } from "./checks.ts";
import { ruleSetOf, type TeamsDocument, type TriageDocument } from "./documents.ts";

/** What the documents refer to: each other, the content folder's modules, the calendars. */
export type TriageAround = {
  teams: TeamsDocument;
  triage: TriageDocument;
  modules: ReadonlySet<string>;
  calendars: Calendars;
};

type Problem = {
  code: string;
  path: (string | number)[];
  values: Record<string, string | number>;
  severity?: "refusal" | "notice";
};

export function triageProblems(document: TriageDocument, around: TriageAround): Problem[] {
  const { rules, modules } = document;
  const known = { ...ruleSetOf(document, around.teams, around.calendars), rules };
  const found = checkRules({ ...known, moduleIds: [...around.modules] });
  const teamIds = around.teams.teams.map(({ id }) => id);
  return [
    ...found.map((problem) => ruleProblem(problem, document)),
    ...again(modules).map((i) => told("module_twice", ["modules", i], { name: modules[i]!.id })),
    ...modules.flatMap(({ id, team }, i) => [
      ...(around.modules.has(id) ? [] : [told("module_unknown", ["modules", i], { name: id })]),
      ...(teamIds.includes(team) ? [] : [told("module_team", ["modules", i], { name: team })]),
    ]),
    ...wordProblems(document),
  ];
}

const told = (code: string, path: Problem["path"], values: Problem["values"] = {}): Problem => ({
  ...{ code, path, values },
});

function ruleProblem(
  { code, ruleId, otherId = "", name = "" }: CheckProblem,
  { rules }: TriageDocument,
): Problem {
  // Of two rules with one id the later is meant.
  const index = rules.findLastIndex(({ id }) => id === ruleId);
  return told(`rule_${code}`, ["rules", index], { rule: ruleId, other: otherId, name });
}

/** Positions of what stands in a list for the second time. */
const again = (list: readonly { id: string }[]): number[] =>
  list.flatMap(({ id }, i) => (list.findIndex((one) => one.id === id) < i ? [i] : []));

function wordProblems({ lexicons, emotion }: TriageDocument): Problem[] {
  const ids = lexicons.map(({ id }) => id);
  const strangers = Object.keys(emotion.weights).filter((id) => !ids.includes(id));
  const empty = lexicons.filter(({ terms }) => terms.en.length + terms.zh.length === 0);
  const { medium, high } = emotion.thresholds;
  return [
    ...again(lexicons).map((i) => told("lexicon_twice", ["lexicons", i], { name: ids[i]! })),
    ...strangers.map((name) => told("emotion_lexicon", ["emotion", "weights", name], { name })),
    ...(medium <= high ? [] : [told("emotion_order", ["emotion", "thresholds"], { medium, high })]),
    ...empty.map(({ id }): Problem => {
      const path = ["lexicons", ids.indexOf(id)];
      return { ...told("lexicon_empty", path, { name: id }), severity: "notice" };
    }),
  ];
}

export function teamsProblems(document: TeamsDocument, around: TriageAround): Problem[] {
  const { teams, defaultTeams, emergencyTeam } = document;
  const ids = teams.map(({ id }) => id);
  const unknown = Object.entries(defaultTeams).filter(([, team]) => !ids.includes(team));
  const emergency = teams.find(({ id }) => id === emergencyTeam);
  return [
    ...again(teams).map((i) => told("team_twice", ["teams", i], { name: ids[i]! })),
    ...unknown.map(([category, name]) =>
      told("team_default", ["defaultTeams", category], { category, name }),
    ),
    ...(emergency ? [] : [told("team_emergency", ["emergencyTeam"], { name: emergencyTeam })]),
    ...(emergency?.level === "junior" ? [told("team_emergency_junior", ["emergencyTeam"])] : []),
    ...usedProblems(document, around),
  ];
}

/** A team that rules or products still name can't go, and one that gets P0 can't become junior. */
function usedProblems(document: TeamsDocument, { triage, calendars, modules }: TriageAround) {
  const set = ruleSetOf(triage, document, calendars);
  const ids = document.teams.map(({ id }) => id);
  const codes: Record<string, string> = {
    unknown_team: "team_in_rule",
    p0_to_junior_team: "team_p0_junior",
  };
  const byRules = checkRules({ ...set, moduleIds: [...modules] }).flatMap((problem) => {
    const code = codes[problem.code];
    return code ? [told(code, ["teams"], { rule: problem.ruleId, name: problem.name ?? "" })] : [];
  });
  const byModules = triage.modules.filter(({ team }) => !ids.includes(team));
  return [
    ...byRules,
    ...byModules.map(({ id, team }) =>
      told("team_in_module", ["teams"], { name: team, module: id }),
    ),
  ];
}
