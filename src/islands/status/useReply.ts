import { useEffect, useRef, useState } from "react";
import type { Locale } from "../../../content/schema.ts";
import { api } from "../../api.ts";
import { keepFile } from "../ask/store.ts";
import { uploadAll } from "../ask/upload.ts";
import { useFiles } from "../ask/useFiles.ts";
import { newId } from "../ids.ts";
import { attempt, type Refusal } from "../trouble.ts";

type Draft = { key: string; body: string };

/** Milliseconds between tries while nobody answers. */
const pause = 5000;

type State =
  | { kind: "writing" }
  | { kind: "sending" }
  /** Nobody answers; it is tried again while the page is open, and kept in any case. */
  | { kind: "waiting" }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "sent" };

type Options = { locale: Locale; token: string; maxBytes: number; done: () => void };

/** An answer to the ticket: kept on the device until it has arrived, and arriving once. */
export function useReply({ locale, token, maxBytes, done }: Options) {
  const place = `answerable.reply.${token.slice(0, 32)}`;
  const [draft, setDraft] = useState<Draft>({ key: "", body: "" });
  const [state, setState] = useState<State>({ kind: "writing" });
  const files = useFiles({ draft: draft.key, locale, maxBytes });
  const busy = useRef(false);

  useEffect(() => setDraft(read(place) ?? { key: newId(), body: "" }), [place]);
  useEffect(() => {
    if (draft.key) write(place, draft.body ? draft : null);
  }, [place, draft]);

  const send = async () => {
    if (busy.current || draft.body.trim() === "") return;
    busy.current = true;
    setState({ kind: "sending" });
    const ready = await files.settled();
    const work = async () => {
      await uploadAll(ready, locale, (file) => keepFile(file).catch(() => {}));
      const ids = ready.flatMap(({ stored }) => stored?.id ?? []);
      await api(locale).tickets.write.mutate({ token, ...draft, files: ids });
    };
    let outcome = await attempt(work);
    while (outcome.kind === "away") {
      setState({ kind: "waiting" });
      await new Promise((resolve) => setTimeout(resolve, pause));
      outcome = await attempt(work);
    }
    busy.current = false;
    if (outcome.kind === "refused") {
      if (outcome.refusal.code === "file_missing") for (const file of ready) delete file.stored;
      return setState({ kind: "refused", refusal: outcome.refusal });
    }
    files.clear();
    setDraft({ key: newId(), body: "" });
    setState({ kind: "sent" });
    done();
  };

  return {
    body: draft.body,
    type: (body: string) => {
      setDraft((was) => ({ ...was, body }));
      setState((was) =>
        was.kind === "sent" || was.kind === "refused" ? { kind: "writing" } : was,
      );
    },
    files,
    state,
    send,
  };
}

function read(place: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "null");
  } catch {
    return null;
  }
}

function write(place: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(place, JSON.stringify(draft));
    else localStorage.removeItem(place);
  } catch {}
}
