/**
 * What the help center notices about a visit: ids and enumerations only, never typed text.
 * `article` is an article's stable id, `kb-000151`.
 */
export type VisitEvent =
  /** The reader paused on a question. `search` is a random id of this page, so that a click can be joined to it. */
  | { type: "search"; search: string; results: number }
  /** A result was opened; `rank` counts from 1. */
  | { type: "search_click"; search: string; rank: number; article: string }
  /** A vote; the reason follows as a second event of the same article. */
  | { type: "feedback"; article: string; vote: 1 | -1; reason?: string };

/** Notes an event of this visit. */
export function record(_event: VisitEvent): void {}
