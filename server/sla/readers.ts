import {
  answer,
  askReply,
  askThirdParty,
  enter,
  hear,
  last,
  mark,
  progress,
  type Reading,
  regrade,
} from "./effects.ts";
import { type Instant, wholeSecond } from "./instant.ts";
import type { LogEvent } from "./log.ts";
import { finish } from "./rounds.ts";
import { isSettled } from "./story.ts";

type Readers = {
  [T in LogEvent["type"]]?: (
    reading: Reading,
    event: Extract<LogEvent, { type: T }>,
    at: Instant,
  ) => void;
};

// Types that are missing here (notes, assignments, …) change no clock.
const READERS: Readers = {
  acknowledged: (reading, _, at) => mark(reading, "acknowledged", at),
  read_receipt: (reading, _, at) => mark(reading, "read", at),
  sla_applied(reading, { version, policy }) {
    reading.settings = { version, policy };
  },
  public_reply(reading, event, at) {
    if (event.by === "automatic") {
      mark(reading, "automatic", at);
      if (event.automatic === "recorded") mark(reading, "recorded", at);
      return;
    }
    const promiseAt = promised(event.promiseAt);
    reading.beats.push({ at, isUpdate: !event.delay, promiseAt });
    if (event.ack) mark(reading, "acknowledged", at);
    else if (!event.delay) readAnswer(reading, event, at);
    hear(reading, at);
  },
  milestone(reading, event, at) {
    mark(reading, event.name, at);
    progress(reading, at);
  },
  promised(reading, event, at) {
    reading.beats.push({ at, isUpdate: false, promiseAt: promised(event.promiseAt) });
  },
  customer_message(reading, _, at) {
    if (last(reading).status === "waiting_customer") enter(reading, at, "open");
    askReply(reading, at);
  },
  nudged: (reading, _, at) => askReply(reading, at),
  priority_changed(reading, event, at) {
    reading.priority = event.to;
    regrade(reading, at);
  },
  kind_changed(reading, event, at) {
    reading.kind = event.to;
    regrade(reading, at);
  },
  level_changed(reading, event, at) {
    reading.level = event.to;
    regrade(reading, at);
  },
  third_party_opened(reading, event, at) {
    reading.records.add(event.recordId);
    askThirdParty(reading, at);
  },
  third_party_closed(reading, event, at) {
    reading.records.delete(event.recordId);
    askThirdParty(reading, at);
  },
  status_changed: (reading, event, at) => enter(reading, at, event.to),
  reopened(reading, _, at) {
    if (isSettled(last(reading).status)) enter(reading, at, "open");
  },
  breach_corrected(reading, event) {
    reading.corrected.push(`${event.metric} ${event.instance}`);
  },
  merged(reading, _, at) {
    reading.mergedAt ??= at;
  },
};

type Reply = Extract<LogEvent, { type: "public_reply" }>;

function readAnswer(reading: Reading, event: Reply, at: Instant): void {
  mark(reading, "replied", at);
  finish(reading, "next_reply", at);
  if (!event.substantive && !event.full) return;
  answer(reading, at, event.full ?? false);
  progress(reading, at);
}

const promised = (at: Instant | null | undefined): Instant | null =>
  at == null ? null : wholeSecond(at);

/** Reads one event into the story. Events must come in the order in which they happened. */
export function read<T extends LogEvent["type"]>(
  reading: Reading,
  event: Extract<LogEvent, { type: T }>,
): void {
  READERS[event.type as T]?.(reading, event, wholeSecond(event.at));
}
