import { useEffect, useRef, useState } from "react";
import type { Form } from "../../../content/forms.ts";
import { keepAsked } from "../../../content/forms.ts";
import type { Locale } from "../../../content/schema.ts";
import type { Receipt } from "../../../server/tickets/submit.service.ts";
import type { Outcome, Refusal } from "../trouble.ts";
import { episodeId } from "../visit.ts";
import { withoutParts } from "./context.ts";
import { deliverLetter } from "./deliver.ts";
import { saveSender, spend } from "./draft.ts";
import { news } from "./news.ts";
import { deliverNow, putLetter, takeLetter } from "./outbox.ts";
import { placeOf } from "./placing.ts";
import { surroundings } from "./surroundings.ts";
import type { Letter } from "./store.ts";
import type { DraftModel } from "./useDraft.ts";
import type { FileItem, FilesModel } from "./useFiles.ts";

export type Phase =
  | { kind: "writing" }
  | { kind: "sending" }
  | { kind: "sent"; receipt: Receipt; email: string }
  /** `kept`: on the device, so that the page may be closed. */
  | { kind: "waiting"; letter: Letter; kept: boolean };

/** Milliseconds between tries where the device can't keep the message for later. */
const pause = 5000;

type Models = { form: Form; locale: Locale; draft: DraftModel; files: FilesModel };

/** Sends the message once, whatever is pressed how often, and holds on to it while nobody answers. */
export function useSending({ form, locale, draft, files }: Models) {
  const [phase, setPhase] = useState<Phase>({ kind: "writing" });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const busy = useRef(false);
  const current = useRef<Letter | null>(null);

  const finish = (letter: Letter, outcome: Outcome<Receipt>, kept: boolean) => {
    if (outcome.kind === "refused") {
      current.current = null;
      draft.renew(letter.submission.answers, letter.key);
      setRefusal(outcome.refusal);
      setPhase({ kind: "writing" });
      if (kept) takeLetter(letter.key);
      return;
    }
    const { email = "", name = "" } = letter.submission.answers as Record<string, string>;
    spend(letter.key);
    saveSender({ email, name });
    draft.renew();
    files.clear(false);
    if (outcome.kind === "done") setPhase({ kind: "sent", receipt: outcome.value, email });
    else setPhase({ kind: "waiting", letter, kept });
  };
  const latestFinish = useRef(finish);
  latestFinish.current = finish;

  useEffect(
    () =>
      news.view(({ key, outcome }) => {
        const letter = current.current;
        if (letter?.key !== key) return false;
        if (!busy.current) latestFinish.current(letter, outcome, true);
        return true;
      }) as () => void,
    [],
  );

  const send = async (website: string) => {
    if (busy.current) return;
    busy.current = true;
    setPhase({ kind: "sending" });
    setRefusal(null);
    const ready = await files.settled();
    const letter = letterOf({ form, locale, draft }, ready);
    current.current = letter;
    const kept = await putLetter(letter).then(() => true, () => false);
    let outcome = kept
      ? await deliverNow(letter.key, website)
      : await deliverLetter(letter, { files: ready, keep: async () => {}, website });
    while (!kept && outcome.kind === "away") {
      setPhase({ kind: "waiting", letter, kept });
      await new Promise((resolve) => setTimeout(resolve, pause));
      outcome = await deliverLetter(letter, { files: ready, keep: async () => {}, website });
    }
    finish(letter, outcome, kept);
    busy.current = false;
  };

  return { phase, refusal, send, forgive: () => setRefusal(null), again: () => setPhase({ kind: "writing" }) };
}

export type SendingModel = ReturnType<typeof useSending>;

function letterOf({ form, locale, draft }: Omit<Models, "files">, files: readonly FileItem[]): Letter {
  const answers = keepAsked(form, draft.answers);
  return {
    key: draft.freshKey(),
    submission: {
      key: draft.key,
      form: form.id,
      locale,
      answers: Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== "")),
      context: withoutParts(surroundings(), draft.removed),
      writtenAt: new Date(),
      episodeId: episodeId(),
    },
    files: files.flatMap(({ id, field }) => {
      const place = placeOf(form, draft.answers, field);
      return place ? [{ id, field: place }] : [];
    }),
  };
}
