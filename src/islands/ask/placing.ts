/** Which field of the form a file belongs to, when fields come and go with the answers. */
import { isAsked } from "../../../content/answers.ts";
import type { Answers, Form, FormField } from "../../../content/forms.ts";

/** The fields that take files and are asked for, in the order of the form. */
export const fileFields = (form: Form, answers: Answers): FormField[] =>
  form.fields.filter((field) => field.type === "files" && isAsked(field, answers));

/** The field it was added to; if that is no longer asked for, the first one that is. */
export function placeOf(form: Form, answers: Answers, added: string): string | undefined {
  const fields = fileFields(form, answers);
  return (fields.find(({ id }) => id === added) ?? fields[0])?.id;
}

/** The answers as they are checked: files stand for themselves by their ids on this device. */
export function withPlaced(
  form: Form,
  answers: Answers,
  files: readonly { id: string; field: string }[],
): Answers {
  const placed = files.flatMap(({ id, field }) => {
    const place = placeOf(form, answers, field);
    return place ? [{ id, place }] : [];
  });
  const all: Answers = { ...answers };
  for (const { id } of fileFields(form, answers)) {
    const ids = placed.filter(({ place }) => place === id).map((file) => file.id);
    if (ids.length > 0) all[id] = ids;
  }
  return all;
}
