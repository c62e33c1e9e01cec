import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import dayjs from "dayjs";
import { m } from "#messages";
import { isAsked } from "../../../content/answers.ts";
import type { Answers, Form, FormField } from "../../../content/forms.ts";
import { currentLocale } from "../language.ts";
import { type Named, nameOf, useSettings } from "../settings.ts";
import classes from "./newticket.module.css";

type Props = {
  form: Form;
  answers: Answers;
  /** What is said at each field, by its id. */
  texts: Record<string, string>;
  onChange: (id: string, value: string) => void;
};

/** Who the customer is stands in fields of its own; files are chosen below. */
const apart = ["email", "name", "company", "phone"];

/** The questions of the form on the site, in its order. */
export function FormFields({ form, answers, texts, onChange }: Props) {
  const fields = form.fields.filter(
    (field) => !apart.includes(field.id) && field.type !== "files" && isAsked(field, answers),
  );
  return (
    <>
      {fields.map((field) => (
        <OneField
          key={field.id}
          field={field}
          value={textOf(answers[field.id])}
          error={texts[field.id]}
          onChange={(value) => onChange(field.id, value)}
        />
      ))}
    </>
  );
}

export const textOf = (answer: Answers[string] | undefined): string =>
  typeof answer === "string" ? answer : "";

/** The site asks its reader; here somebody is asked about somebody else. */
const labels: Record<string, () => string> = {
  kind: m.console_field_kind,
  email: m.console_email,
  name: m.console_new_name,
  company: m.console_new_company,
  phone: m.console_channel_phone,
};

type FieldProps = {
  field: FormField;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
};

export function OneField({ field, value, error, onChange }: FieldProps) {
  const { categories, modules } = useSettings();
  const common = {
    name: field.id,
    label: labels[field.id]?.() ?? field.label[currentLocale()],
    // What the form lets a customer waive stays empty here without a word.
    required: field.required && !field.waive,
    withAsterisk: field.required && !field.waive,
    error,
  };
  const type = (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value);
  if (field.type === "textarea")
    return (
      <Textarea
        {...common}
        className={classes.wide ?? ""}
        autosize
        minRows={field.id === "description" ? 4 : 2}
        value={value}
        onChange={type}
      />
    );
  if (field.type === "since")
    return (
      <TextInput
        {...common}
        type="datetime-local"
        value={value ? dayjs(value).format("YYYY-MM-DDTHH:mm") : ""}
        onChange={({ currentTarget }) => {
          const at = dayjs(currentTarget.value);
          onChange(at.isValid() ? at.toISOString() : "");
        }}
      />
    );
  const choices = choicesOf(field, categories, modules);
  if (choices)
    return (
      <NativeSelect
        {...common}
        size="xs"
        data={[{ value: "", label: m.console_file_none() }, ...choices]}
        value={value}
        onChange={type}
      />
    );
  return (
    <TextInput
      {...common}
      className={field.id === "subject" ? (classes.wide ?? "") : ""}
      type={field.type === "email" ? "email" : "text"}
      value={value}
      onChange={type}
    />
  );
}

function choicesOf(field: FormField, categories: readonly Named[], modules: readonly Named[]) {
  const named = (list: readonly Named[]) =>
    list.map(({ id }) => ({ value: id, label: nameOf(list, id) }));
  if (field.type === "category") return named(categories);
  if (field.type === "module") return named(modules);
  return field.type === "choice" || field.type === "select" ? named(field.options) : null;
}
