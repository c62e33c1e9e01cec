import { ActionIcon, NativeSelect, TextInput } from "@mantine/core";
import { X } from "lucide-react";
import { m } from "#messages";
import type { Fill, Variable, VariableType } from "../../../../server/tickets/templates.ts";
import { type Path, useFault } from "../document/problems.ts";
import classes from "./templates.module.css";
import { choices, fillNames, typeNames } from "./templatewords.ts";

type Props = {
  variable: Variable;
  path: Path;
  onChange: (variable: Variable) => void;
  onRemove: () => void;
};

/** What a variable holds, what the composer asks for, and what fills it. */
export function VariableFields({ variable, path, onChange, onRemove }: Props) {
  const set = (fields: Partial<Variable>) => onChange({ ...variable, ...fields });
  const of = (field: string) => `${field} · ${variable.name}`;
  return (
    <div className={classes.variable}>
      <code>{`{{${variable.name}}}`}</code>
      <TextInput
        aria-label={of(m.template_asks_en())}
        value={variable.label.en}
        error={useFault(...path, "label", "en")}
        onChange={(event) => set({ label: { ...variable.label, en: event.currentTarget.value } })}
      />
      <TextInput
        aria-label={of(m.template_asks_zh())}
        value={variable.label.zh}
        error={useFault(...path, "label", "zh")}
        onChange={(event) => set({ label: { ...variable.label, zh: event.currentTarget.value } })}
      />
      <NativeSelect
        size="xs"
        aria-label={of(m.template_type())}
        value={variable.type}
        data={choices(typeNames)}
        error={useFault(...path, "type")}
        onChange={(event) => set({ type: event.currentTarget.value as VariableType })}
      />
      <NativeSelect
        size="xs"
        aria-label={of(m.template_fill())}
        value={variable.fill}
        data={choices(fillNames)}
        error={[useFault(...path, "fill"), useFault(...path, "name")].filter(Boolean).join(" ")}
        onChange={(event) => set({ fill: event.currentTarget.value as Fill })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={m.setup_remove({ name: variable.name })}
        onClick={onRemove}
      >
        <X size={14} />
      </ActionIcon>
    </div>
  );
}
