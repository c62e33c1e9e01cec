import {
  type ClipboardEvent,
  type DragEvent,
  type FormEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import { m } from "#messages";
import { checkAnswers, isAsked } from "../../../content/answers.ts";
import type { Answers, FormField } from "../../../content/forms.ts";
import type { SearchResult } from "../../search/search.ts";
import { ContextList } from "./ContextList.tsx";
import { generalFault, shownFaults } from "./faults.ts";
import { textOf } from "./fields.tsx";
import type { AskProps } from "./index.tsx";
import { useTo } from "./language.ts";
import { PromiseLine } from "./PromiseLine.tsx";
import { fileFields, withPlaced } from "./placing.ts";
import { Question } from "./Question.tsx";
import { Restored } from "./Restored.tsx";
import { Sender, useSender } from "./Sender.tsx";
import { Suggestions } from "./Suggestions.tsx";
import { Summary } from "./Summary.tsx";
import { canProve, loadProof } from "./sendingparts.ts";
import type { DraftModel } from "./useDraft.ts";
import type { FilesModel } from "./useFiles.ts";
import type { SendingModel } from "./useSending.ts";
import { useSuggestions } from "./useSuggestions.ts";
import { whenStyles } from "./when.ts";

type Props = AskProps & {
  draft: DraftModel;
  files: FilesModel;
  sending: SendingModel;
  solved: (article: SearchResult) => void;
};

export function AskForm(props: Props) {
  const { form, locale, categories, draft, files, sending } = props;
  const to = useTo();
  const element = useRef<HTMLFormElement>(null);
  const [attempt, setAttempt] = useState(0);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const ready = draft.key !== "";
  const { answers } = draft;
  const allowed = useMemo(
    () => ({
      categories: categories.map(({ id }) => id),
      modules: props.modules.map(({ id }) => id),
    }),
    [categories, props.modules],
  );
  const counted = files.items.filter(({ state }) => state !== "refused");
  const faults = checkAnswers(form, withPlaced(form, answers, counted), allowed);
  const texts = shownFaults(faults, { tried: attempt > 0, left, refusal: sending.refusal }, locale);
  const asked = ready ? form.fields.filter((field) => isAsked(field, answers)) : form.fields;
  const found = useSuggestions(locale, textOf(answers.subject), textOf(answers.description));
  const sender = useSender(textOf(answers.email), texts.email !== undefined);

  const set = (id: string, answer: Answers[string] | undefined) => {
    draft.set(id, answer);
    if (sending.refusal?.field === id) sending.forgive();
  };
  const submit = (event: FormEvent) => {
    if (faults.length > 0) {
      event.preventDefault();
      setAttempt((count) => count + 1);
    } else if (canProve()) {
      event.preventDefault();
      const website = element.current?.elements.namedItem("website") as HTMLInputElement | null;
      sending.send(website?.value ?? "");
    }
  };
  const take = (event: ClipboardEvent | DragEvent, list: FileList) => {
    const [place] = fileFields(form, answers);
    if (list.length === 0) return;
    event.preventDefault();
    files.add(place?.id ?? "", [...list]);
  };
  const question = (field: FormField) => (
    <Question
      key={field.id}
      {...{
        field,
        ready,
        files,
        categories,
        modules: props.modules,
        maxBytes: props.maxBytes,
        form,
        answers,
      }}
      fault={texts[field.id] ?? ""}
      set={(answer) => set(field.id, answer)}
      leave={() => setLeft((was) => new Set(was).add(field.id))}
    />
  );
  const last = asked.findIndex(({ id }) => id === "description");
  const rest = asked
    .slice(last + 1)
    .filter(({ id }) => !sender.known || (id !== "name" && id !== "email"));

  return (
    <form
      ref={element}
      className="ask-form"
      method="post"
      action="/api/contact"
      encType="multipart/form-data"
      // Without script the browser itself brings back what was typed, unless it is told not to.
      autoComplete={ready ? "off" : undefined}
      noValidate={ready}
      onSubmit={submit}
      onFocus={() => ready && canProve() && loadProof().then((proof) => proof.beginProof(locale))}
      onPaste={(event) => take(event, event.clipboardData.files)}
      onDragOver={(event) => event.dataTransfer.types.includes("Files") && event.preventDefault()}
      onDrop={(event) => take(event, event.dataTransfer.files)}
    >
      <style>{whenStyles(form)}</style>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="key" value={draft.key} />
      <div className="ask-website" aria-hidden="true">
        <label>
          {m.ask_website({}, to)}
          <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <Restored
        at={draft.restoredAt}
        startOver={() => [draft.renew(), files.clear(), setAttempt(0)]}
      />
      <Summary
        faults={form.fields.flatMap((field) =>
          texts[field.id] && (attempt > 0 || sending.refusal)
            ? [{ field, text: texts[field.id]! }]
            : [],
        )}
        general={generalFault(form, sending.refusal)}
        attempt={attempt + (sending.refusal ? 1 : 0)}
      />
      {asked.slice(0, last + 1).map(question)}
      {ready && <Suggestions {...{ found, categories }} solved={props.solved} />}
      {rest.map(question)}
      {sender.known && (
        <Sender name={textOf(answers.name)} email={textOf(answers.email)} change={sender.change} />
      )}
      {ready && (
        <ContextList removed={draft.removed} remove={draft.remove} putBack={draft.putBack} />
      )}
      {ready && <PromiseLine kind={textOf(answers.kind)} impact={textOf(answers.impact)} />}
      <button
        type="submit"
        className="button ask-send"
        aria-disabled={sending.phase.kind === "sending"}
      >
        {sending.phase.kind === "sending" ? m.ask_sending({}, to) : m.ask_send({}, to)}
      </button>
    </form>
  );
}
