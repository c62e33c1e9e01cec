/** One ticket as its customer sees it, and its story as a list. */
import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "../../../server/router.ts";

export type Ticket = inferRouterOutputs<AppRouter>["tickets"]["status"];
export type Message = Ticket["messages"][number];
type LoggedEvent = Ticket["events"][number];

export type Entry =
  | { kind: "message"; key: string; at: Date; message: Message; told: Told | null }
  | { kind: "event"; key: string; at: Date; event: StoryEvent };

/** A time told with a reply; `isLater` = in place of an earlier one. */
export type Told = { by: Date; isLater: boolean };

/** What is worth telling besides the messages. */
export type StoryEvent =
  | { type: "acknowledged" | "owned" | "unowned" | "reopened" | "nudged" | "confirmed" }
  | { type: "status"; to: string }
  | { type: "promised"; by: Date };

/** States that are said by something else, or say nothing to a customer. */
const silent = ["new", "open"];

/** By time, oldest first. What a message led to (we wait for you, we think it's solved) follows it. */
export function storyOf(ticket: Pick<Ticket, "messages" | "events">): Entry[] {
  const messages = ticket.messages.map(
    (message): Entry => ({
      kind: "message",
      key: message.id,
      at: message.createdAt,
      message,
      told: message.kind === "public" ? toldWith(message, ticket.events) : null,
    }),
  );
  const events = ticket.events.flatMap((logged, index): Entry[] => {
    const event = storyEvent(logged, ticket.events);
    return event ? [{ kind: "event", key: `event-${index}`, at: logged.at, event }] : [];
  });
  return [...events, ...messages].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || Number(isEffect(a)) - Number(isEffect(b)),
  );
}

function toldWith({ createdAt }: Message, events: readonly LoggedEvent[]): Told | null {
  const reply = events.find(
    ({ type, at }) => type === "public_reply" && at.getTime() === createdAt.getTime(),
  );
  const { promiseAt, delay } = (reply?.data ?? {}) as { promiseAt?: number; delay?: boolean };
  return promiseAt ? { by: new Date(promiseAt), isLater: delay ?? false } : null;
}

const isEffect = (entry: Entry): boolean => entry.kind === "event" && entry.event.type === "status";

function storyEvent(logged: LoggedEvent, all: readonly LoggedEvent[]): StoryEvent | null {
  const data = logged.data as Record<string, unknown>;
  switch (logged.type) {
    case "acknowledged":
    case "reopened":
    case "nudged":
      return { type: logged.type };
    case "solution_confirmed":
      return { type: "confirmed" };
    case "assigned":
      // Which team has it is the desk's own affair until it is a person.
      if (data.agentId === undefined && data.teamId) return null;
      return { type: data.agentId ? "owned" : "unowned" };
    case "promised":
      return { type: "promised", by: new Date(Number(data.promiseAt)) };
    case "status_changed":
      return isSaid(logged, all) ? null : { type: "status", to: String(data.to) };
    default:
      return null;
  }
}

/** The customer's own "solved" closes the ticket: one line says both. */
function isSaid({ at, data }: LoggedEvent, all: readonly LoggedEvent[]): boolean {
  const { to } = data as { to: string };
  if (silent.includes(to)) return true;
  const confirmed = all.some(
    (other) => other.type === "solution_confirmed" && other.at.getTime() === at.getTime(),
  );
  return to === "closed" && confirmed;
}

/** Whether a device kept the message for a while before it reached us. */
export const isDelayed = ({ writtenAt, receivedAt }: Pick<Ticket, "writtenAt" | "receivedAt">) =>
  receivedAt.getTime() - writtenAt.getTime() > 60_000;

/** What a closed or solved ticket offers. A closed one opens again for 14 days. */
export function canReopen({ closedAt }: Pick<Ticket, "closedAt">, now: Date): boolean {
  return !closedAt || now.getTime() - closedAt.getTime() < 14 * 86_400_000;
}
