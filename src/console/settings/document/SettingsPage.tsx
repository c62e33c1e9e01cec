import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { Fragment, type ReactNode, useEffect, useState } from "react";
import { m } from "#messages";
import type { SettingDocument, SettingKind } from "../../../../server/settings/kinds.ts";
import { trpc } from "../../api.ts";
import { Notice } from "../../look/Notice.tsx";
import { useTrouble } from "../../patience.ts";
import { refusalOf } from "../../refusal.ts";
import { When } from "../../time/When.tsx";
import { isRefusal, problemText } from "../problems.ts";
import type { Vocabulary } from "../rules/choices.ts";
import type { Change } from "./ChangeList.tsx";
import { Conflict } from "./Conflict.tsx";
import classes from "./document.module.css";
import { ProblemsProvider } from "./problems.ts";
import { Restoring } from "./Restoring.tsx";
import { SaveBar } from "./SaveBar.tsx";
import { TrialPane } from "./TrialPane.tsx";
import { type Drafts, type Tried, useTrial } from "./trial.ts";
import { type Editing, useEditing } from "./useEditing.ts";
import { Versions } from "./Versions.tsx";

type Props<K extends SettingKind> = {
  kind: K;
  title: string;
  intro: string;
  changesOf: (before: SettingDocument<K>, after: SettingDocument<K>) => Change[];
  /** What is tried on the last tickets while one writes, and the names that its effect is told with. */
  trial?: { drafts: (document: SettingDocument<K>) => Drafts; words: Vocabulary };
  /** What is stored, made from what was written. */
  finished?: (document: SettingDocument<K>, inForce: SettingDocument<K>) => SettingDocument<K>;
  children: (editing: Editing<K>) => ReactNode;
};

/** What every page of settings has: the version in force, the edit, what it changes, the versions. */
export function SettingsPage<K extends SettingKind>(props: Props<K>) {
  const { kind, title, intro } = props;
  const asking = useEditing(kind);
  const trouble = useTrouble(asking);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <main className={classes.settings}>
      <div className={classes.page}>
        <header className={classes.head}>
          <h1>{title}</h1>
          <p className={classes.intro}>{intro}</p>
          <InForce kind={kind} />
        </header>
        {trouble !== null && (
          <Notice
            title={refusalOf(trouble).message}
            action={{ label: m.console_retry(), run: asking.retry }}
          />
        )}
        {asking.editing && <Edited {...props} editing={asking.editing} />}
      </div>
    </main>
  );
}

type EditedProps<K extends SettingKind> = Props<K> & { editing: Editing<K> };

function Edited<K extends SettingKind>(props: EditedProps<K>) {
  const { editing, changesOf, trial, finished = (document) => document } = props;
  const { inForce, document, isChanged } = editing;
  const [restored, setRestored] = useState<number | null>(null);
  const tried = useTrial(trial && isChanged ? trial.drafts(document) : null);
  return (
    <ProblemsProvider value={editing.problems}>
      <Conflict editing={editing} changesOf={changesOf} />
      <Written {...props} tried={tried} />
      <SaveBar
        editing={editing}
        changes={isChanged ? changesOf(inForce, document) : []}
        tried={trial && tried}
        onSave={(note) => editing.save(note, finished(document, inForce))}
      />
      <Versions editing={editing} onRestore={setRestored} />
      {restored !== null && (
        <Restoring
          editing={editing}
          version={restored}
          changesOf={changesOf}
          onClose={() => setRestored(null)}
        />
      )}
    </ProblemsProvider>
  );
}

/** The fields and what keeps them from being saved; beside them, what they would have done. */
function Written<K extends SettingKind>(props: EditedProps<K> & { tried: Tried }) {
  const { editing, trial, tried, children } = props;
  // Fields keep what is being typed; another document begins them anew.
  const fields = <Fragment key={editing.round}>{children(editing)}</Fragment>;
  if (!trial)
    return (
      <>
        {fields}
        <Refusals editing={editing} />
      </>
    );
  return (
    <div className={classes.columns}>
      <aside className={classes.tried}>
        <TrialPane tried={tried} words={trial.words} />
      </aside>
      <div className={classes.written}>{fields}</div>
    </div>
  );
}

/** All of them in one place; each stands beside its field too. */
function Refusals<K extends SettingKind>({ editing }: { editing: Editing<K> }) {
  const refusals = editing.isChanged ? editing.problems.filter(isRefusal) : [];
  if (refusals.length === 0) return null;
  return (
    <Alert
      color="breached"
      variant="light"
      icon={<TriangleAlert size={16} />}
      title={m.setup_problems({ count: refusals.length })}
    >
      <ul className={classes.faults}>
        {refusals.map((problem) => (
          <li key={`${problem.code} ${problem.path.join(".")}`}>{problemText(problem)}</li>
        ))}
      </ul>
    </Alert>
  );
}

/** Number, person, day and reason of the version in force. */
function InForce({ kind }: { kind: SettingKind }) {
  const { data } = useQuery(trpc.settings.versions.queryOptions({ kind }));
  const latest = data?.[0];
  return (
    <p className={classes.current}>
      {latest && (
        <>
          {m.setup_in_force({ version: latest.version })}
          {" · "}
          {latest.by ?? m.console_system()}
          {" · "}
          <When at={latest.at} />
          {latest.note && ` · ${latest.note}`}
        </>
      )}
    </p>
  );
}
