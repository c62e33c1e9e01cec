import { useCallback, useEffect, useRef, useState } from "react";
import { questionOf } from "../../../server/deflection/question.ts";
import type { SearchAnswer } from "../../search/search.ts";
import { record } from "../events.ts";
import { newId } from "../ids.ts";
import { rememberSearch } from "../visit.ts";

/**
 * What stands under the field. `failed` means that nobody has looked; it is never shown as "nothing
 * found", which is `answered` without results.
 */
export type SearchState =
  | { kind: "idle" }
  | { kind: "waiting"; query: string; before: SearchAnswer | null }
  | { kind: "answered"; query: string; answer: SearchAnswer }
  | { kind: "failed"; query: string };

/** Milliseconds without a key after which the index is asked. */
const PAUSE = 80;

/** Milliseconds without a key after which the question counts as asked. */
const SETTLED = 1500;

/** Searches while the reader types; a later question overtakes an earlier one. */
export function useSearch(locale: string, limit: number) {
  const [state, setState] = useState<SearchState>({ kind: "idle" });
  const turn = useRef(0);
  const noted = useRef<{ query: string; id: string } | null>(null);

  const ask = useCallback(
    async (typed: string, typing: boolean) => {
      const query = typed.trim();
      const mine = ++turn.current;
      if (query === "") return setState({ kind: "idle" });
      setState((was) => ({ kind: "waiting", query, before: answerOf(was) }));
      if (typing) await pause(PAUSE);
      if (mine !== turn.current) return;
      const next = await look(locale, query, { limit, typing });
      if (mine === turn.current) setState(next);
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

  useEffect(() => {
    if (state.kind !== "answered") return;
    const { query, answer } = state;
    const timer = setTimeout(() => note(query, answer.results.length), SETTLED);
    return () => clearTimeout(timer);
  }, [state, note]);

  const opened = (rank: number, article: string) => {
    if (state.kind !== "answered") return;
    const search = note(state.query, state.answer.results.length);
    record({ type: "search_click", search, rank, article });
  };

  return { state, ask, opened };
}

/** The answer to show: while a new one is on its way, the one before. */
export function answerOf(state: SearchState): SearchAnswer | null {
  if (state.kind === "answered") return state.answer;
  return state.kind === "waiting" ? state.before : null;
}

/** Every failure has one meaning for the reader: search can't be used now. */
async function look(
  locale: string,
  query: string,
  options: { limit: number; typing: boolean },
): Promise<SearchState> {
  try {
    const { browserSearch } = await import("../../search/browser.ts");
    return { kind: "answered", query, answer: await browserSearch(locale).search(query, options) };
  } catch (error) {
    console.warn(error);
    return { kind: "failed", query };
  }
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
