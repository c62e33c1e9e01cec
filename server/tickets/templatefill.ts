/** Filling a template. Shows what is missing instead of leaving it out: such a message isn't sent. */
import type { Locale } from "../../content/schema.ts";
import type { Template, Variable } from "./templates.ts";

/** By variable: `time` is a Date, `duration` (seconds) and `number` are numbers, the others text. */
export type Values = Readonly<Record<string, string | number | Date | null | undefined>>;

/** How values are written for the reader; the caller knows the reader's zone. */
export type Format = {
  time(at: Date, locale: Locale): string;
  duration(seconds: number, locale: Locale): string;
  number(value: number, locale: Locale): string;
};

/** `{{name}}`, with room for spaces. */
export const placeholder = /\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g;

/** Names of the placeholders in a text, each once, in order. */
export const placeholdersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(placeholder)].map(([, name]) => name!)),
];

/**
 * The text with every value in its place. A variable that is blank, or is not of its type ("tomorrow"
 * is no time), is named in `missing` and its placeholder stays to be seen. Values are put in as they
 * are: braces that a customer wrote are text.
 */
export function fill(
  template: Pick<Template, "body" | "variables">,
  locale: Locale,
  values: Values,
  format: Format,
): { text: string; missing: string[] } {
  const written = new Map(
    template.variables.map((variable) => [variable.name, write(variable, locale, values, format)]),
  );
  const body = template.body[locale];
  const names = [...new Set([...placeholdersIn(body), ...written.keys()])];
  return {
    text: body.replace(placeholder, (whole, name: string) => written.get(name) ?? whole),
    missing: names.filter((name) => !written.get(name)),
  };
}

function write({ name, type }: Variable, locale: Locale, values: Values, format: Format) {
  const value = values[name];
  switch (type) {
    case "time":
      return isTime(value) ? format.time(value, locale) : null;
    case "duration":
      return isNumber(value) && value > 0 ? format.duration(value, locale) : null;
    case "number":
      return isNumber(value) ? format.number(value, locale) : null;
    default:
      return typeof value === "string" && value.trim() ? value.trim() : null;
  }
}

const isTime = (value: unknown): value is Date =>
  value instanceof Date && !Number.isNaN(value.getTime());
const isNumber = (value: unknown): value is number => Number.isFinite(value);

/** What the composer knows without asking; null where there is none. */
export type Known = {
  now: Date;
  ticketNumber: number;
  customerName: string | null;
  agentName: string;
  promiseAt: Date | null;
  firstReplyDueAt: Date | null;
  /** Address of the article. */
  article: string | null;
};

/** Values for the variables that are not filled by hand. */
export const prefill = (template: Pick<Template, "variables">, known: Known): Values =>
  Object.fromEntries(
    template.variables
      .filter((variable) => variable.fill !== "by_hand")
      .map((variable) => [variable.name, knownValue(variable, known)]),
  );

function knownValue(variable: Variable, known: Known): Values[string] {
  switch (variable.fill) {
    case "ticket_number":
      return String(known.ticketNumber);
    case "customer_name":
      return known.customerName;
    case "agent_name":
      return known.agentName;
    case "promise":
      return timeOr(variable, known.promiseAt, known.now);
    case "first_reply_due":
      return timeOr(variable, known.firstReplyDueAt, known.now);
    case "article":
      return known.article;
    default:
      return null;
  }
}

function timeOr({ type }: Variable, at: Date | null, now: Date): Date | number | null {
  if (type !== "duration" || !at) return at;
  return Math.floor((at.getTime() - now.getTime()) / 1000);
}
