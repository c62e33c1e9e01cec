/**
 * Takes beacons in. They wait in memory for a moment and are stored many at a time over one
 * connection; when more come than can be stored, the newest are let go, never a request of the desk.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Locale } from "../../content/schema.ts";
import type { Deps } from "../deps.ts";
import { armingOf } from "./arms.service.ts";
import { type BeaconEvent, beaconEventSchema, beaconSchema } from "./beacon.ts";
import { isWhole, rowOf, timesOf } from "./beaconrow.ts";
import { insertEvents } from "./events.repo.ts";
import type { Traffic } from "./events.ts";
import type { Sender } from "./keys.service.ts";
import { visitKeysOf } from "./visitkeys.service.ts";

/** One beacon that waits to be stored, with its sender, who is forgotten then. */
export type Letter = {
  sender: Sender;
  traffic: Traffic;
  at: Date;
  locale: Locale;
  events: BeaconEvent[];
};

export type Ingest = {
  /** @param beacon the parsed body; what is wrong in it is left out and counted. */
  accept(beacon: unknown, from: { sender: Sender; traffic: Traffic }): void;
  /** Nothing more can be taken in now: asked before a beacon is even read. */
  isFull(): boolean;
  /** A beacon was let go unread. */
  shed(): void;
  /** Resolves when everything accepted so far is stored, or let go. */
  flush(): Promise<void>;
  /** Events since the start; `known` ones came a second time. A beacon that isn't or can't be read is one. */
  counts: { stored: number; known: number; invalid: number; shed: number };
};

/** Events that may wait at most: about 10 MB. */
const capacity = 20_000;
/** Events stored by one statement, about. */
const batch = 500;
const pauseMs = 250;
const attempts = 5;

const envelopeSchema = beaconSchema.extend({ events: z.array(z.unknown()).min(1).max(50) });

export function openIngest(deps: Deps): Ingest {
  const counts: Ingest["counts"] = { stored: 0, known: 0, invalid: 0, shed: 0 };
  const queue: Letter[] = [];
  let waiting = 0;
  let timer: NodeJS.Timeout | undefined;
  let turn = Promise.resolve();

  const drain = async (): Promise<void> => {
    timer = undefined;
    while (queue.length > 0) {
      const taken = takeBatch(queue);
      const size = sizeOf(taken);
      const stored = await patiently(deps, () => store(deps, taken));
      waiting -= size;
      counts.stored += stored ?? 0;
      counts[stored === null ? "shed" : "known"] += size - (stored ?? 0);
    }
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    turn = turn.then(drain);
    return turn;
  };
  return {
    counts,
    flush,
    isFull: () => waiting >= capacity,
    shed() {
      counts.shed += 1;
    },
    accept(beacon, from) {
      const read = readBeacon(beacon, deps);
      counts.invalid += read.invalid;
      if (read.events.length === 0) return;
      if (waiting + read.events.length > capacity) {
        counts.shed += read.events.length;
        return;
      }
      waiting += read.events.length;
      queue.push({ ...from, at: deps.now(), locale: read.locale, events: read.events });
      timer ??= setTimeout(flush, pauseMs);
    },
  };
}

const sizeOf = (letters: readonly Letter[]): number =>
  letters.reduce((sum, { events }) => sum + events.length, 0);

function takeBatch(queue: Letter[]): Letter[] {
  const taken = queue.splice(0, 1);
  while (queue.length > 0 && sizeOf(taken) < batch) taken.push(queue.shift()!);
  return taken;
}

function readBeacon(
  beacon: unknown,
  deps: Deps,
): { locale: Locale; events: BeaconEvent[]; invalid: number } {
  const envelope = envelopeSchema.safeParse(beacon);
  if (!envelope.success) return { locale: "en", events: [], invalid: 1 };
  const { locale, events } = envelope.data;
  const categories = deps.content().categories.map(({ id }) => id);
  const whole = events.flatMap((event) => {
    const read = beaconEventSchema.safeParse(event);
    return read.success && isWhole(read.data, categories) ? [read.data] : [];
  });
  return { locale, events: whole, invalid: events.length - whole.length };
}

/** The database may be away for some seconds. @returns null when it stayed away. */
async function patiently<T>(deps: Deps, work: () => Promise<T>): Promise<T | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts) {
        deps.log.error({ err: error }, "events of the help center were let go");
        return null;
      }
      await sleep(pauseMs * 2 ** attempt);
    }
  }
}

/** @returns how many events were new. */
async function store(deps: Deps, taken: readonly Letter[]): Promise<number> {
  const keys = await visitKeysOf(deps.db, taken);
  const arming = await armingOf(deps);
  const rows = taken.flatMap(({ at, locale, traffic, events }, i) => {
    const times = timesOf(events, at);
    return events.map((event, j) =>
      rowOf(
        event,
        { ts: times[j]!, visitKey: keys[i]!, locale, traffic },
        arming.arm(keys[i]!, at),
      ),
    );
  });
  return insertEvents(deps.db, rows);
}
