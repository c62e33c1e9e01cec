import { Button } from "@mantine/core";
import { useState } from "react";
import { m } from "#messages";
import type { SettingKind } from "../../../../server/settings/kinds.ts";
import { isRefusal } from "../problems.ts";
import type { Change } from "./ChangeList.tsx";
import classes from "./document.module.css";
import { SaveDialog } from "./SaveDialog.tsx";
import { runText, type Tried } from "./trial.ts";
import type { Editing } from "./useEditing.ts";

type Props<K extends SettingKind> = {
  editing: Editing<K>;
  changes: readonly Change[];
  /** Of a document that is tried before it may be saved. */
  tried?: Tried | undefined;
  onSave: (note: string) => Promise<number>;
};

/** Stands at the foot while something is changed: how much, whether it can be saved, and the two ways out. */
export function SaveBar<K extends SettingKind>({ editing, changes, tried, onSave }: Props<K>) {
  const [asked, setAsked] = useState(false);
  const { isChanged, isChecked, problems, conflict, base, version } = editing;
  if (!isChanged) return null;
  const refused = problems.filter(isRefusal).length;
  const state =
    refused > 0
      ? m.setup_problems({ count: refused })
      : m.setup_unsaved({ count: Math.max(1, changes.length) });
  const isReady = refused === 0 && isChecked && tried?.isPassed !== false;
  const canSave = isReady && conflict === null && base === version;
  const run = tried?.trial?.run;
  return (
    <div className={classes.saveBar}>
      <span className={classes.state} data-refused={refused > 0} role="status">
        {state}
      </span>
      <Button variant="default" onClick={editing.discard}>
        {m.setup_discard()}
      </Button>
      <Button disabled={!canSave} onClick={() => setAsked(true)}>
        {m.setup_save()}
      </Button>
      {asked && (
        <SaveDialog
          version={version + 1}
          changes={changes}
          effect={run && <p>{runText(run)}</p>}
          onClose={() => setAsked(false)}
          onSave={onSave}
        />
      )}
    </div>
  );
}
