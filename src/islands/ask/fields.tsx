import { type ComponentProps, useId } from "react";
import { m } from "#messages";
import type { Answer, FormField } from "../../../content/forms.ts";
import type { Choice } from "./definition.ts";
import { describedBy, Field, inputId, isPlainlyRequired } from "./Field.tsx";
import { useTo } from "./language.ts";

export type FieldProps = {
  field: FormField;
  answer: Answer | undefined;
  fault: string;
  set: (answer: Answer | undefined) => void;
  /** The reader went on to the next question. */
  leave: () => void;
};

export const textOf = (answer: Answer | undefined): string =>
  typeof answer === "string" ? answer : "";

/** What browsers know to fill in. */
const known: Record<string, string> = {
  name: "name",
  email: "email",
  company: "organization",
  phone: "tel",
};

export function TextField({ field, answer, fault, set, leave }: FieldProps) {
  const text = textOf(answer);
  const count = `${inputId(field)}-count`;
  const near = isNear(text, field.max);
  const props = {
    id: inputId(field),
    name: field.id,
    value: text,
    autoComplete: known[field.id],
    required: isPlainlyRequired(field),
    "aria-required": field.required || undefined,
    "aria-invalid": fault !== "" || undefined,
    "aria-describedby": describedBy(field, fault, near ? count : ""),
    onChange: (event: { target: { value: string } }) => set(event.target.value),
    onBlur: leave,
  };
  return (
    <Field {...{ field, fault }}>
      {field.type === "textarea" ? (
        <textarea rows={field.id === "description" ? 6 : 4} {...props} />
      ) : (
        <input {...inputKind(field)} {...props} />
      )}
      {near && <Count id={count} left={field.max - [...text].length} />}
      <Waive {...{ field, answer, fault, set }} />
    </Field>
  );
}

function inputKind({ type, id }: FormField): ComponentProps<"input"> {
  if (type === "email") return { type: "email", inputMode: "email", spellCheck: false };
  return { type: id === "phone" ? "tel" : "text" };
}

/** From four fifths of the limit on the reader is told how much is left. */
const isNear = (text: string, max: number): boolean =>
  text.length > 0.8 * max && [...text].length > 0.8 * max;

function Count({ id, left }: { id: string; left: number }) {
  const to = useTo();
  return (
    <p id={id} className={left < 0 ? "ask-count over" : "ask-count"}>
      {left < 0 ? m.ask_count_over({ count: -left }, to) : m.ask_count_left({ count: left }, to)}
    </p>
  );
}

/** One of a few, all seen at once. */
export function ChoiceField({ field, answer, fault, set }: FieldProps) {
  const to = useTo();
  return (
    <Field {...{ field, fault }} group>
      <div className="ask-choices">
        {field.options.map(({ id, label }, index) => (
          <label key={id}>
            <input
              type="radio"
              name={field.id}
              value={id}
              id={index === 0 ? `${inputId(field)}-first` : undefined}
              checked={answer === id}
              required={isPlainlyRequired(field)}
              onChange={() => set(id)}
            />
            {label[to.locale]}
          </label>
        ))}
      </div>
    </Field>
  );
}

/** One of many, from a list. */
export function SelectField({
  field,
  answer,
  fault,
  set,
  choices,
}: FieldProps & { choices: readonly Choice[] }) {
  const to = useTo();
  return (
    <Field {...{ field, fault }}>
      <select
        id={inputId(field)}
        name={field.id}
        value={textOf(answer)}
        required={isPlainlyRequired(field)}
        aria-required={field.required || undefined}
        aria-invalid={fault !== "" || undefined}
        aria-describedby={describedBy(field, fault)}
        onChange={(event) => set(event.target.value)}
      >
        <option value="">{m.ask_choose({}, to)}</option>
        {choices.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** "I can't": one tap, and the reason where one is asked for. */
export function Waive({ field, answer, set, fault }: Omit<FieldProps, "leave">) {
  const to = useTo();
  const reasonId = useId();
  if (!field.waive) return null;
  const waived = typeof answer === "object" && !Array.isArray(answer) ? answer.waived : null;
  const name = `${field.id}.waived`;
  return (
    <div className="ask-waive">
      <label>
        <input
          type="checkbox"
          name={name}
          checked={waived !== null}
          onChange={(event) => set(event.target.checked ? { waived: "" } : undefined)}
        />
        {field.waive.label[to.locale]}
      </label>
      {field.waive.reason && (
        <div className="ask-reason">
          <label htmlFor={reasonId}>{m.ask_waive_reason({}, to)}</label>
          <input
            id={reasonId}
            name={name}
            maxLength={500}
            value={waived ?? ""}
            aria-describedby={fault ? `${inputId(field)}-error` : undefined}
            onChange={(event) => set({ waived: event.target.value })}
          />
        </div>
      )}
    </div>
  );
}
