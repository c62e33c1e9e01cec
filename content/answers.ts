/**
 * The one rule that checks answers against a form. The browser checks with it while typing, the
 * server checks with it before anything is stored.
 */
import type { Answer, Answers, Form, FormField } from "./forms.ts";

/** What is wrong with one answer. */
export type AnswerFault = {
  field: string;
  code: "field_required" | "reason_required" | "text_too_long" | "choice_unknown" | "email_invalid";
  /** The limit in characters, for `text_too_long`. */
  max?: number;
};

const values = (answer: Answer | undefined): string[] =>
  answer === undefined
    ? []
    : typeof answer === "string"
      ? [answer]
      : Array.isArray(answer)
        ? answer
        : [];

/** Whether the field is asked for, given what was answered so far. */
export function isAsked(field: FormField, answers: Answers): boolean {
  const conditions = Object.entries(field.when ?? {});
  return conditions.every(([id, allowed]) => values(answers[id]).some((v) => allowed.includes(v)));
}

const isWaived = (answer: Answer | undefined): answer is { waived: string } =>
  typeof answer === "object" && !Array.isArray(answer);

const isFilled = (answer: Answer | undefined): boolean =>
  values(answer).some((v) => v.trim() !== "");

/** Length as people count it: code points, so that an emoji or a rare character is one. */
const length = (text: string): number => [...text].length;

const emailPattern = /^[^\s@<>,;"]{1,64}@[^\s@<>,;"]+\.[^\s@<>,;"]{2,}$/;

/**
 * @param allowed ids of categories and modules that exist.
 * @returns every fault, in the order of the form; empty if the answers can be stored.
 */
export function checkAnswers(
  form: Form,
  answers: Answers,
  allowed: { categories: readonly string[]; modules: readonly string[] },
): AnswerFault[] {
  return form.fields
    .filter((field) => isAsked(field, answers))
    .flatMap((field) => checkField(field, answers[field.id], allowed) ?? []);
}

function checkField(
  field: FormField,
  answer: Answer | undefined,
  allowed: { categories: readonly string[]; modules: readonly string[] },
): AnswerFault | undefined {
  if (isWaived(answer)) return checkWaiver(field, answer.waived);
  if (!isFilled(answer))
    return field.required ? { field: field.id, code: "field_required" } : undefined;
  const given = values(answer);
  if (given.some((v) => length(v) > field.max)) {
    return { field: field.id, code: "text_too_long", max: field.max };
  }
  if (field.type === "email" && !given.every((v) => emailPattern.test(v.trim()))) {
    return { field: field.id, code: "email_invalid" };
  }
  const known = optionsOf(field, allowed);
  if (known && !given.every((v) => known.includes(v)))
    return { field: field.id, code: "choice_unknown" };
  return undefined;
}

function checkWaiver(field: FormField, reason: string): AnswerFault | undefined {
  if (!field.waive) return field.required ? { field: field.id, code: "field_required" } : undefined;
  return field.waive.reason && !reason.trim()
    ? { field: field.id, code: "reason_required" }
    : undefined;
}

function optionsOf(
  field: FormField,
  allowed: { categories: readonly string[]; modules: readonly string[] },
): readonly string[] | undefined {
  if (field.type === "category") return allowed.categories;
  if (field.type === "module") return allowed.modules;
  return field.type === "choice" || field.type === "select"
    ? field.options.map((o) => o.id)
    : undefined;
}

/** Share (0–100) of the form's facts that are filled; 100 where the form asks for none. */
export function completeness(form: Form, answers: Answers): number {
  const facts = form.fields.filter((field) => field.fact && isAsked(field, answers));
  if (facts.length === 0) return 100;
  return Math.round(
    (100 * facts.filter((field) => isFilled(answers[field.id])).length) / facts.length,
  );
}

/** Drops answers to fields that don't exist or aren't asked for. */
export function keepAsked(form: Form, answers: Answers): Answers {
  const asked = form.fields.filter((field) => isAsked(field, answers));
  return Object.fromEntries(
    asked.flatMap(({ id }) => (answers[id] === undefined ? [] : [[id, answers[id]]])),
  );
}
