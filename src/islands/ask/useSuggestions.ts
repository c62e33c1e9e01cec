import { useEffect, useRef, useState } from "react";
import type { Locale } from "../../../content/schema.ts";
import type { SearchAnswer, SearchResult } from "../../search/search.ts";
import { record } from "../events.ts";
import { episodeId } from "../visit.ts";
import { type Arm, askArm, isShown } from "./arm.ts";

/** Articles shown at most. */
const most = 4;

/**
 * Below this confidence of the search a list would only be in the way: drafts about nothing the help
 * center knows stay below it, those that an article answers are well above.
 */
const leastConfidence = 0.3;

/** Of the first article's score; what falls off further has only a word in common. */
const leastShare = 0.5;

/** Milliseconds without a key after which the draft is looked at. */
const pause = 350;

export type Suggestions =
  | { kind: "none" }
  /** `confident`: the first one may be called an answer. */
  | { kind: "found"; results: readonly SearchResult[]; confident: boolean }
  /** Nobody has looked: the index could not be loaded. */
  | { kind: "failed" };

/**
 * Articles for what is typed, found on this device: no word of the draft leaves it. Never in the way
 * of typing, and a later draft overtakes an earlier one.
 */
export function useSuggestions(
  locale: Locale,
  { subject, description, category }: { subject: string; description: string; category: string },
): Suggestions {
  const [arm, setArm] = useState<Arm | null>(null);
  const [found, setFound] = useState<Suggestions>({ kind: "none" });
  const turn = useRef(0);
  const noted = useRef(false);

  useEffect(() => {
    const mine = ++turn.current;
    if (!worthAsking(subject, description)) return setFound({ kind: "none" });
    const timer = setTimeout(async () => {
      const next = await look(locale, subject, description);
      if (mine === turn.current) setFound(next);
    }, pause);
    return () => clearTimeout(timer);
  }, [locale, subject, description]);

  useEffect(() => {
    if (found.kind !== "found" || noted.current) return;
    noted.current = true;
    const facts = { results: found.results.length, episode: episodeId() };
    record({ type: "suggest_ready", ...facts });
    void askArm().then((answer) => {
      setArm(answer);
      if (isShown(answer, category)) record({ type: "suggest_shown", ...facts });
    });
  }, [found, category]);

  if (found.kind !== "found") return found;
  return arm && isShown(arm, category) ? found : nothing;
}

const nothing: Suggestions = { kind: "none" };

/** Two Chinese characters or a Latin word say something; less says nothing. */
export function worthAsking(subject: string, description: string): boolean {
  return /\p{Script=Han}{2}|[\p{L}\p{N}]{4}/u.test(`${subject} ${description}`);
}

/** The articles of an answer that are worth interrupting somebody for. */
export function worthShowing({ results, confidence }: SearchAnswer): readonly SearchResult[] {
  const best = results[0]?.score ?? 0;
  if (confidence < leastConfidence) return [];
  return results.filter(({ score }) => score >= leastShare * best);
}

async function look(locale: Locale, subject: string, description: string): Promise<Suggestions> {
  try {
    const { browserSearch } = await import("../../search/browser.ts");
    const options = { limit: most };
    const answer = await browserSearch(locale).suggest(subject, description, options);
    const results = worthShowing(answer);
    const { confident } = answer;
    return results.length > 0 ? { kind: "found", results, confident } : { kind: "none" };
  } catch (error) {
    console.warn(error);
    return { kind: "failed" };
  }
}
