import { useMemo, useState } from "react";
import { checkAnswers } from "../../../content/answers.ts";
import { shownFaults } from "./faults.ts";
import type { AskProps } from "./index.tsx";
import { withPlaced } from "./placing.ts";
import type { DraftModel } from "./useDraft.ts";
import type { FilesModel } from "./useFiles.ts";
import type { SendingModel } from "./useSending.ts";

type Models = AskProps & { draft: DraftModel; files: FilesModel; sending: SendingModel };

/** What is wrong with the answers, and how much of it the reader is told by now. */
export function useChecks({ form, locale, categories, modules, draft, files, sending }: Models) {
  const [attempt, setAttempt] = useState(0);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const allowed = useMemo(
    () => ({ categories: categories.map(({ id }) => id), modules: modules.map(({ id }) => id) }),
    [categories, modules],
  );
  const counted = files.items.filter(({ state }) => state !== "refused");
  const faults = checkAnswers(form, withPlaced(form, draft.answers, counted), allowed);
  const { refusal } = sending;
  const texts = shownFaults(faults, { tried: attempt > 0, left, refusal }, locale);
  const isSummed = attempt > 0 || refusal !== null;
  return {
    isFaulty: faults.length > 0,
    /** What is said at each field, by its id. */
    texts,
    /** What is listed above the form. */
    listed: form.fields.flatMap((field) => {
      const text = texts[field.id];
      return text && isSummed ? [{ field, text }] : [];
    }),
    /** Raised whenever the reader should be led to the list. */
    attempt: attempt + (refusal ? 1 : 0),
    tell: () => setAttempt((count) => count + 1),
    leave: (id: string) => setLeft((was) => new Set(was).add(id)),
    forget: () => setAttempt(0),
  };
}
