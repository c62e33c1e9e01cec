import { type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { Ticket } from "../../api.ts";
import { useCommand } from "../../commands/commands.ts";
import { isDone } from "../../words/statuses.ts";
import { changeDraft, type Draft, draftOf, type Mode, slotOf } from "./drafts.ts";

export type ComposerState = {
  mode: Mode;
  /** Turns to one way of writing and puts the cursor there. */
  show: (mode: Mode, change?: Partial<Draft>) => void;
  field: RefObject<HTMLTextAreaElement | null>;
  /** The button that opens the time of the next update. */
  promise: RefObject<HTMLButtonElement | null>;
  openPromise: () => void;
  /** The button that opens the texts to begin with. */
  templates: RefObject<HTMLButtonElement | null>;
};

/** Which of reply, note and resolve is being written, and the keys that lead there. */
export function useComposer(ticket: Ticket): ComposerState {
  const [chosen, setMode] = useState<Mode>("reply");
  const field = useRef<HTMLTextAreaElement>(null);
  const promise = useRef<HTMLButtonElement>(null);
  const templates = useRef<HTMLButtonElement>(null);
  const done = isDone(ticket.status);
  const mode = done ? "note" : chosen;
  // Drawn at once, so that the next letter typed lands in the field.
  const turnTo = (next: Mode) => flushSync(() => setMode(next));
  const show = (next: Mode, change?: Partial<Draft>) => {
    if (change) changeDraft(slotOf(ticket.id, next), change);
    turnTo(next);
    field.current?.focus();
  };
  const openPromise = () => {
    const slot = slotOf(ticket.id, "reply");
    // While the customer is waited for, nothing is promised: a time means that it stays with us.
    if (draftOf(slot).next === "waiting_customer") changeDraft(slot, { next: "open" });
    turnTo("reply");
    promise.current?.click();
  };
  useCommand("reply", done ? null : () => show("reply"));
  useCommand("note", () => show("note"));
  const openTemplates = () => {
    turnTo("reply");
    templates.current?.focus();
    templates.current?.click();
  };
  useCommand("templates", done ? null : openTemplates);
  useCommand("promise", done ? null : openPromise);
  return { mode, show, field, promise, openPromise, templates };
}
