/** A ticket's messages and events as one story, oldest first. */
import type { Message, Ticket, TicketEvent } from "../../api.ts";
import { isSameDay } from "../../time/dates.ts";

/** Events that one person caused at one moment are told in one line. */
export type Deed = {
  id: string;
  at: Date;
  actor: TicketEvent["actorKind"];
  who: string | null;
  events: TicketEvent[];
};

export type Item =
  | { kind: "day"; id: string; at: Date }
  | { kind: "deed"; id: string; deed: Deed }
  | { kind: "message"; id: string; message: Message; promise: Told | null; readAt: Date | null };

/** A time told with a reply; `isLater` = in place of an earlier one. */
export type Told = { at: Date; isLater: boolean };

// The message itself stands in the story.
const toldElsewhere = new Set(["public_reply", "customer_message", "note", "reply_read"]);

export function storyOf(ticket: Pick<Ticket, "messages" | "events">): Item[] {
  const promises = promisesOf(ticket.events);
  const reads = readsOf(ticket.events);
  const messages = ticket.messages.map((message) => ({
    at: message.createdAt,
    item: {
      kind: "message" as const,
      id: message.id,
      message,
      promise:
        message.kind === "public" ? (promises.get(message.createdAt.getTime()) ?? null) : null,
      readAt: reads.get(message.id) ?? null,
    },
  }));
  const deeds = deedsOf(ticket.events).map((deed) => ({
    at: deed.at,
    item: { kind: "deed" as const, id: deed.id, deed },
  }));
  // What was said comes before what it changed.
  const all = [...messages, ...deeds].sort((a, b) => a.at.getTime() - b.at.getTime());
  return withDays(all);
}

function withDays(all: { at: Date; item: Item }[]): Item[] {
  return all.flatMap(({ at, item }, index) => {
    const before = all[index - 1];
    const isNewDay = !before || !isSameDay(before.at.getTime(), at.getTime());
    return isNewDay ? [{ kind: "day" as const, id: `day-${at.getTime()}`, at }, item] : [item];
  });
}

function deedsOf(events: readonly TicketEvent[]): Deed[] {
  const deeds: Deed[] = [];
  for (const event of events) {
    if (toldElsewhere.has(event.type)) continue;
    const last = deeds.at(-1);
    const isSame =
      last?.at.getTime() === event.at.getTime() &&
      last.actor === event.actorKind &&
      last.who === event.actorId;
    if (last && isSame) last.events.push(event);
    else {
      const { at, actorKind: actor, actorId: who } = event;
      deeds.push({ id: `event-${event.id}`, at, actor, who, events: [event] });
    }
  }
  return deeds;
}

/** Time of the next update promised with the reply of that moment. */
function promisesOf(events: readonly TicketEvent[]): Map<number, Told> {
  const promises = new Map<number, Told>();
  for (const { type, at, data } of events) {
    const { promiseAt, delay } = data as { promiseAt?: number | null; delay?: boolean };
    if (type === "public_reply" && promiseAt)
      promises.set(at.getTime(), { at: new Date(promiseAt), isLater: delay ?? false });
  }
  return promises;
}

/** When an answer was read, by its message. */
const readsOf = (events: readonly TicketEvent[]): Map<string, Date> =>
  new Map(
    events
      .filter(({ type }) => type === "reply_read")
      .map(({ at, data }) => [(data as { messageId: string }).messageId, at]),
  );
