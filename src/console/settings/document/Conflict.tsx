import { Alert, Button } from "@mantine/core";
import { GitCompare } from "lucide-react";
import { m } from "#messages";
import type { SettingDocument, SettingKind } from "../../../../server/settings/kinds.ts";
import { type Change, ChangeList } from "./ChangeList.tsx";
import classes from "./document.module.css";
import type { Editing } from "./useEditing.ts";

type Props<K extends SettingKind> = {
  editing: Editing<K>;
  changesOf: (before: SettingDocument<K>, after: SettingDocument<K>) => Change[];
};

/** Somebody saved while this was being edited: what they changed, what is changed here, and a choice. */
export function Conflict<K extends SettingKind>({ editing, changesOf }: Props<K>) {
  const { conflict, inForce, document, version } = editing;
  if (!conflict) return null;
  return (
    <Alert
      color="risk"
      variant="light"
      role="alert"
      icon={<GitCompare size={16} />}
      title={m.setup_conflict({ version })}
    >
      <div className={classes.conflict}>
        <section>
          <h3>{m.setup_conflict_theirs()}</h3>
          <ChangeList changes={changesOf(conflict.before, inForce)} />
        </section>
        <section>
          <h3>{m.setup_conflict_mine()}</h3>
          <ChangeList changes={changesOf(conflict.before, document)} />
        </section>
      </div>
      <p className={classes.hint}>{m.setup_conflict_hint()}</p>
      <div className={classes.ways}>
        <Button variant="default" onClick={editing.discard}>
          {m.setup_conflict_take()}
        </Button>
        <Button variant="default" onClick={editing.keepMine}>
          {m.setup_conflict_keep()}
        </Button>
      </div>
    </Alert>
  );
}
