import { type ClipboardEvent, type DragEvent, type FormEvent, useEffect, useRef } from "react";
import { isAsked } from "../../../content/answers.ts";
import type { Answer, FormField } from "../../../content/forms.ts";
import type { SearchResult } from "../../search/search.ts";
import { End } from "./End.tsx";
import { Follows } from "./Follows.tsx";
import { generalFault } from "./faults.ts";
import { textOf } from "./fields.tsx";
import type { AskProps } from "./index.tsx";
import { PlainFields, websiteOf } from "./PlainFields.tsx";
import { fileFields } from "./placing.ts";
import { Question } from "./Question.tsx";
import { Restored } from "./Restored.tsx";
import { Sender, useSender } from "./Sender.tsx";
import { Suggestions } from "./Suggestions.tsx";
import { Summary } from "./Summary.tsx";
import { canProve, loadProof } from "./sendingparts.ts";
import { useChecks } from "./useChecks.ts";
import type { DraftModel } from "./useDraft.ts";
import type { FilesModel } from "./useFiles.ts";
import type { SendingModel } from "./useSending.ts";
import { useSuggestions } from "./useSuggestions.ts";

type Props = AskProps & {
  draft: DraftModel;
  files: FilesModel;
  sending: SendingModel;
  solved: (article: SearchResult) => void;
};

export function AskForm(props: Props) {
  const { form, categories, modules, maxBytes, draft, files, sending } = props;
  const { answers } = draft;
  const ready = draft.key !== "";
  const checks = useChecks(props);
  const handlers = useHandlers(props, checks);
  const sender = useSender(textOf(answers.email), checks.texts.email !== undefined);
  const found = useSuggestions(props.locale, {
    subject: textOf(answers.subject),
    description: textOf(answers.description),
    category: textOf(answers.category),
  });
  const asked = form.fields.filter(
    (field) => (!ready || isAsked(field, answers)) && !(sender.known && isAboutSender(field)),
  );
  const typed = asked.findIndex(({ id }) => id === "description") + 1;
  const set = (id: string, answer: Answer | undefined) => {
    draft.set(id, answer);
    if (sending.refusal?.field === id) sending.forgive();
  };
  const question = (field: FormField) => (
    <Question
      key={field.id}
      {...{ field, form, answers, files, categories, modules, maxBytes, ready }}
      fault={checks.texts[field.id] ?? ""}
      set={(answer) => set(field.id, answer)}
      leave={() => checks.leave(field.id)}
    />
  );

  return (
    <form
      className="ask-form"
      method="post"
      action="/api/contact"
      encType="multipart/form-data"
      // Without script the browser itself brings back what was typed, unless it is told not to.
      autoComplete={ready ? "off" : undefined}
      noValidate={ready}
      {...handlers}
    >
      <PlainFields form={form} messageKey={draft.key} />
      {ready && <Follows />}
      <Restored
        at={draft.restoredAt}
        startOver={() => [draft.renew(), files.clear(), checks.forget()]}
      />
      <Summary
        faults={checks.listed}
        general={generalFault(form, sending.refusal)}
        attempt={checks.attempt}
      />
      {asked.slice(0, typed).map(question)}
      {ready && <Suggestions {...{ found, categories }} solved={props.solved} />}
      {asked.slice(typed).map(question)}
      {sender.known && (
        <Sender {...{ name: textOf(answers.name), email: textOf(answers.email) }} {...sender} />
      )}
      <End draft={draft} busy={sending.phase.kind === "sending"} />
    </form>
  );
}

const isAboutSender = ({ id }: FormField): boolean => id === "name" || id === "email";

/** "Send" was pressed before this script came (see `Contact.astro`): it is pressed now. */
function useHeld(element: { current: HTMLFormElement | null }, ready: boolean): void {
  useEffect(() => {
    const form = element.current;
    if (!ready || !form?.dataset.held) return;
    delete form.dataset.held;
    form.querySelector(".ask-send")?.setAttribute("aria-disabled", "false");
    // What was typed and chosen before is drawn first.
    setTimeout(() => form.requestSubmit(), 50);
  }, [element, ready]);
}

/** What the form does as a whole: begin the proof of work, take files from anywhere, send. */
function useHandlers(props: Props, checks: ReturnType<typeof useChecks>) {
  const { form, locale, draft, files, sending } = props;
  const element = useRef<HTMLFormElement>(null);
  useHeld(element, draft.key !== "");
  const take = (event: ClipboardEvent | DragEvent, list: FileList) => {
    if (list.length === 0) return;
    event.preventDefault();
    files.add(fileFields(form, draft.answers)[0]?.id ?? "", [...list]);
  };
  return {
    ref: element,
    onFocus: () => {
      if (draft.key && canProve()) loadProof().then(({ beginProof }) => beginProof(locale));
    },
    onPaste: (event: ClipboardEvent) => take(event, event.clipboardData.files),
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer.types.includes("Files")) event.preventDefault();
    },
    onDrop: (event: DragEvent) => take(event, event.dataTransfer.files),
    onSubmit: (event: FormEvent) => {
      // Where no proof can be made the browser posts the form, as it would without script.
      if (!checks.isFaulty && !canProve()) return;
      event.preventDefault();
      if (checks.isFaulty) checks.tell();
      else sending.send(websiteOf(element.current));
    },
  };
}
