/** Gives a ticket told in one breath its times: how fast the desk was, and when the customer answered. */
import { firstPriority } from "../../server/tickets/ticket.ts";
import { customers } from "./customers.ts";
import { chance } from "./hours.ts";
import type { Short, Step, Story, Who } from "./story.ts";

const between = (low: number, high: number, share: number): number => low + (high - low) * share;

/** Most of it is answered by the agent of the language, some by who else speaks it. */
function ownerOf({ id, from }: Short): Who {
  const second = chance(id, "owner") > 0.8;
  if (customers[from]!.locale === "zh") return second ? "xiaowen" : "siyuan";
  return second ? "tom" : "mia";
}

/** Hours of working time until the first answer: limits are 4 (P2) and 8 (P3). */
function untilReply(short: Short): number {
  const share = chance(short.id, "reply");
  const isP2 = firstPriority(short.kind, "") === "P2";
  if (short.late === "reply") return isP2 ? between(4.2, 5.5, share) : between(8.2, 10, share);
  return isP2 ? between(0.3, 2.8, share) : between(0.4, 4.5, share);
}

/** Hours from one message of ours to the next, by which a promise made in between is kept. */
function untilNext(short: Short, turn: number): number {
  const share = chance(short.id, "next", String(turn));
  if (short.late !== "solution") return between(0.8, 3, share);
  return firstPriority(short.kind, "") === "P2" ? between(32, 38, share) : between(13, 17, share);
}

const isCustomer = (text: string): boolean => text.startsWith("> ");

export function toStory(short: Short): Story {
  const { talk, cause, why, article, skip, late: _, ...sent } = short;
  const turns = talk.map((text, turn) => turnStep(short, text, turn));
  const ending: Step[] = [];
  if (article) ending.push({ do: "use", t: 0.02, article });
  if (skip) ending.push({ do: "skip", t: 0.02, text: skip, later: false });
  // Two in three say that it helped; the others say nothing.
  if (chance(short.id, "confirms") < 0.66) {
    ending.push({ do: "judge", t: between(1, 26, chance(short.id, "judges")), solved: true });
  }
  const acked: Step = { do: "ack", t: between(0.03, 0.22, chance(short.id, "ack")) };
  return { ...sent, by: ownerOf(short), steps: [acked, ...turns, ...ending] };
}

function turnStep(short: Short, text: string, turn: number): Step {
  const { talk, cause, why } = short;
  if (isCustomer(text)) {
    return { do: "write", t: between(0.4, 7, chance(short.id, String(turn))), text: text.slice(2) };
  }
  const t = turn === 0 ? untilReply(short) : untilNext(short, turn);
  const next = talk[turn + 1];
  if (next === undefined) return { do: "solve", t, text, cause, why };
  if (isCustomer(next)) return { do: "ask", t, text };
  return { do: "reply", t, text, promise: untilNext(short, turn + 1) + 1, next: "open" };
}
