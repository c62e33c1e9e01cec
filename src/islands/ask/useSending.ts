import { useEffect, useRef, useState } from "react";
import { m } from "#messages";
import type { Form } from "../../../content/forms.ts";
import type { Locale } from "../../../content/schema.ts";
import type { Receipt } from "../../../server/tickets/submit.service.ts";
import type { Outcome, Refusal } from "../trouble.ts";
import { saveSender, spend, unspend } from "./draft.ts";
import { type FileItem, fileOf } from "./fileitem.ts";
import { writeLetter } from "./letter.ts";
import { news } from "./news.ts";
import { loadOutbox } from "./sendingparts.ts";
import { keepFile, type Letter } from "./store.ts";
import type { DraftModel } from "./useDraft.ts";
import type { FilesModel } from "./useFiles.ts";

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
  const waiting = useRef<Letter | null>(null);

  /** Shows a message in the form again, with what was wrong with it. */
  const reopen = (letter: Letter, why: Refusal | null) => {
    unspend(letter.key);
    if (draft.key !== letter.key) draft.renew(letter.submission.answers, letter.key);
    setRefusal(why);
    setPhase({ kind: "writing" });
  };

  const finish = (letter: Letter, outcome: Outcome<Receipt>, kept: boolean) => {
    waiting.current = outcome.kind === "away" ? letter : null;
    if (outcome.kind === "refused") {
      if (kept) loadOutbox().then(({ takeLetter }) => takeLetter(letter.key));
      return reopen(letter, outcome.refusal);
    }
    const { email = "", name = "" } = letter.submission.answers as Record<string, string>;
    spend(letter.key);
    saveSender({ email, name });
    if (draft.key === letter.key) draft.renew();
    if (outcome.kind === "done") setPhase({ kind: "sent", receipt: outcome.value, email });
    else setPhase({ kind: "waiting", letter, kept });
  };
  const conclude = useWaiting(waiting, busy, finish);

  const send = async (website: string) => {
    if (busy.current) return;
    busy.current = true;
    setPhase({ kind: "sending" });
    setRefusal(null);
    try {
      const ready = await files.settled();
      const letter = writeLetter(form, locale, { ...draft, key: draft.freshKey() }, ready);
      waiting.current = letter;
      const { outcome, kept } = await bring(letter, { files: ready, website }, () =>
        setPhase({ kind: "waiting", letter, kept: false }),
      );
      conclude(letter, outcome, kept);
    } catch {
      // The parts that send could not be loaded: the form stands as it was.
      setRefusal({ code: "internal", message: m.ask_act_away({}, { locale }), field: "" });
      setPhase({ kind: "writing" });
    }
    busy.current = false;
  };

  return {
    phase,
    refusal,
    send,
    forgive: () => setRefusal(null),
    again: () => setPhase({ kind: "writing" }),
    /** Back into the form, unless it has arrived meanwhile. */
    takeBack: async ({ key }: Letter) => {
      const { takeLetter } = await loadOutbox();
      const letter = await takeLetter(key);
      waiting.current = null;
      if (letter?.receipt) finish(letter, { kind: "done", value: letter.receipt }, true);
      else if (letter) reopen(letter, letter.refusal ?? null);
    },
  };
}

export type SendingModel = ReturnType<typeof useSending>;

type Finish = (letter: Letter, outcome: Outcome<Receipt>, kept: boolean) => void;

/**
 * What the outbox did with the message shown here, in this tab or another.
 * @returns `finish` as it is by then: the form may have changed while the message was under way.
 */
function useWaiting(
  waiting: { current: Letter | null },
  busy: { current: boolean },
  finish: Finish,
): Finish {
  const latest = useRef(finish);
  latest.current = finish;
  useEffect(
    () =>
      news.view(({ key, outcome }) => {
        const letter = waiting.current;
        if (letter?.key !== key) return false;
        if (!busy.current) latest.current(letter, outcome, true);
        return true;
      }),
    [waiting, busy],
  );
  return (...news) => latest.current(...news);
}

/** By way of the outbox; where the device keeps nothing, from here for as long as the page is open. */
async function bring(
  letter: Letter,
  { files, website }: { files: FileItem[]; website: string },
  wait: () => void,
): Promise<{ outcome: Outcome<Receipt>; kept: boolean }> {
  const { deliverLetter, deliverNow, putLetter } = await loadOutbox();
  const kept = await keepLetter(letter, files, putLetter);
  if (kept) return { outcome: await deliverNow(letter.key, website), kept };
  const way = { files, keep: async () => {}, website };
  let outcome = await deliverLetter(letter, way);
  while (outcome.kind === "away") {
    wait();
    await new Promise((resolve) => setTimeout(resolve, pause));
    outcome = await deliverLetter(letter, way);
  }
  return { outcome, kept };
}

/** Kept before it is sent, so that a closed page or a stopped server loses nothing. */
async function keepLetter(
  letter: Letter,
  files: readonly FileItem[],
  putLetter: (letter: Letter) => Promise<void>,
): Promise<boolean> {
  try {
    for (const file of files.map(fileOf)) {
      if (file.draft !== letter.key) await keepFile({ ...file, draft: letter.key });
    }
    await putLetter(letter);
    return true;
  } catch {
    return false;
  }
}
