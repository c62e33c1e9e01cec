import { ActionIcon, Button, Select, TextInput } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { m } from "#messages";
import type { Category } from "../../../../server/triage/facts.ts";
import type { Action, Condition } from "../../../../server/triage/rule.ts";
import { priorityIds } from "../../words/grades.ts";
import { Choose, GroupEditor } from "./ConditionEditor.tsx";
import { groupOf } from "./conditions.ts";
import type { Editor } from "./editor.ts";
import { categories, flags, flows, roles } from "./names.ts";
import classes from "./rules.module.css";

type Kind = Action["do"];
const kinds: Record<Kind, () => string> = {
  set_if_empty: m.rules_a_route,
  set: m.rules_a_set,
  raise_priority: m.rules_a_raise,
  step_up: m.rules_a_step,
  flag: m.rules_a_flag,
  notify: m.rules_a_notify,
  start_flow: m.rules_a_flow,
  tag: m.rules_a_tag,
};
const fresh: Record<Kind, Action> = {
  set_if_empty: { do: "set_if_empty", team: "" },
  set: { do: "set", team: "" },
  raise_priority: { do: "raise_priority", to: "P1" },
  step_up: { do: "step_up", cap: "P1" },
  flag: { do: "flag", flag: "calm-first" },
  notify: { do: "notify", role: "csm" },
  start_flow: { do: "start_flow", flow: "risk" },
  tag: { do: "tag", tag: "" },
};

type Props = { actions: Action[]; editor: Editor; onChange: (actions: Action[]) => void };

/** What a rule does, in this order. */
export function ActionList({ actions, editor, onChange }: Props) {
  return (
    <div className={classes.group}>
      {actions.map((action, i) => (
        <div key={i} className={classes.line}>
          <Select
            className={classes.kind ?? ""}
            allowDeselect={false}
            aria-label={m.rules_action_kind()}
            data={Object.entries(kinds).map(([value, label]) => ({ value, label: label() }))}
            value={action.do}
            onChange={(next) => next && onChange(actions.with(i, fresh[next as Kind]))}
          />
          <Inputs
            action={action}
            editor={editor}
            onChange={(next) => onChange(actions.with(i, next))}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            onClick={() => onChange(actions.toSpliced(i, 1))}
            aria-label={m.rules_action_remove()}
          >
            <X size={14} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Plus size={14} />}
        onClick={() => onChange([...actions, fresh.set_if_empty])}
      >
        {m.rules_action_add()}
      </Button>
    </div>
  );
}

const listed = (names: Record<string, () => string>) =>
  Object.entries(names).map(([value, name]) => ({ value, label: name() }));
const priorityChoices = priorityIds.map((id) => ({ value: id, label: id }));

type InputProps = { action: Action; editor: Editor; onChange: (action: Action) => void };

function Inputs({ action, editor, onChange }: InputProps) {
  switch (action.do) {
    case "raise_priority":
      return <RaiseInputs action={action} editor={editor} onChange={onChange} />;
    case "step_up": {
      const set = (cap: string) => onChange({ ...action, cap: cap as typeof action.cap });
      const label = m.rules_cap();
      return <Choose label={label} value={action.cap} data={priorityChoices} onChange={set} />;
    }
    case "set_if_empty":
      return <RouteInputs action={action} editor={editor} onChange={onChange} />;
    case "set": {
      const set = (team: string) => onChange({ ...action, team });
      const { teams } = editor.words;
      return <Choose label={m.rules_team()} value={action.team} data={teams} onChange={set} />;
    }
    case "flag": {
      const set = (flag: string) => onChange({ ...action, flag });
      return (
        <Choose label={m.rules_flag()} value={action.flag} data={listed(flags)} onChange={set} />
      );
    }
    case "notify": {
      const set = (role: string) => onChange({ ...action, role });
      return (
        <Choose label={m.rules_role()} value={action.role} data={listed(roles)} onChange={set} />
      );
    }
    case "start_flow": {
      const set = (flow: string) => onChange({ ...action, flow: flow as typeof action.flow });
      return (
        <Choose label={m.rules_flow()} value={action.flow} data={listed(flows)} onChange={set} />
      );
    }
    case "tag":
      return (
        <TextInput
          aria-label={m.rules_tag()}
          placeholder={m.rules_tag()}
          value={action.tag}
          onChange={(event) => onChange({ ...action, tag: event.currentTarget.value })}
        />
      );
  }
}

type Raise = Extract<Action, { do: "raise_priority" }>;

function RaiseInputs(props: Omit<InputProps, "action"> & { action: Raise }) {
  const { action, editor, onChange } = props;
  const { if: only, ...rest } = action;
  const group =
    only && ("all" in only || "any" in only || "not" in only ? only : groupOf("all", [only]));
  const put = (next: Condition & object) => onChange({ ...rest, if: next });
  return (
    <>
      <Choose
        label={m.rules_a_raise()}
        value={action.to}
        data={priorityChoices}
        onChange={(to) => onChange({ ...action, to: to as Raise["to"] })}
      />
      {group && (
        <div className={classes.only}>
          <span>{m.rules_a_raise_if()}</span>
          <GroupEditor group={group} editor={editor} onChange={put} />
        </div>
      )}
    </>
  );
}

type Route = Extract<Action, { do: "set_if_empty" }>;
const ofModule = "@module";

function RouteInputs(props: Omit<InputProps, "action"> & { action: Route }) {
  const { action, editor, onChange } = props;
  const { category, team } = action;
  const change = (nextCategory: string | null, nextTeam: Route["team"] | null) =>
    onChange({
      do: "set_if_empty",
      ...(nextCategory && { category: nextCategory as Category }),
      ...(nextTeam !== null && { team: nextTeam }),
    } as Route);
  const teamValue = typeof team === "object" ? ofModule : (team ?? "");
  const teams = [...editor.words.teams, { value: ofModule, label: m.rules_of_module() }];
  const teamOf = (value: string | null) =>
    value === ofModule ? ({ of: "module" } as const) : value;
  return (
    <>
      <Select
        clearable
        aria-label={m.rules_category()}
        placeholder={m.rules_category()}
        data={listed(categories)}
        value={category ?? null}
        onChange={(next) => change(next, team ?? null)}
      />
      <Select
        clearable
        searchable
        aria-label={m.rules_team()}
        placeholder={m.rules_team()}
        data={teams}
        value={teamValue || null}
        onChange={(next) => change(category ?? null, teamOf(next))}
      />
    </>
  );
}
