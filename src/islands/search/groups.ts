/** In which order results stand, and as what: an answer, or something that is only related. */
import type { Locale } from "../../../content/schema.ts";
import type { SearchAnswer, SearchResult } from "../../search/search.ts";
import type { Elsewhere } from "./elsewhere.ts";

/** All that was found for a question. */
export interface Found {
  readonly answer: SearchAnswer;
  /** Null where the other language has nothing, wasn't asked, or hasn't answered yet. */
  readonly elsewhere: Elsewhere | null;
  /** Nothing more is on its way. */
  readonly whole: boolean;
}

export interface Placed {
  readonly result: SearchResult;
  /** Counts from 1, those of the reader's language first, wherever they stand. */
  readonly rank: number;
  /** Set where it isn't the reader's language. */
  readonly foreign: Locale | null;
}

export interface Group {
  readonly kind: "answer" | "related" | "elsewhere" | "more";
  readonly placed: readonly Placed[];
}

/** All was asked, and nothing may be called an answer. */
export const isUnsure = ({ answer, whole }: Found): boolean => whole && !answer.confident;

/** Results that stand before those of another language, so that what is read first doesn't move. */
const BEFORE = 3;

export function groupsOf({ answer, elsewhere }: Found): Group[] {
  const own = answer.results.map((result, index) => ({ result, rank: index + 1, foreign: null }));
  const others = (elsewhere?.results ?? []).map((result, index) => ({
    ...{ result, rank: own.length + index + 1 },
    foreign: elsewhere!.locale,
  }));
  const head = others.length === 0 ? own.length : BEFORE;
  const groups: Group[] = answer.confident
    ? [
        { kind: "answer", placed: own.slice(0, 1) },
        { kind: "more", placed: own.slice(1) },
      ]
    : [
        { kind: "related", placed: own.slice(0, head) },
        { kind: "elsewhere", placed: others },
        { kind: "more", placed: own.slice(head) },
      ];
  return groups.filter(({ placed }) => placed.length > 0);
}
