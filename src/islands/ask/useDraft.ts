import { useEffect, useRef, useState } from "react";
import type { Answer, Answers, Form } from "../../../content/forms.ts";
import {
  type Draft,
  emptyDraft,
  forgetDraft,
  isSpent,
  loadDraft,
  loadSender,
  saveDraft,
} from "./draft.ts";
import { typedBefore } from "./typed.ts";

/** Milliseconds without a change after which a draft is kept. */
const pause = 400;

const blank: Draft = { key: "", answers: {}, removed: [], savedAt: null };

/** What is typed, kept on the device from one visit to the next. `key` is empty until the page is ready. */
export function useDraft(form: Form) {
  const [early] = useState(() => typedBefore(form));
  const [draft, setDraft] = useState<Draft>(blank);
  const [restoredAt, setRestoredAt] = useState<number | null>(null);
  const latest = useRef(draft);
  latest.current = draft;

  useEffect(() => {
    const kept = loadDraft();
    const { key, removed, savedAt } = kept ?? emptyDraft();
    setDraft({
      key,
      removed,
      savedAt,
      answers: { ...loadSender(), ...asked(), ...kept?.answers, ...early },
    });
    if (kept && hasWords(kept.answers)) setRestoredAt(savedAt);
  }, [early]);

  useEffect(() => {
    if (!draft.key) return;
    const save = () => keep(latest.current);
    const timer = setTimeout(save, pause);
    addEventListener("pagehide", save);
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", save);
    };
  }, [draft]);

  const renew = (answers: Answers = { ...loadSender() }, key = emptyDraft().key) => {
    forgetDraft();
    setRestoredAt(null);
    setDraft({ ...emptyDraft(), key, answers });
  };

  return {
    ...draft,
    restoredAt,
    set: (id: string, answer: Answer | undefined) =>
      setDraft((was) => ({ ...was, answers: { ...was.answers, [id]: answer ?? "" } })),
    remove: (part: string) => setDraft((was) => ({ ...was, removed: [...was.removed, part] })),
    putBack: () => setDraft((was) => ({ ...was, removed: [] })),
    /** An empty form with a key of its own, or the given message in it. */
    renew,
    /** The key to send under: a new one if another tab has sent this draft. */
    freshKey: () => {
      if (!isSpent(draft.key)) return draft.key;
      const { key } = emptyDraft();
      setDraft((was) => ({ ...was, key }));
      return key;
    },
  };
}

export type DraftModel = ReturnType<typeof useDraft>;

/** The question that search had no answer to. */
function asked(): Answers {
  const question = new URLSearchParams(location.search).get("q")?.trim();
  return question ? { subject: question.slice(0, 150) } : {};
}

function keep(draft: Draft): void {
  if (isSpent(draft.key)) return;
  if (hasWords(draft.answers)) saveDraft(draft);
  else forgetDraft();
}

/** Whether more was answered than what the device knew. */
export const hasWords = (answers: Answers): boolean =>
  Object.entries(answers).some(([id, answer]) => {
    if (id === "name" || id === "email") return false;
    return typeof answer !== "string" || answer.trim() !== "";
  });
