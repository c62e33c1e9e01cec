import { Button } from "@mantine/core";
import { useState } from "react";
import { m } from "#messages";
import type { SettingKind } from "../../../../server/settings/kinds.ts";
import { isRefusal } from "../problems.ts";
import type { Change } from "./ChangeList.tsx";
import classes from "./document.module.css";
import { SaveDialog } from "./SaveDialog.tsx";
import type { Editing } from "./useEditing.ts";

type Props<K extends SettingKind> = { editing: Editing<K>; changes: readonly Change[] };

/** Stands at the foot while something is changed: how much, whether it can be saved, and the two ways out. */
export function SaveBar<K extends SettingKind>({ editing, changes }: Props<K>) {
  const [asked, setAsked] = useState(false);
  const { isChanged, isChecked, problems, conflict, base, version } = editing;
  if (!isChanged) return null;
  const refused = problems.filter(isRefusal).length;
  const state =
    refused > 0
      ? m.setup_problems({ count: refused })
      : m.setup_unsaved({ count: Math.max(1, changes.length) });
  return (
    <div className={classes.saveBar}>
      <span className={classes.state} data-refused={refused > 0} role="status">
        {state}
      </span>
      <Button variant="default" onClick={editing.discard}>
        {m.setup_discard()}
      </Button>
      <Button
        disabled={refused > 0 || !isChecked || conflict !== null || base !== version}
        onClick={() => setAsked(true)}
      >
        {m.setup_save()}
      </Button>
      {asked && (
        <SaveDialog
          version={version + 1}
          changes={changes}
          onClose={() => setAsked(false)}
          onSave={editing.save}
        />
      )}
    </div>
  );
}
