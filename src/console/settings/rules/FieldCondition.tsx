import { MultiSelect, Select, TagsInput } from "@mantine/core";
import { m } from "#messages";
import type { Condition, Field } from "../../../../server/triage/rule.ts";
import type { Vocabulary } from "./choices.ts";
import { fieldCondition, fieldOf } from "./conditions.ts";
import { fields } from "./names.ts";

type Props = {
  condition: Condition;
  words: Vocabulary;
  onChange: (condition: Condition) => void;
};

/** A field of the ticket, and the values that count. */
export function FieldCondition({ condition, words, onChange }: Props) {
  const { field, values } = fieldOf(condition);
  const change = (next: string[]) => onChange(fieldCondition(field, next));
  const known = words.valuesOf(field);
  return (
    <>
      <Select
        allowDeselect={false}
        aria-label={m.rules_field()}
        data={Object.entries(fields)
          .filter(([id]) => id !== "prior_contacts")
          .map(([value, name]) => ({ value, label: name() }))}
        value={field}
        onChange={(next) => next && onChange(fieldCondition(next as Field, []))}
      />
      {known && field !== "tags" ? (
        <MultiSelect
          aria-label={m.rules_values()}
          placeholder={values.length === 0 ? m.rules_value() : ""}
          data={known}
          value={values}
          onChange={change}
        />
      ) : (
        <TagsInput
          aria-label={m.rules_values()}
          placeholder={values.length === 0 ? m.rules_value() : ""}
          data={known ?? []}
          value={values}
          onChange={change}
        />
      )}
    </>
  );
}
