/** Reply templates: what a message of a purpose says, and which places in it are filled. */
import { z } from "zod";
import { byFit, type ScopeFacts, scopeSchema } from "./scope.ts";

/** A text in both languages, each written in it and not translated. */
export const bilingualSchema = z.object({ en: z.string(), zh: z.string() });

export const purposeSchema = z.enum([
  "received",
  "progress",
  "delay",
  "resolved",
  "third_party",
  "calm_first",
  "l1_first",
  "compensation",
  "verify",
  "custom",
]);
export type Purpose = z.infer<typeof purposeSchema>;

/** `duration` is in seconds; `time` is an instant, never a word like "tomorrow"; `link` is an address. */
export const variableTypeSchema = z.enum(["text", "time", "duration", "number", "link"]);
export type VariableType = z.infer<typeof variableTypeSchema>;

/** Where a value comes from; all but `by_hand` are put in by the composer and may be changed there. */
export const fillSchema = z.enum([
  "by_hand",
  "ticket_number",
  "customer_name",
  "agent_name",
  /** The time of the next update; as a duration, counted from now. */
  "promise",
  /** The time by which a person answers; as a duration, counted from now. */
  "first_reply_due",
  /** Address of the article that was chosen. */
  "article",
]);
export type Fill = z.infer<typeof fillSchema>;

export const variableSchema = z.object({
  /** As it stands between the braces. */
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  type: variableTypeSchema,
  /** What the composer asks for. */
  label: bilingualSchema,
  fill: fillSchema,
});
export type Variable = z.infer<typeof variableSchema>;

export const templateSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9_-]*$/),
  /** What agents see in the list. */
  name: bilingualSchema,
  purpose: purposeSchema,
  /** Plain text with `{{name}}` for each variable. Greeting and signature are put around it. */
  body: bilingualSchema,
  variables: z.array(variableSchema),
  /** Tickets it is offered for; left out = all. */
  appliesTo: scopeSchema.pick({ kinds: true, categories: true, levels: true }).optional(),
});
export type Template = z.infer<typeof templateSchema>;

/** The settings kind `templates`. `checkTemplates` says what else has to hold. */
export const templatesSchema = z.object({ templates: z.array(templateSchema) });
export type Templates = z.infer<typeof templatesSchema>;

/** `flags` as triage left them on the ticket. */
export type TemplateFacts = ScopeFacts & { flags?: readonly string[] };

/** The purpose that a ticket asks for before any other, or null. */
export function firstPurpose({ kind, level, flags }: TemplateFacts): Purpose | null {
  if (kind === "complaint" || flags?.includes("calm-first")) return "calm_first";
  return level === "L1" ? "l1_first" : null;
}

/** Templates to offer for a ticket: what it asks for first, then the more precise, then as ordered. */
export function templatesFor({ templates }: Templates, facts: TemplateFacts): Template[] {
  const wanted = firstPurpose(facts);
  const fitting = byFit(templates, facts);
  const isWanted = ({ purpose }: Template) => purpose === wanted;
  return [...fitting.filter(isWanted), ...fitting.filter((template) => !isWanted(template))];
}
