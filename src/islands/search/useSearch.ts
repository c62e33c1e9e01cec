import { useCallback, useEffect, useRef, useState } from "react";
import type { Locale } from "../../../content/schema.ts";
import { questionOf } from "../../../server/deflection/question.ts";
import type { SearchAnswer, SearchOptions } from "../../search/search.ts";
import { record } from "../events.ts";
import { newId } from "../ids.ts";
import { rememberSearch } from "../visit.ts";
import { askable, type Elsewhere, OTHER, worthGoing } from "./elsewhere.ts";
import type { Found } from "./groups.ts";

/**
 * What stands under the field. `failed` means that nobody has looked; it is never shown as "nothing
 * found", which is `answered` without results.
 */
export type SearchState =
  | { kind: "idle" }
  | { kind: "waiting"; query: string; before: Found | null }
  | { kind: "answered"; query: string; found: Found }
  | { kind: "failed"; query: string };

/** Milliseconds without a key after which the index is asked. */
const PAUSE = 80;

/** Milliseconds without a key after which another language is asked: its index is loaded for it. */
const REST = 400;

/** Milliseconds without a key after which the question counts as asked. */
const SETTLED = 1500;

/** Searches while the reader types; a later question overtakes an earlier one. */
export function useSearch(locale: Locale, limit: number) {
  const [state, setState] = useState<SearchState>({ kind: "idle" });
  const turn = useRef(0);
  const noted = useRef<{ query: string; id: string } | null>(null);

  const ask = useCallback(
    async (typed: string, typing: boolean) => {
      const query = typed.trim();
      const mine = ++turn.current;
      if (query === "") return setState({ kind: "idle" });
      setState((was) => ({ kind: "waiting", query, before: foundOf(was) }));
      if (typing) await pause(PAUSE);
      if (mine !== turn.current) return;
      const next = await look(locale, query, { limit, typing });
      if (mine !== turn.current) return;
      setState(next);
      if (next.kind !== "answered" || next.found.whole) return;
      if (typing) await pause(REST);
      if (mine !== turn.current) return;
      const elsewhere = await lookElsewhere(locale, query, next.found.answer);
      if (mine === turn.current)
        setState({ ...next, found: { ...next.found, elsewhere, whole: true } });
    },
    [locale, limit],
  );

  /** The id under which this question is noted; noted once, when it is settled or used. */
  const note = useCallback((query: string, results: number): string => {
    if (noted.current?.query === query) return noted.current.id;
    const id = newId();
    noted.current = { query, id };
    record({ type: "search", search: id, question: questionOf(query), results });
    rememberSearch(query);
    return id;
  }, []);

  // By the question, not the state: what comes from another language later doesn't begin it anew.
  const { query } = state.kind === "answered" ? state : { query: null };
  const results = state.kind === "answered" ? state.found.answer.results : null;
  useEffect(() => {
    if (query === null || results === null) return;
    const timer = setTimeout(() => note(query, results.length), SETTLED);
    return () => clearTimeout(timer);
  }, [query, results, note]);

  const opened = (rank: number, article: string) => {
    if (state.kind !== "answered") return;
    const search = note(state.query, state.found.answer.results.length);
    record({ type: "search_click", search, rank, article });
  };

  return { state, ask, opened };
}

/** What to show: while something new is on its way, what was found before. */
export function foundOf(state: SearchState): Found | null {
  if (state.kind === "answered") return state.found;
  return state.kind === "waiting" ? state.before : null;
}

/** Every failure has one meaning for the reader: search can't be used now. */
async function look(locale: Locale, query: string, options: SearchOptions): Promise<SearchState> {
  try {
    const { browserSearch } = await import("../../search/browser.ts");
    const answer = await browserSearch(locale).search(query, options);
    return { kind: "answered", query, found: { answer, elsewhere: null, whole: answer.confident } };
  } catch (error) {
    console.warn(error);
    return { kind: "failed", query };
  }
}

/** Null as well where it can't be asked: the reader's own language has been. */
async function lookElsewhere(
  locale: Locale,
  query: string,
  own: SearchAnswer,
): Promise<Elsewhere | null> {
  const other = OTHER[locale];
  const text = askable(query, other);
  const there = text === "" ? null : await look(other, text, { plain: true });
  if (there?.kind !== "answered") return null;
  const { answer } = there.found;
  const results = worthGoing(own, answer);
  const confident = answer.confident && text === query && results[0] === answer.results[0];
  return results.length > 0 ? { locale: other, results, confident } : null;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Before something is asked; a failure here is not yet one for the reader. */
export async function warm(locale: string): Promise<void> {
  const { browserSearch } = await import("../../search/browser.ts");
  await browserSearch(locale)
    .warm()
    .catch(() => {});
}
