/** A search that lives somewhere else, behind messages. */
import type { Search, SearchAnswer } from "./search.ts";
import { SearchUnavailable } from "./unavailable.ts";

/** What is asked; an answer carries the same id. */
export interface Call {
  readonly id: number;
  readonly locale: string;
  readonly method: keyof Search;
  readonly args: readonly unknown[];
  /** Milliseconds by the page's clock. */
  readonly now: number;
}

export interface Reply {
  readonly id: number;
  readonly value?: SearchAnswer | undefined;
  /** Why there is no answer, for the log. */
  readonly failure?: string;
}

/** The part of a worker that is used. */
export interface Port {
  postMessage: (call: Call) => void;
  onmessage: ((event: { data: Reply }) => void) | null;
  onerror: ((event: { preventDefault: () => void }) => void) | null;
  terminate: () => void;
}

/** The other side is gone, which says nothing about the index: somebody else may still search. */
export class WorkerDied extends SearchUnavailable {}

/**
 * A worker that doesn't answer for so many beats of so many milliseconds counts as dead. Beats, because
 * a device that slept calls a single long time over at once.
 */
const BEAT = 5000;
const PATIENCE = 4;

interface Waiting {
  readonly settle: (reply: Reply) => void;
  readonly fail: (why: WorkerDied) => void;
  readonly timer: ReturnType<typeof setInterval>;
}

/**
 * Searches over a port that is opened with the first question, and anew after it died.
 * @param open throws where there are no workers
 */
export function remoteSearch(open: () => Port, clock: () => number) {
  const waiting = new Map<number, Waiting>();
  let port: Port | null = null;
  let last = 0;
  const die = (why: string) => {
    port?.terminate();
    port = null;
    for (const { timer, fail } of waiting.values()) {
      clearInterval(timer);
      fail(new WorkerDied(why));
    }
    waiting.clear();
  };
  const settle = (reply: Reply) => {
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    clearInterval(call?.timer);
    call?.settle(reply);
  };
  const connect = (): Port => {
    const fresh = opened(open);
    fresh.onmessage = ({ data }) => settle(data);
    fresh.onerror = (event) => {
      event.preventDefault();
      die("the worker died");
    };
    return fresh;
  };
  const ask = (locale: string, method: keyof Search, args: readonly unknown[]) =>
    new Promise<SearchAnswer | undefined>((resolve, reject) => {
      port ??= connect();
      const id = ++last;
      let beats = 0;
      const timer = setInterval(() => {
        if (++beats === PATIENCE) die("the worker doesn't answer");
      }, BEAT);
      waiting.set(id, {
        timer,
        fail: reject,
        settle: ({ value, failure }) =>
          failure === undefined ? resolve(value) : reject(new SearchUnavailable(failure)),
      });
      port.postMessage({ id, locale, method, args, now: clock() });
    });
  return (locale: string): Search => ({
    search: (...args) => timed(clock, () => ask(locale, "search", args)),
    suggest: (...args) => timed(clock, () => ask(locale, "suggest", args)),
    warm: async () => {
      await ask(locale, "warm", []);
    },
  });
}

function opened(open: () => Port): Port {
  try {
    return open();
  } catch (error) {
    throw new WorkerDied("the worker can't be started", error);
  }
}

async function timed(
  clock: () => number,
  work: () => Promise<SearchAnswer | undefined>,
): Promise<SearchAnswer> {
  const start = clock();
  const answer = (await work()) as SearchAnswer;
  return { ...answer, took: clock() - start };
}
