/** What is wrong with a file of the knowledge base, for the person who can mend it. */
import type { z } from "zod";
import { m } from "#messages";
import { type Locale, locales } from "../../content/schema.ts";

/** One sentence in each language. */
export type Reason = Record<Locale, string>;

export const inEach = (write: (options: { locale: Locale }) => string): Reason =>
  Object.fromEntries(locales.map((locale) => [locale, write({ locale })])) as Reason;

/**
 * What a schema has to say, field by field.
 * @param data what was judged: only it tells a missing field from a wrong one.
 */
export const reasonOf = (error: z.ZodError, data: unknown): Reason =>
  inEach((options) =>
    error.issues
      .map((issue) => sentence(issue, data, options))
      .join(m.knowledge_fault_and({}, options)),
  );

type Issue = z.core.$ZodIssue;

function sentence(issue: Issue, data: unknown, options: { locale: Locale }): string {
  const field = issue.path.join(".");
  if (field !== "" && valueAt(data, issue.path) === undefined)
    return m.knowledge_fault_missing({ field }, options);
  switch (issue.code) {
    case "unrecognized_keys":
      return m.knowledge_fault_unknown({ field: issue.keys.join(", ") }, options);
    case "too_big":
      return m.knowledge_fault_long({ field, max: Number(issue.maximum) }, options);
    case "too_small":
      return m.knowledge_fault_short({ field, min: Number(issue.minimum) }, options);
    case "invalid_value":
      return m.knowledge_fault_choice({ field, choices: issue.values.join(", ") }, options);
    case "invalid_format":
      return format(field, issue.format, options);
    default:
      return m.knowledge_fault_kind({ field: field || "YAML" }, options);
  }
}

function format(field: string, kind: string, options: { locale: Locale }): string {
  if (kind === "date") return m.knowledge_fault_day({ field }, options);
  return field === "id"
    ? m.knowledge_fault_id({ field }, options)
    : m.knowledge_fault_slug({ field }, options);
}

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown>)?.[key], data);
