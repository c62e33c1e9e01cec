/** What became of messages that waited, told to every tab. */
import type { Receipt } from "../../../server/tickets/submit.service.ts";
import type { Outcome } from "../trouble.ts";

export type News = {
  key: string;
  outcome: Outcome<Receipt>;
  writtenAt: Date;
};

type Listener = (event: News & { seen: boolean }) => void;

const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("answerable");
/** Those that show a message themselves; the notice is for pages that don't. */
const viewers = new Set<(event: News) => boolean>();
const listeners = new Set<Listener>();

function here(event: News, elsewhere: boolean): void {
  let seen = elsewhere;
  for (const view of viewers) seen = view(event) || seen;
  for (const listen of listeners) listen({ ...event, seen });
}

channel?.addEventListener("message", ({ data }) => here(data as News, true));

export const news = {
  tell(event: News): void {
    here(event, false);
    channel?.postMessage(event);
  },
  /** @param view returns true if it shows what happened. */
  view(view: (event: News) => boolean): () => void {
    viewers.add(view);
    return () => {
      viewers.delete(view);
    };
  },
  listen(listener: Listener): void {
    listeners.add(listener);
  },
};
