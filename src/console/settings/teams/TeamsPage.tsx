import { Select } from "@mantine/core";
import { m } from "#messages";
import type { SettingProblem } from "../../../../server/settings/kinds.ts";
import type { TeamsDocument } from "../../../../server/triage/documents.ts";
import type { Category } from "../../../../server/triage/facts.ts";
import documentClasses from "../document/document.module.css";
import { SettingsPage } from "../document/SettingsPage.tsx";
import type { Editing } from "../document/useEditing.ts";
import { problemsAt, problemText } from "../problems.ts";
import { useVocabulary, type Vocabulary } from "../rules/choices.ts";
import { categories, useTeams } from "../rules/names.ts";
import ruleClasses from "../rules/rules.module.css";
import { Members } from "./Members.tsx";
import { TeamList } from "./TeamList.tsx";
import { teamChanges } from "./teamchanges.ts";

/** Teams, who is in them, and who takes what when no rule says otherwise. */
export function TeamsPage() {
  const words = useVocabulary(useTeams());
  return (
    <SettingsPage
      kind="teams"
      title={m.settings_teams()}
      intro={m.settings_teams_intro()}
      changesOf={teamChanges}
      trial={{ drafts: (teams) => ({ teams }), words }}
    >
      {(editing) => <TeamsEditor editing={editing} />}
    </SettingsPage>
  );
}

function TeamsEditor({ editing }: { editing: Editing<"teams"> }) {
  const { document, problems } = editing;
  const words = useVocabulary(document.teams);
  const saved = useVocabulary(editing.inForce.teams);
  const change = (part: Partial<TeamsDocument>) => editing.change({ ...document, ...part });
  const skills = [...new Set([...document.teams.flatMap((team) => team.skills), "csm"])];
  return (
    <>
      <Members teams={saved.teams} skills={skills} />
      <TeamList
        teams={document.teams}
        problems={problems}
        onChange={(teams) => change({ teams })}
      />
      <Defaults document={document} words={words} problems={problems} onChange={change} />
    </>
  );
}

type DefaultsProps = {
  document: TeamsDocument;
  words: Vocabulary;
  problems: readonly SettingProblem[];
  onChange: (part: Partial<TeamsDocument>) => void;
};

function Defaults({ document, words, problems, onChange }: DefaultsProps) {
  const { defaultTeams, emergencyTeam } = document;
  const told = (...path: string[]) =>
    problemsAt(problems, ...path)
      .map(problemText)
      .join(" ");
  return (
    <section className={documentClasses.section} aria-labelledby="defaults-title">
      <h2 id="defaults-title">{m.settings_team_defaults()}</h2>
      <p className={documentClasses.hint}>{m.settings_team_defaults_hint()}</p>
      <div className={ruleClasses.products}>
        {(Object.keys(categories) as Category[]).map((category) => (
          <Select
            key={category}
            allowDeselect={false}
            label={categories[category]()}
            data={words.teams}
            value={defaultTeams[category]}
            error={told("defaultTeams", category)}
            onChange={(team) =>
              team && onChange({ defaultTeams: { ...defaultTeams, [category]: team } })
            }
          />
        ))}
        <Select
          allowDeselect={false}
          label={m.settings_team_emergency()}
          data={words.teams}
          value={emergencyTeam}
          error={told("emergencyTeam")}
          onChange={(team) => team && onChange({ emergencyTeam: team })}
        />
      </div>
    </section>
  );
}
