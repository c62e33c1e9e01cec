import type { ReactNode } from "react";
import { m } from "#messages";
import type { FormField } from "../../../content/forms.ts";
import { useTo } from "./language.ts";

export const inputId = (field: FormField): string => `ask-${field.id}`;

/** Whether the browser itself asks for it where no script runs: only what is always asked for. */
export const isPlainlyRequired = (field: FormField): boolean =>
  field.required && !field.when && !field.waive;

/** For `aria-describedby`: hint, error and count, as far as they are shown. */
export function describedBy(field: FormField, fault: string, more = ""): string | undefined {
  const id = inputId(field);
  const ids = [field.hint && `${id}-hint`, fault && `${id}-error`, more].filter(Boolean);
  return ids.join(" ") || undefined;
}

type Props = {
  field: FormField;
  /** What is wrong with the answer, or empty. */
  fault: string;
  children: ReactNode;
  /** Several controls answer one question. */
  group?: boolean;
};

/** A question: label, hint, what is wrong with the answer, and the control. */
export function Field({ field, fault, children, group = false }: Props) {
  const to = useTo();
  const id = inputId(field);
  const Frame = group ? "fieldset" : "div";
  const words = (
    <>
      {field.label[to.locale]}
      {!field.required && !/[(（]/.test(field.label[to.locale]) && (
        <span className="ask-optional"> {m.ask_optional({}, to)}</span>
      )}
    </>
  );
  return (
    <Frame
      className={fault ? "ask-field wrong" : "ask-field"}
      data-field={field.id}
      aria-describedby={group ? describedBy(field, fault) : undefined}
      {...(group && { id, tabIndex: -1 })}
    >
      {group ? <legend>{words}</legend> : <label htmlFor={id}>{words}</label>}
      {field.hint && (
        <p className="ask-hint" id={`${id}-hint`}>
          {field.hint[to.locale]}
        </p>
      )}
      {fault && (
        <p className="ask-error" id={`${id}-error`}>
          <span className="sr-only">{m.ask_error_mark({}, to)} </span>
          {fault}
        </p>
      )}
      {children}
    </Frame>
  );
}
