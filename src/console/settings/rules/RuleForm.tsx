import { Button, Checkbox, TextInput } from "@mantine/core";
import { Trash2 } from "lucide-react";
import { m } from "#messages";
import type { Rule } from "../../../../server/triage/rule.ts";
import { ActionList } from "./ActionEditor.tsx";
import { GroupEditor } from "./ConditionEditor.tsx";
import type { Editor } from "./editor.ts";
import classes from "./rules.module.css";

type Props = {
  rule: Rule;
  editor: Editor;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
};

/** One rule: when it fires, what it does. */
export function RuleForm({ rule, editor, onChange, onRemove }: Props) {
  const change = (part: Partial<Rule>) => onChange({ ...rule, ...part });
  return (
    <div className={classes.form}>
      <fieldset>
        <legend>{m.rules_if()}</legend>
        <GroupEditor group={rule.when} editor={editor} onChange={(when) => change({ when })} />
      </fieldset>
      <fieldset>
        <legend>{m.rules_then()}</legend>
        <ActionList actions={rule.then} editor={editor} onChange={(then) => change({ then })} />
      </fieldset>
      <div className={classes.formFoot}>
        <TextInput
          label={m.rules_id()}
          description={m.rules_id_hint()}
          maxLength={60}
          value={rule.id}
          onChange={(event) => change({ id: event.currentTarget.value.trim() })}
        />
        <Checkbox
          label={m.rules_stop()}
          checked={rule.stop ?? false}
          onChange={(event) => {
            const { stop: _, ...rest } = rule;
            onChange(event.currentTarget.checked ? { ...rest, stop: true } : rest);
          }}
        />
        <Button
          variant="subtle"
          color="breached"
          leftSection={<Trash2 size={14} />}
          onClick={onRemove}
        >
          {m.rules_remove()}
        </Button>
      </div>
    </div>
  );
}
