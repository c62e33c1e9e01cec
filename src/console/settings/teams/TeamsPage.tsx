import { Select, Skeleton } from "@mantine/core";
import { useEffect } from "react";
import { m } from "#messages";
import type { SettingProblem } from "../../../../server/settings/kinds.ts";
import type { TeamsDocument } from "../../../../server/triage/documents.ts";
import type { Category } from "../../../../server/triage/facts.ts";
import { Notice } from "../../look/Notice.tsx";
import { refusalOf } from "../../refusal.ts";
import classes from "../document.module.css";
import { problemsAt, problemText } from "../problems.ts";
import { useVocabulary, type Vocabulary } from "../rules/choices.ts";
import { categories } from "../rules/names.ts";
import ruleClasses from "../rules/rules.module.css";
import { TrialPane } from "../rules/TrialPane.tsx";
import { runText, useTrial } from "../rules/trial.ts";
import { SaveBar } from "../SaveBar.tsx";
import { type Editing, useDocument } from "../useDocument.ts";
import { Versions } from "../Versions.tsx";
import { Members } from "./Members.tsx";
import { TeamList } from "./TeamList.tsx";

/** Teams, who is in them, and who takes what when no rule says otherwise. */
export function TeamsPage() {
  const { editing, error, retry } = useDocument("teams");
  useEffect(() => {
    document.title = m.settings_teams();
  }, []);
  if (error)
    return (
      <Notice title={refusalOf(error).message} action={{ label: m.console_retry(), run: retry }} />
    );
  if (!editing) return <Skeleton height="100%" />;
  return <TeamsEditor editing={editing} />;
}

function TeamsEditor({ editing }: { editing: Editing<"teams"> }) {
  const { document, isChanged, base } = editing;
  const words = useVocabulary(document.teams);
  const saved = useVocabulary(editing.inForce.teams);
  const tried = useTrial(isChanged ? { teams: document } : null);
  const change = (part: Partial<TeamsDocument>) => editing.change({ ...document, ...part });
  const run = tried.trial?.run;
  const skills = [...new Set([...document.teams.flatMap((team) => team.skills), "csm"])];
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <h1>{m.settings_teams()}</h1>
        <SaveBar
          base={base}
          isChanged={isChanged}
          canSave={tried.isPassed}
          effect={run && <p>{runText(run)}</p>}
          onDiscard={editing.discard}
          onSave={editing.save}
        />
      </header>
      <div className={ruleClasses.columns}>
        <aside className={ruleClasses.aside}>
          <TrialPane tried={tried} words={words} />
        </aside>
        <div key={base} className={ruleClasses.main}>
          <Members teams={saved.teams} skills={skills} />
          <TeamList
            teams={document.teams}
            problems={tried.problems}
            onChange={(teams) => change({ teams })}
          />
          <Defaults document={document} words={words} problems={tried.problems} onChange={change} />
          <Versions editing={editing} />
        </div>
      </div>
    </main>
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
    <section className={classes.section} aria-labelledby="defaults-title">
      <h2 id="defaults-title">{m.settings_team_defaults()}</h2>
      <p className={classes.hint}>{m.settings_team_defaults_hint()}</p>
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
