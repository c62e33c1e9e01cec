import { m } from "#messages";
import type { Locale } from "../content/schema.ts";
import type { Problem } from "./errors.ts";

/** The sentence a reader sees for a refusal. */
export function problemText(problem: Problem, locale: Locale): string {
  const message = m[`problem_${problem.code}`] as (
    values: object,
    options: { locale: Locale },
  ) => string;
  return message(problem.params, { locale });
}
