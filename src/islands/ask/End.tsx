import { m } from "#messages";
import { ContextList } from "./ContextList.tsx";
import { textOf } from "./fields.tsx";
import { useTo } from "./language.ts";
import { PromiseLine } from "./PromiseLine.tsx";
import type { DraftModel } from "./useDraft.ts";

/** The end of the form: what goes along, what is promised, the button. */
export function End({ draft, busy }: { draft: DraftModel; busy: boolean }) {
  const to = useTo();
  const { key, answers, removed, remove, putBack } = draft;
  return (
    <>
      {key && <ContextList {...{ removed, remove, putBack }} />}
      {key && (
        <PromiseLine
          kind={textOf(answers.kind)}
          impact={textOf(answers.impact)}
          category={textOf(answers.category)}
        />
      )}
      <button type="submit" className="button ask-send" aria-disabled={busy}>
        {busy ? m.ask_sending({}, to) : m.ask_send({}, to)}
      </button>
    </>
  );
}
