/**
 * What the help center notices about a visit: ids and enumerations only, never typed text. No cookie
 * is set; readers who ask not to be tracked (DNT, GPC) send nothing. The body that leaves is
 * described in `server/deflection/beacon.ts`.
 */

import type { Locale } from "../../content/schema.ts";
import type { Beacon, BeaconEvent } from "../../server/deflection/beacon.ts";
import { newId } from "./ids.ts";
import { isUnwanted } from "./privacy.ts";

type Reason = NonNullable<BeaconEvent["reason"]>;

/** `article` is an article's stable id, `kb-000151`; `rank` counts from 1. */
export type VisitEvent =
  | { type: "article_view"; article: string; category?: string }
  /** `engaged`: milliseconds visible and focused. */
  | { type: "article_leave"; article: string; engaged: number }
  /** A vote; the reason follows as a second event of the same article. */
  | { type: "feedback"; article: string; vote: 1 | -1; reason?: string }
  /** The reader paused on a question. `search` names the question within this page only; `question` is a hash of its words. */
  | { type: "search"; search?: string; question?: string; results: number }
  /** A result was opened. */
  | { type: "search_click"; search?: string; rank: number; article: string }
  | { type: "form_open"; episode: string; article?: string }
  /** The form has a list to show, or has shown one. */
  | { type: "suggest_ready" | "suggest_shown"; results: number; episode: string }
  | { type: "suggest_click"; article: string; rank: number; episode: string }
  /** "This solved it". */
  | { type: "form_solved"; article: string; episode: string }
  | { type: "contact_click"; article?: string };

/** Milliseconds after which what was noted is sent, if the page isn't left before. */
const pause = 5000;

const address = "/api/events";
let waiting: BeaconEvent[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Notes an event of this visit; nothing of a page that was only prepared in the background. */
export function record(event: VisitEvent): void {
  if (isUnwanted()) return;
  if (inBackground()) {
    document.addEventListener("prerenderingchange", () => record(event), { once: true });
    return;
  }
  waiting.push(beaconEvent(event, newId(), sinceOpening()));
  if (waiting.length >= 50) flush();
  timer ??= setTimeout(flush, pause);
}

/** Sends what is waiting. The browser delivers it even if the page is closed. */
export function flush(): void {
  clearTimeout(timer);
  timer = undefined;
  if (waiting.length === 0) return;
  const locale: Locale = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const body: Beacon = { v: 1, locale, events: waiting };
  waiting = [];
  navigator.sendBeacon?.(address, new Blob([JSON.stringify(body)], { type: "application/json" }));
}

/** Calls back each time the page goes out of sight, and sends what was noted by then. */
export function onHide(leave: () => void): void {
  const gone = () => {
    leave();
    flush();
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") gone();
  });
  addEventListener("pagehide", gone);
}

/** What leaves the device for one event. */
export function beaconEvent(event: VisitEvent, id: string, at: number): BeaconEvent {
  const { type } = event;
  switch (type) {
    case "article_leave":
      return { id, type, at, article: event.article, n: event.engaged };
    case "feedback": {
      const { article, vote } = event;
      return { id, type, at, article, vote, reason: event.reason as Reason | undefined };
    }
    case "search":
      return { id, type, at, n: event.results, question: event.question };
    case "search_click":
      return { id, type, at, rank: event.rank, article: event.article };
    case "suggest_ready":
    case "suggest_shown":
      return { id, type, at, n: event.results, episode: event.episode };
    default:
      return { id, at, ...event };
  }
}

type Prerendering = Document & { prerendering?: boolean };
const inBackground = () => (document as Prerendering).prerendering === true;

function sinceOpening(): number {
  const [page] = performance.getEntriesByType("navigation") as (PerformanceEntry & {
    activationStart?: number;
  })[];
  return Math.max(0, Math.round(performance.now() - (page?.activationStart ?? 0)));
}

if (typeof document !== "undefined") onHide(() => {});
