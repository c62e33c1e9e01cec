/**
 * Contact forms as data (`content/forms.yml`). The rule that checks answers against them stands in
 * `answers.ts`, so that a page can check without loading what reads the data.
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

export {
  type AnswerFault,
  checkAnswers,
  completeness,
  isAsked,
  keepAsked,
} from "./answers.ts";
