import { m } from "#messages";
import type { AnswerFault, Form } from "../../../content/forms.ts";
import type { Locale } from "../../../content/schema.ts";
import type { Refusal } from "../trouble.ts";

/** The sentence for one fault, the same as the server's. */
function faultText({ code, max = 0 }: AnswerFault, locale: Locale): string {
  if (code === "field_required") return m.problem_field_required({}, { locale });
  if (code === "reason_required") return m.problem_reason_required({}, { locale });
  if (code === "text_too_long") return m.problem_text_too_long({ max }, { locale });
  if (code === "email_invalid") return m.problem_email_invalid({}, { locale });
  return m.problem_choice_unknown({}, { locale });
}

type Seen = {
  /** Whether sending was tried: only then an empty field is a fault. */
  tried: boolean;
  /** Fields the reader has left. */
  left: ReadonlySet<string>;
  refusal: Refusal | null;
};

/** What is said at each field now, by its id. A server's word counts until the field changes. */
export function shownFaults(
  faults: readonly AnswerFault[],
  { tried, left, refusal }: Seen,
  locale: Locale,
): Record<string, string> {
  const empty = (code: AnswerFault["code"]) =>
    code === "field_required" || code === "reason_required";
  const shown = faults.filter(({ field, code }) => tried || (left.has(field) && !empty(code)));
  const texts = Object.fromEntries(shown.map((fault) => [fault.field, faultText(fault, locale)]));
  return refusal?.field ? { [refusal.field]: refusal.message, ...texts } : texts;
}

/** A refusal that is about no field of the form stands above it. */
export const generalFault = (form: Form, refusal: Refusal | null): string =>
  refusal && !form.fields.some(({ id }) => id === refusal.field) ? refusal.message : "";
