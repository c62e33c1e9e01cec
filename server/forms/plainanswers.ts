/** What a form posted without script says. Names of fields are the form's own. */
import type { Answer, Answers, Form } from "../../content/forms.ts";
import type { Locale } from "../../content/schema.ts";

/** Everything posted under a name, in the order of the page. */
export type Posted = ReadonlyMap<string, readonly string[]>;

export const firstOf = (fields: Posted, name: string): string => fields.get(name)?.[0] ?? "";

/**
 * @param files ids of stored uploads by field.
 * `steps.waived` is "on", a reason, or both: "I can't". An answer counts more than a waiver.
 */
export function answersOf(form: Form, fields: Posted, files: Posted): Answers {
  const answers = form.fields.flatMap(({ id, type, waive }): [string, Answer][] => {
    const stored = files.get(id);
    if (type === "files" && stored) return [[id, [...stored]]];
    const given = firstOf(fields, id);
    if (given) return [[id, given]];
    const waived = (fields.get(`${id}.waived`) ?? []).filter((said) => said.trim() !== "");
    if (!waive || waived.length === 0) return [];
    return [[id, { waived: waived.find((said) => said !== "on") ?? "" }]];
  });
  return Object.fromEntries(answers);
}

/** What was typed, to be shown again: nothing is lost when a form is refused. */
export function typedText(
  form: Form,
  locale: Locale,
  fields: Posted,
): { label: string; value: string }[] {
  return form.fields.flatMap(({ id, label, options }) => {
    const value = firstOf(fields, id).trim();
    const chosen = options.find((option) => option.id === value)?.label[locale];
    return value ? [{ label: label[locale], value: chosen ?? value }] : [];
  });
}
