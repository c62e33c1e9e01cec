import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Locale } from "../../../content/schema.ts";
import { keyAction } from "./keys.ts";
import { addressOf } from "./Result.tsx";
import { answerOf, useSearch, warm } from "./useSearch.ts";

/** Results shown under the field. */
const SHOWN = 6;

/** The field with its list: what is typed, what is shown, what the arrow keys point at. */
export function useCombobox(locale: Locale) {
  const field = useRef<HTMLInputElement>(null);
  const { state, ask, opened } = useSearch(locale, SHOWN);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const results = answerOf(state)?.results ?? [];
  const shown = open && state.kind !== "idle";

  const type = (typed: string) => {
    setActive(-1);
    setOpen(typed.trim() !== "");
    void ask(typed, true);
  };

  useEffect(() => {
    const typed = field.current?.value ?? "";
    if (typed !== "" && document.activeElement === field.current) type(typed);
    else void warm(locale);
  }, []);

  const note = (index: number) => {
    const result = results[index];
    if (result !== undefined) opened(index + 1, result.article);
  };

  const go = (index: number) => {
    const result = results[index];
    if (result === undefined) return;
    note(index);
    setOpen(false);
    location.assign(addressOf(result));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const usable = shown && state.kind === "answered" ? results.length : 0;
    const action = keyAction(event.key, active, usable, shown);
    if (action.kind === "none") return;
    event.preventDefault();
    if (action.kind === "close") setOpen(false);
    if (action.kind === "point") setActive(action.index);
    if (action.kind === "open") go(action.index);
  };

  return {
    field,
    state,
    results,
    shown,
    active,
    type,
    note,
    onKeyDown,
    close: () => setOpen(false),
  };
}
