import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { Plus } from "lucide-react";
import { m } from "#messages";
import type { Purpose, Template, Variable } from "../../../../server/tickets/templates.ts";
import { serverNow } from "../../time/now.ts";
import { useFault } from "../document/problems.ts";
import { sampleText, unlisted } from "./sample.ts";
import classes from "./templates.module.css";
import { choices, localeName, purposeNames } from "./templatewords.ts";
import { VariableFields } from "./VariableFields.tsx";

type Props = {
  template: Template;
  /** Its place in the list. */
  index: number;
  onChange: (template: Template) => void;
};

/** Both languages side by side, each with what a customer would read below it. */
export function TemplateFields({ template, index, onChange }: Props) {
  const set = (fields: Partial<Template>) => onChange({ ...template, ...fields });
  return (
    <div className={classes.template}>
      <div className={classes.sides}>
        {(["en", "zh"] as const).map((locale) => (
          <Side key={locale} {...{ template, index, onChange, locale }} />
        ))}
      </div>
      <NativeSelect
        size="xs"
        w="16rem"
        label={m.template_purpose()}
        description={m.template_purpose_hint()}
        value={template.purpose}
        data={choices(purposeNames)}
        onChange={(event) => set({ purpose: event.currentTarget.value as Purpose })}
      />
      <Variables {...{ template, index, onChange }} />
    </div>
  );
}

function Side({ template, index, onChange, locale }: Props & { locale: "en" | "zh" }) {
  const { name, body } = template;
  const at = ["templates", index] as const;
  return (
    <section lang={locale === "zh" ? "zh-Hans" : "en"} className={classes.side}>
      <h3>{localeName(locale)}</h3>
      <TextInput
        label={m.template_name()}
        value={name[locale]}
        error={useFault(...at, "name", locale)}
        onChange={(event) =>
          onChange({ ...template, name: { ...name, [locale]: event.currentTarget.value } })
        }
      />
      <Textarea
        autosize
        minRows={5}
        label={m.template_text()}
        value={body[locale]}
        error={useFault(...at, "body", locale)}
        onChange={(event) =>
          onChange({ ...template, body: { ...body, [locale]: event.currentTarget.value } })
        }
      />
      <p className={classes.label}>{m.template_preview()}</p>
      <p className={classes.preview}>{sampleText(template, locale, serverNow())}</p>
    </section>
  );
}

const begun = (name: string): Variable => ({
  name,
  type: "text",
  label: { en: name, zh: name },
  fill: "by_hand",
});

function Variables({ template, index, onChange }: Props) {
  const { variables } = template;
  const put = (next: Variable[]) => onChange({ ...template, variables: next });
  const missing = useFault("templates", index, "variables");
  return (
    <section>
      <h3>{m.template_variables()}</h3>
      <p className={classes.hint}>{m.template_variables_hint()}</p>
      {unlisted(template).map((name) => (
        <Button
          key={name}
          variant="light"
          size="compact-sm"
          leftSection={<Plus size={12} aria-hidden="true" />}
          onClick={() => put([...variables, begun(name)])}
        >
          {m.template_variable_add({ name })}
        </Button>
      ))}
      {missing && <p className={classes.fault}>{missing}</p>}
      {variables.length > 0 && (
        <div className={classes.variableHead} aria-hidden="true">
          <span />
          <span>{m.template_asks_en()}</span>
          <span>{m.template_asks_zh()}</span>
          <span>{m.template_type()}</span>
          <span>{m.template_fill()}</span>
          <span />
        </div>
      )}
      {variables.map((variable, place) => (
        <VariableFields
          key={place}
          variable={variable}
          path={["templates", index, "variables", place]}
          onChange={(next) => put(variables.with(place, next))}
          onRemove={() => put(variables.toSpliced(place, 1))}
        />
      ))}
    </section>
  );
}
