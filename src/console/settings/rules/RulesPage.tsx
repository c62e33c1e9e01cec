import { Skeleton } from "@mantine/core";
import { useEffect } from "react";
import { m } from "#messages";
import type { TriageDocument } from "../../../../server/triage/documents.ts";
import { Notice } from "../../look/Notice.tsx";
import { refusalOf } from "../../refusal.ts";
import classes from "../document.module.css";
import { SaveBar } from "../SaveBar.tsx";
import { type Editing, useDocument } from "../useDocument.ts";
import { Versions } from "../Versions.tsx";
import { useVocabulary } from "./choices.ts";
import { withVersions } from "./editor.ts";
import { Lexicons } from "./Lexicons.tsx";
import { useTeams } from "./names.ts";
import { Products } from "./Products.tsx";
import { RuleList } from "./RuleList.tsx";
import own from "./rules.module.css";
import { TrialPane } from "./TrialPane.tsx";
import { runText, useTrial } from "./trial.ts";

/** How tickets find their team and priority: written here, tried beside, saved as a version. */
export function RulesPage() {
  const { editing, error, retry } = useDocument("triage");
  useEffect(() => {
    document.title = m.rules_title();
  }, []);
  if (error)
    return (
      <Notice title={refusalOf(error).message} action={{ label: m.console_retry(), run: retry }} />
    );
  if (!editing) return <Skeleton height="100%" />;
  return <RuleEditor editing={editing} />;
}

function RuleEditor({ editing }: { editing: Editing<"triage"> }) {
  const { document, inForce, isChanged, base } = editing;
  const words = useVocabulary(useTeams());
  const tried = useTrial(isChanged ? { triage: document } : null);
  const change = (part: Partial<TriageDocument>) => editing.change({ ...document, ...part });
  const editor = { words, lexicons: document.lexicons.map(({ id }) => id), calendars };
  const numbered = { ...document, rules: withVersions(document.rules, inForce.rules) };
  const run = tried.trial?.run;
  return (
    <main className={classes.page}>
      <header className={classes.head}>
        <h1>{m.rules_title()}</h1>
        <SaveBar
          base={base}
          isChanged={isChanged}
          canSave={tried.isPassed}
          effect={run && <p>{runText(run)}</p>}
          onDiscard={editing.discard}
          onSave={(note) => editing.save(note, numbered)}
        />
      </header>
      <div className={own.columns}>
        <aside className={own.aside}>
          <TrialPane tried={tried} words={words} />
        </aside>
        {/* Fields keep what is being typed; another version begins them anew. */}
        <div key={`${base}`} className={own.main}>
          <Products
            modules={document.modules}
            words={words}
            problems={tried.problems}
            onChange={(modules) => change({ modules })}
          />
          <RuleList
            rules={document.rules}
            editor={editor}
            problems={tried.problems}
            onChange={(rules) => change({ rules })}
          />
          <Lexicons
            lexicons={document.lexicons}
            emotion={document.emotion}
            problems={tried.problems}
            onChange={change}
          />
          <Versions editing={editing} />
        </div>
      </div>
    </main>
  );
}

/** Calendars that the desk comes with. */
const calendars = ["working", "c247"].map((id) => ({ value: id, label: id }));
