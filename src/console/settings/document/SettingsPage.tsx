import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { m } from "#messages";
import type { SettingDocument, SettingKind } from "../../../../server/settings/kinds.ts";
import { trpc } from "../../api.ts";
import { Notice } from "../../look/Notice.tsx";
import { useTrouble } from "../../patience.ts";
import { refusalOf } from "../../refusal.ts";
import { When } from "../../time/When.tsx";
import { isRefusal, problemText } from "../problems.ts";
import { Versions } from "../Versions.tsx";
import type { Change } from "./ChangeList.tsx";
import { Conflict } from "./Conflict.tsx";
import classes from "./document.module.css";
import { ProblemsProvider } from "./problems.ts";
import { Restoring } from "./Restoring.tsx";
import { SaveBar } from "./SaveBar.tsx";
import { type Editing, useEditing } from "./useEditing.ts";

type Props<K extends SettingKind> = {
  kind: K;
  title: string;
  intro: string;
  changesOf: (before: SettingDocument<K>, after: SettingDocument<K>) => Change[];
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

function Edited<K extends SettingKind>({
  editing,
  changesOf,
  children,
}: Props<K> & { editing: Editing<K> }) {
  const { problems, inForce, document, isChanged } = editing;
  const [restored, setRestored] = useState<number | null>(null);
  const refusals = isChanged ? problems.filter(isRefusal) : [];
  return (
    <ProblemsProvider value={problems}>
      <Conflict editing={editing} changesOf={changesOf} />
      {children(editing)}
      {refusals.length > 0 && (
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
      )}
      <SaveBar editing={editing} changes={isChanged ? changesOf(inForce, document) : []} />
      <div className={classes.versions}>
        <Versions editing={{ ...editing, base: editing.version }} onRestore={setRestored} />
      </div>
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
