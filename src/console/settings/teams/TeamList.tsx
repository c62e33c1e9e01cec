import {
  ActionIcon,
  Button,
  Checkbox,
  SegmentedControl,
  TagsInput,
  TextInput,
} from "@mantine/core";
import { Plus, Trash2 } from "lucide-react";
import { m } from "#messages";
import type { SettingProblem } from "../../../../server/settings/kinds.ts";
import type { Team } from "../../../../server/triage/ruleset.ts";
import { currentLocale } from "../../language.ts";
import documentClasses from "../document/document.module.css";
import { problemsAt, problemText } from "../problems.ts";
import ruleClasses from "../rules/rules.module.css";
import classes from "./teams.module.css";

type Props = {
  teams: Team[];
  problems: readonly SettingProblem[];
  onChange: (teams: Team[]) => void;
};

/** The teams: what they are called in both languages, how senior, and what they can be asked for. */
export function TeamList({ teams, problems, onChange }: Props) {
  const add = () => {
    const name = { en: m.settings_team_new_en(), zh: m.settings_team_new_zh() };
    let number = teams.length + 1;
    while (teams.some(({ id }) => id === `team-${number}`)) number += 1;
    onChange([...teams, { id: `team-${number}`, name, level: "senior", skills: [] }]);
  };
  return (
    <section className={documentClasses.section} aria-labelledby="teams-title">
      <header className={documentClasses.sectionHead}>
        <div>
          <h2 id="teams-title">{m.settings_teams_list()}</h2>
          <p className={documentClasses.hint}>
            {m.settings_team_level_hint()} {m.settings_team_skills_hint()}
          </p>
        </div>
        <Button variant="default" leftSection={<Plus size={14} />} onClick={add}>
          {m.settings_team_add()}
        </Button>
      </header>
      <ul className={classes.teams}>
        {teams.map((team, i) => (
          <li key={team.id} className={classes.team}>
            <TeamFields
              team={team}
              onChange={(next) => onChange(teams.with(i, next))}
              onRemove={() => onChange(teams.toSpliced(i, 1))}
            />
          </li>
        ))}
      </ul>
      {problemsAt(problems, "teams").map((problem) => (
        <p
          key={`${problem.code} ${Object.values(problem.values).join()}`}
          className={ruleClasses.problem}
          data-refusal
          role="alert"
        >
          {problemText(problem)}
        </p>
      ))}
    </section>
  );
}

type FieldProps = { team: Team; onChange: (team: Team) => void; onRemove: () => void };

function TeamFields({ team, onChange, onRemove }: FieldProps) {
  const { name, level, skills } = team;
  const field = (text: string) => ({
    "aria-label": m.settings_member_of({ field: text, name: name[currentLocale()] }),
    title: text,
  });
  return (
    <>
      <TextInput
        {...field(m.settings_team_name_en())}
        value={name.en}
        onChange={(event) =>
          onChange({ ...team, name: { ...name, en: event.currentTarget.value } })
        }
      />
      <TextInput
        {...field(m.settings_team_name_zh())}
        value={name.zh}
        onChange={(event) =>
          onChange({ ...team, name: { ...name, zh: event.currentTarget.value } })
        }
      />
      <SegmentedControl
        {...field(m.settings_team_level())}
        size="xs"
        value={level}
        onChange={(next) => onChange({ ...team, level: next as Team["level"] })}
        data={[
          { value: "junior", label: m.settings_team_junior() },
          { value: "senior", label: m.settings_team_senior() },
        ]}
      />
      <Checkbox
        size="xs"
        {...field(m.settings_team_evidence())}
        label={m.settings_team_evidence_short()}
        checked={team.needsEvidence ?? false}
        onChange={(event) => onChange({ ...team, needsEvidence: event.currentTarget.checked })}
      />
      <TagsInput
        styles={{ inputField: { minWidth: "3rem" } }}
        {...field(m.settings_team_skills())}
        placeholder={skills.length === 0 ? m.settings_team_skills() : ""}
        value={skills}
        onChange={(next) => onChange({ ...team, skills: next })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        onClick={onRemove}
        aria-label={m.settings_team_remove({ name: name[currentLocale()] })}
      >
        <Trash2 size={14} />
      </ActionIcon>
    </>
  );
}
