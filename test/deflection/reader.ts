/** A reader's browser, as far as the visit log hears of it. */
import { randomUUID } from "node:crypto";
import type { Beacon, BeaconEvent } from "../../server/deflection/beacon.ts";
import { openIngest } from "../../server/deflection/ingest.service.ts";
import { type Browser, firefox, type TestApp } from "../app.ts";

type Told = Omit<BeaconEvent, "id" | "at"> & { at?: number };

export function beaconOf(locale: Beacon["locale"], events: readonly Told[]): Beacon {
  const numbered = events.map((event, i) => ({ id: randomUUID(), at: i * 1000, ...event }));
  return { v: 1, locale, events: numbered };
}

/** Sends beacons at the time the clock says, and waits until they are stored. */
export function readerOf(app: TestApp, browser: Partial<Browser> = {}) {
  const { locale, ...sender } = { ...firefox, ...browser };
  const ingest = openIngest(app.deps);
  const told = async (...events: Told[]): Promise<void> => {
    ingest.accept(beaconOf(locale, events), { sender, traffic: "human" });
    await ingest.flush();
  };
  return {
    told,
    /** Opens an article and leaves it after so many seconds. */
    async reads(article: string, seconds: number) {
      await told({ type: "article_view", article });
      app.clock.advance({ seconds });
      await told({ type: "article_leave", article, n: seconds * 1000 });
    },
    /** Opens the contact form. @returns the episode's id. */
    async opensForm(category?: string): Promise<string> {
      const episode = randomUUID();
      await told(
        { type: "form_open", episode, category },
        { type: "suggest_ready", episode, n: 3 },
        { type: "suggest_shown", episode, n: 3 },
      );
      return episode;
    },
  };
}
