import { CloseButton, NumberInput, Textarea, TextInput } from "@mantine/core";
import dayjs from "dayjs";
import { CircleAlert, LayoutTemplate } from "lucide-react";
import { useId } from "react";
import { m } from "#messages";
import { HOUR, SECOND } from "../../../../server/sla/instant.ts";
import type { Variable } from "../../../../server/tickets/templates.ts";
import { currentLocale } from "../../language.ts";
import classes from "./composer.module.css";
import own from "./template.module.css";
import type { Filling } from "./useTemplate.ts";

/** What a template asks for, each as a small field; the text above follows. */
export function TemplateFields({ filling }: { filling: Filling }) {
  const { template, fields, missing } = filling;
  const locale = currentLocale();
  if (!template) return null;
  return (
    <fieldset className={classes.fields}>
      <legend className="visually-hidden">
        {m.console_template_fields({ name: template.name[locale] })}
      </legend>
      <p className={own.chosen}>
        <LayoutTemplate size={14} aria-hidden="true" />
        {template.name[locale]}
        <CloseButton
          size="xs"
          onClick={filling.leave}
          aria-label={m.console_template_leave({ name: template.name[locale] })}
        />
      </p>
      {fields.map(({ variable, value }) => (
        <Field
          key={variable.name}
          variable={variable}
          value={value}
          isMissing={missing.includes(variable)}
          onChange={(next) => filling.set(variable.name, next)}
        />
      ))}
      {missing.length > 0 && (
        <p className={own.missing} role="status">
          <CircleAlert size={14} aria-hidden="true" />
          {m.console_template_missing({
            list: listOf(missing.map(({ label }) => label[locale])),
          })}
        </p>
      )}
    </fieldset>
  );
}

const listOf = (names: string[]): string =>
  new Intl.ListFormat(currentLocale(), { type: "conjunction" }).format(names);

type Props = {
  variable: Variable;
  value: string | number | Date | null;
  isMissing: boolean;
  onChange: (value: string | number) => void;
};

function Field({ variable, value, isMissing, onChange }: Props) {
  const id = useId();
  const label = variable.label[currentLocale()];
  const shared = { id, size: "xs", "aria-required": true, "data-missing": isMissing } as const;
  const hours = typeof value === "number" ? Math.round((value * SECOND * 100) / HOUR) / 100 : "";
  return (
    <div className={classes.field} data-type={variable.type}>
      <label htmlFor={id}>{label}</label>
      {variable.type === "text" && (
        <Textarea
          {...shared}
          autosize
          minRows={1}
          maxRows={5}
          value={String(value ?? "")}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {variable.type === "link" && (
        <TextInput
          {...shared}
          type="url"
          placeholder="https://"
          value={String(value ?? "")}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {variable.type === "number" && (
        <NumberInput {...shared} value={Number(value ?? "")} onChange={onChange} />
      )}
      {variable.type === "duration" && (
        <NumberInput
          {...shared}
          min={0}
          step={1}
          decimalScale={2}
          suffix={m.console_template_hours()}
          value={hours}
          onChange={(next) => onChange(next === "" ? "" : (Number(next) * HOUR) / SECOND)}
        />
      )}
      {variable.type === "time" && (
        <TextInput
          {...shared}
          type="datetime-local"
          value={value instanceof Date ? dayjs(value).format("YYYY-MM-DDTHH:mm") : ""}
          onChange={(event) => onChange(dayjs(event.currentTarget.value).valueOf() || "")}
        />
      )}
    </div>
  );
}
