import { ActionIcon, Button, NumberInput, SegmentedControl, Select } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { m } from "#messages";
import type { Condition, Group } from "../../../../server/triage/rule.ts";
import {
  type ConditionKind,
  conditionKinds,
  fresh,
  type GroupWord,
  groupOf,
  kindOf,
  membersOf,
  wordOf,
} from "./conditions.ts";
import type { Editor } from "./editor.ts";
import { FieldCondition } from "./FieldCondition.tsx";
import { lexiconName, moods } from "./names.ts";
import classes from "./rules.module.css";

type GroupProps = { group: Group; editor: Editor; onChange: (group: Group) => void };

/** Conditions that count together; a group may stand in a group. */
export function GroupEditor({ group, editor, onChange }: GroupProps) {
  const word = wordOf(group);
  const members = membersOf(group);
  const put = (next: Condition[]) => onChange(groupOf(word, next));
  return (
    <div className={classes.group}>
      {members.length !== 1 || word === "not" ? (
        <SegmentedControl
          size="xs"
          value={word}
          aria-label={m.rules_group_label()}
          onChange={(next) => onChange(groupOf(next as GroupWord, members))}
          data={[
            { value: "all", label: m.rules_group_all() },
            { value: "any", label: m.rules_group_any() },
            { value: "not", label: m.rules_group_not() },
          ]}
        />
      ) : null}
      {members.map((member, i) => (
        <ConditionEditor
          key={i}
          condition={member}
          editor={editor}
          onChange={(next) => put(members.with(i, next))}
          onRemove={() => put(members.toSpliced(i, 1))}
        />
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Plus size={14} />}
        onClick={() => put([...members, fresh.field])}
      >
        {m.rules_condition_add()}
      </Button>
    </div>
  );
}

type Props = {
  condition: Condition;
  editor: Editor;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
};

const kinds = Object.entries(conditionKinds).map(([value, label]) => ({ value, label }));

function ConditionEditor({ condition, editor, onChange, onRemove }: Props) {
  const kind = kindOf(condition);
  return (
    <div className={classes.line} data-kind={kind}>
      <Select
        className={classes.kind ?? ""}
        allowDeselect={false}
        aria-label={m.rules_condition_kind()}
        data={kinds.map(({ value, label }) => ({ value, label: label() }))}
        value={kind}
        onChange={(next) => next && onChange(fresh[next as ConditionKind])}
      />
      <Inputs condition={condition} editor={editor} onChange={onChange} />
      <ActionIcon
        variant="subtle"
        color="gray"
        onClick={onRemove}
        aria-label={m.rules_condition_remove()}
      >
        <X size={14} />
      </ActionIcon>
    </div>
  );
}

function Inputs({ condition, editor, onChange }: Omit<Props, "onRemove">) {
  if ("all" in condition || "any" in condition || "not" in condition)
    return <GroupEditor group={condition} editor={editor} onChange={onChange} />;
  if ("text_any" in condition)
    return <TextInputs condition={condition} editor={editor} onChange={onChange} />;
  if ("emotion" in condition)
    return (
      <Choose
        label={m.rules_level()}
        value={condition.emotion}
        data={Object.entries(moods).map(([value, name]) => ({ value, label: name() }))}
        onChange={(emotion) => onChange({ emotion: emotion as typeof condition.emotion })}
      />
    );
  if ("prior_contacts" in condition)
    return (
      <Count
        label={m.rules_count()}
        value={condition.prior_contacts}
        onChange={(prior_contacts) => onChange({ prior_contacts })}
      />
    );
  if ("hour_in" in condition)
    return (
      <Choose
        label={m.rules_calendar()}
        value={condition.hour_in}
        data={editor.calendars}
        onChange={(hour_in) => onChange({ hour_in })}
      />
    );
  if ("unset" in condition)
    return (
      <Choose
        label={m.rules_what()}
        value={condition.unset}
        data={[
          { value: "category", label: m.rules_what_category() },
          { value: "team", label: m.rules_what_team() },
        ]}
        onChange={(unset) => onChange({ unset: unset as typeof condition.unset })}
      />
    );
  if ("module_known" in condition || "unmatched" in condition) return null;
  return <FieldCondition condition={condition} words={editor.words} onChange={onChange} />;
}

type TextCondition = Extract<Condition, { text_any: string }>;

function TextInputs(props: {
  condition: TextCondition;
  editor: Editor;
  onChange: (condition: Condition) => void;
}) {
  const { text_any, at_least = 1 } = props.condition;
  const change = (lexicon: string, least: number) =>
    props.onChange(least > 1 ? { text_any: lexicon, at_least: least } : { text_any: lexicon });
  return (
    <>
      <Choose
        label={m.rules_lexicon()}
        value={text_any}
        data={props.editor.lexicons.map((id) => ({ value: id, label: lexiconName(id) }))}
        onChange={(lexicon) => change(lexicon, at_least)}
      />
      <Count
        label={m.rules_least()}
        value={at_least}
        onChange={(least) => change(text_any, least)}
      />
    </>
  );
}

type ChooseProps = {
  label: string;
  value: string;
  data: { value: string; label: string }[];
  onChange: (value: string) => void;
};

/** One of a list; a value that is gone from it stays to be seen. */
export function Choose({ label, value, data, onChange }: ChooseProps) {
  const known = data.some((choice) => choice.value === value);
  return (
    <Select
      searchable={data.length > 8}
      allowDeselect={false}
      aria-label={label}
      placeholder={label}
      data={known || !value ? data : [...data, { value, label: value }]}
      value={value || null}
      onChange={(next) => next && onChange(next)}
    />
  );
}

function Count(props: { label: string; value: number; onChange: (value: number) => void }) {
  return (
    <NumberInput
      className={classes.count ?? ""}
      min={1}
      max={99}
      aria-label={props.label}
      title={props.label}
      value={props.value}
      onChange={(value) => typeof value === "number" && props.onChange(value)}
    />
  );
}
