/** What is wrong with a document, in the reader's language and beside the field it belongs to. */
import { createContext, useContext } from "react";
import type { SettingProblem } from "../../../../server/settings/kinds.ts";
import { isRefusal, problemText } from "../problems.ts";

export type Path = readonly (string | number)[];

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
