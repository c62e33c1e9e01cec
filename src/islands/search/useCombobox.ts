import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Locale } from "../../../content/schema.ts";
import { groupsOf, isUnsure } from "./groups.ts";
import { keyAction } from "./keys.ts";
import { addressOf } from "./Result.tsx";
import { foundOf, useSearch, warm } from "./useSearch.ts";

/** Results shown under the field. */
const SHOWN = 6;

/** The field with its list: what is typed, what is shown, what the arrow keys point at. */
export function useCombobox(locale: Locale) {
  const field = useRef<HTMLInputElement>(null);
  const { state, ask, opened } = useSearch(locale, SHOWN);
  const [open, setOpen] = useState(false);
  // By its name: what comes from another language later may stand before it.
  const [pointed, setPointed] = useState("");
  const found = foundOf(state);
  const groups = found ? groupsOf(found) : [];
  const placed = groups.flatMap((group) => group.placed);
  const active = placed.findIndex(({ result }) => result.key === pointed);
  const shown = open && state.kind !== "idle";

  const type = (typed: string) => {
    setPointed("");
    setOpen(typed.trim() !== "");
    void ask(typed, true);
  };

  useEffect(() => {
    const typed = field.current?.value ?? "";
    if (typed !== "" && document.activeElement === field.current) type(typed);
    else void warm(locale);
  }, []);

  const note = (index: number) => {
    const one = placed[index];
    if (one !== undefined) opened(one.rank, one.result.article);
  };

  const go = (index: number) => {
    const one = placed[index];
    if (one === undefined) return;
    note(index);
    setOpen(false);
    location.assign(addressOf(one.result));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const usable = shown && state.kind === "answered" ? placed.length : 0;
    const action = keyAction(event.key, active, usable, shown);
    if (action.kind === "none") return;
    event.preventDefault();
    if (action.kind === "close") setOpen(false);
    if (action.kind === "point") setPointed(placed[action.index]?.result.key ?? "");
    if (action.kind === "open") go(action.index);
  };

  return {
    field,
    state,
    groups,
    /** Set where nobody may be told that the answer is here. */
    unsure: state.kind === "answered" && isUnsure(state.found) ? state.found : null,
    shown,
    active,
    type,
    note,
    onKeyDown,
    close: () => setOpen(false),
  };
}
