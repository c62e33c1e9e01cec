/** What differs between two versions of the teams, in words. */
import { m } from "#messages";
import type { TeamsDocument } from "../../../../server/triage/documents.ts";
import type { Category } from "../../../../server/triage/facts.ts";
import type { Team } from "../../../../server/triage/ruleset.ts";
import type { Change } from "../document/ChangeList.tsx";
import { categories, teamNameIn } from "../rules/names.ts";

export function teamChanges(before: TeamsDocument, after: TeamsDocument): Change[] {
  const ids = new Set([...before.teams, ...after.teams].map(({ id }) => id));
  const team = ({ teams }: TeamsDocument, id: string) => teams.find((each) => each.id === id);
  return [
    ...[...ids].flatMap((id) => changesOf(team(before, id), team(after, id))),
    ...(Object.keys(categories) as Category[]).map((category) => ({
      what: categories[category](),
      before: teamNameIn(before.teams, before.defaultTeams[category]),
      after: teamNameIn(after.teams, after.defaultTeams[category]),
    })),
    {
      what: m.settings_team_emergency(),
      before: teamNameIn(before.teams, before.emergencyTeam),
      after: teamNameIn(after.teams, after.emergencyTeam),
    },
  ].filter(({ before: one, after: two }) => one !== two);
}

const nameOf = (team: Team): string => teamNameIn([team], team.id);

function changesOf(one: Team | undefined, two: Team | undefined): Change[] {
  if (!one || !two)
    return [
      {
        what: m.rules_change_team(),
        before: one ? nameOf(one) : null,
        after: two ? nameOf(two) : null,
      },
    ];
  const name = nameOf(two);
  const line = (field: string, of: (team: Team) => string): Change => ({
    what: `${name} · ${field}`,
    before: of(one),
    after: of(two),
  });
  return [
    line(m.settings_team_name_en(), (team) => team.name.en),
    line(m.settings_team_name_zh(), (team) => team.name.zh),
    line(m.settings_team_level(), levelName),
    line(m.settings_team_evidence(), ({ needsEvidence }) =>
      needsEvidence ? m.work_yes() : m.work_no(),
    ),
    line(m.settings_team_skills(), (team) => team.skills.join(", ") || m.rules_try_nothing()),
  ];
}

const levelName = ({ level }: Team): string =>
  level === "junior" ? m.settings_team_junior() : m.settings_team_senior();
