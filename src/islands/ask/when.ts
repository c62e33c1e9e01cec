import type { Form, FormField } from "../../../content/forms.ts";

/**
 * Styles that show a field only for the answers it is for, where no script runs. With script
 * `isAsked` decides; the server asks it again in both cases.
 */
export function whenStyles(form: Form): string {
  return form.fields.flatMap((field) => hiding(form, field)).join("\n");
}

function hiding(form: Form, field: FormField): string[] {
  return Object.entries(field.when ?? {}).map(([id, answers]) => {
    const given = answers.map((answer) => chosen(form, id, answer)).join(",");
    return `.ask-form:not(:has(${given})) [data-field="${field.id}"]{display:none}`;
  });
}

function chosen(form: Form, id: string, answer: string): string {
  const isChoice = form.fields.find((field) => field.id === id)?.type === "choice";
  return isChoice
    ? `input[name="${id}"][value="${answer}"]:checked`
    : `select[name="${id}"] option[value="${answer}"]:checked`;
}
