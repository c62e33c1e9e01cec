/** What is wrong with a document, in the reader's language and beside the field it belongs to. */
import { createContext, useContext } from "react";
import { m } from "#messages";
import type { SettingProblem } from "../../../../server/settings/kinds.ts";
import { currentLocale } from "../../language.ts";

type Sentence = (
  values: Record<string, string | number>,
  options: { locale: "en" | "zh" },
) => string;

/** The sentence of a problem; those of calendars are told under a name of their own. */
export function problemText(
  { code, values }: Pick<SettingProblem, "code" | "values">,
  locale = currentLocale(),
): string {
  const all = m as unknown as Record<string, Sentence | undefined>;
  const sentence = all[`console_setting_${code}`] ?? all[`console_calendar_${code}`];
  const type = all[`template_type_${values.type}`]?.({}, { locale });
  return sentence?.(type ? { ...values, type } : values, { locale }) ?? code;
}

export type Path = readonly (string | number)[];

export const isRefusal = ({ severity }: SettingProblem): boolean => severity !== "notice";

/** Problems at a place or below it. */
export const problemsBelow = (
  problems: readonly SettingProblem[],
  path: Path,
): readonly SettingProblem[] =>
  problems.filter((problem) => path.every((step, index) => problem.path[index] === step));

const ProblemsContext = createContext<readonly SettingProblem[]>([]);
export const ProblemsProvider = ProblemsContext.Provider;

/** What keeps this field from being saved, for a field's `error`; undefined when nothing does. */
export function useFault(...path: Path): string | undefined {
  const found = problemsBelow(useContext(ProblemsContext), path).filter(isRefusal);
  return found.length > 0 ? found.map((problem) => problemText(problem)).join(" ") : undefined;
}

/** Everything there is to say about a place and what is below it. */
export const useProblemsBelow = (...path: Path): readonly SettingProblem[] =>
  problemsBelow(useContext(ProblemsContext), path);
