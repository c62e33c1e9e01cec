/**
 * Contact forms as data (`content/forms.yml`) and the one rule that checks answers against them.
 * The browser checks with it while typing, the server checks with it before anything is stored.
 */
import { z } from "zod";

const textSchema = z.object({ en: z.string(), zh: z.string() });

/** Shown and required only if every named field has one of the listed values. */
const conditionSchema = z.record(z.string(), z.array(z.string()));

export const fieldSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  type: z.enum([
    "text",
    "textarea",
    "choice",
    "select",
    "category",
    "module",
    "since",
    "email",
    "files",
  ]),
  label: textSchema,
  /** One line under the label. */
  hint: textSchema.optional(),
  required: z.boolean().default(false),
  /** A required field that may be left empty by one tap; the reason is then asked for, or not. */
  waive: z.object({ label: textSchema, reason: z.boolean().default(false) }).optional(),
  /** Characters, not bytes: Chinese counts as it looks. */
  max: z.number().int().positive().default(200),
  options: z.array(z.object({ id: z.string(), label: textSchema })).default([]),
  when: conditionSchema.optional(),
  /** Counts towards the share of facts a ticket brings (F106). */
  fact: z.boolean().default(false),
});
export type FormField = z.infer<typeof fieldSchema>;

export const formSchema = z.object({
  id: z.string(),
  /** Raised with every change, kept with the ticket. */
  version: z.number().int().positive(),
  fields: z.array(fieldSchema).min(1),
});
export const formsSchema = z.array(formSchema).min(1);
export type Form = z.infer<typeof formSchema>;

/** A waived field says so, with the reason where one is asked for. */
export const answerSchema = z.union([
  z.string(),
  z.array(z.string()).max(20),
  z.object({ waived: z.string().max(500) }),
]);
export type Answer = z.infer<typeof answerSchema>;
export const answersSchema = z.record(z.string().max(40), answerSchema);
export type Answers = z.infer<typeof answersSchema>;

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
