/** From a beacon to rows of the visit log. */
import type { Locale } from "../../content/schema.ts";
import type { BeaconEvent } from "./beacon.ts";
import type { Arm, Traffic } from "./events.ts";
import { questionId } from "./question.ts";

/** What a browser can say, as it is stored; the rest of the columns stays empty. */
export type BeaconRow = {
  eventId: string;
  /** Server time. */
  ts: Date;
  etype: BeaconEvent["type"];
  visitKey: bigint;
  episodeId: string | null;
  locale: Locale;
  category: string | null;
  articleId: number | null;
  queryId: bigint | null;
  n: number | null;
  rank: number | null;
  arm: "T" | "C" | null;
  vote: number | null;
  reason: string | null;
  traffic: Traffic;
};

/** Nothing that arrives is taken to be older than this. */
export const oldestEvent = 300_000;

/**
 * The server's time for each event: the last one happened just now, the others before it by as much
 * as the browser says. The browser's own time of day is never asked.
 */
export function timesOf(events: readonly BeaconEvent[], receivedAt: Date): Date[] {
  const last = Math.max(...events.map(({ at }) => at));
  return events.map(({ at }) => new Date(receivedAt.getTime() - Math.min(last - at, oldestEvent)));
}

/** Whether the event says what its type is about; a row without it would be counted wrongly. */
export function isWhole(event: BeaconEvent, categories: readonly string[]): boolean {
  if (event.category !== undefined && !categories.includes(event.category)) return false;
  return needs[event.type].every((field) => event[field] !== undefined);
}

const needs: Record<BeaconEvent["type"], readonly (keyof BeaconEvent)[]> = {
  article_view: ["article"],
  article_leave: ["article", "n"],
  feedback: ["article", "vote"],
  search: ["n"],
  search_click: ["article"],
  form_open: ["episode"],
  suggest_ready: ["n"],
  suggest_shown: ["n"],
  suggest_click: ["article"],
  form_solved: [],
  contact_click: [],
};

/** @param of the visit the event belongs to. */
export function rowOf(
  event: BeaconEvent,
  of: { ts: Date; visitKey: bigint; locale: Locale; traffic: Traffic },
  arm: Arm,
): BeaconRow {
  const whole = event.type === "article_leave" ? 1000 : 1;
  return {
    ...of,
    eventId: event.id,
    etype: event.type,
    episodeId: event.episode ?? null,
    category: event.category ?? null,
    articleId: event.article === undefined ? null : Number(event.article.slice(3)),
    queryId: event.question === undefined ? null : questionId(event.question),
    n: event.n === undefined ? null : Math.round(event.n / whole) * whole,
    rank: event.rank ?? null,
    // Assigned here, whatever the browser did with it.
    arm: event.type === "form_open" || event.type === "suggest_shown" ? arm : null,
    vote: event.vote ?? null,
    reason: event.reason ?? null,
  };
}
