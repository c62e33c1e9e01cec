/** Gives a ticket told in one breath its times: how fast the desk was, and when the customer answered. */
import type { Priority } from "../../server/sla/log.ts";
import { defaultRuleSet } from "../../server/triage/defaults.ts";
import { triage } from "../../server/triage/rules.ts";
import { customers } from "./customers.ts";
import { shareOf } from "./hours.ts";
import type { Short, Step, Story, Who } from "./story.ts";

const between = (low: number, high: number, share: number): number => low + (high - low) * share;

/** Most of it is answered by the agent of the language, some by who else speaks it. */
function ownerOf({ id, from }: Short): Who {
  const second = shareOf(id, "owner") > 0.8;
  if (customers[from]!.locale === "zh") return second ? "xiaowen" : "siyuan";
  return second ? "tom" : "mia";
}

const rules = defaultRuleSet();

/** What the rules will say of it; how often its customer wrote before is not known yet. */
function priorityOf({ from, kind, category, subject, text, fields }: Short): Priority {
  const { tier, locale } = customers[from]!;
  const impact = kind === "fault" ? "person" : "";
  const facts = { text: `${subject}\n${text}`, kind, topic: category, tier, locale, impact };
  return triage(rules, { ...facts, ...(fields as { impact?: string }) }).priority;
}

const isUrgent = (short: Short): boolean => ["P0", "P1"].includes(priorityOf(short));

/** Hours until the first answer: limits are 1 round the clock (P1), and 4 (P2) and 8 (P3) of work. */
function untilReply(short: Short): number {
  const share = shareOf(short.id, "reply");
  const isLate = short.late === "reply";
  if (isUrgent(short)) return isLate ? between(1.1, 2, share) : between(0.1, 0.5, share);
  if (priorityOf(short) === "P2")
    return isLate ? between(4.2, 5.5, share) : between(0.3, 2.8, share);
  // One step up, because the customer wrote before, leaves four hours.
  return isLate ? between(8.2, 10, share) : between(0.4, 3.4, share);
}

/** Hours from one message of ours to the next, by which a promise made in between is kept. */
function untilNext(short: Short, turn: number): number {
  const share = shareOf(short.id, "next", String(turn));
  if (short.late !== "solution") return between(0.8, 3, share);
  if (isUrgent(short)) return between(25, 30, share);
  return priorityOf(short) === "P2" ? between(32, 38, share) : between(13, 17, share);
}

const isCustomer = (text: string): boolean => text.startsWith("> ");

export function toStory(short: Short): Story {
  const { talk, cause, why, article, skip, late: _, ...sent } = short;
  const turns = talk.map((text, turn) => turnStep(short, text, turn));
  const ending: Step[] = [];
  if (article) ending.push({ do: "use", t: 0.02, article });
  if (skip) ending.push({ do: "skip", t: 0.02, text: skip, later: false });
  // Two in three say that it helped; the others say nothing.
  if (shareOf(short.id, "confirms") < 0.66) {
    ending.push({ do: "judge", t: between(1, 26, shareOf(short.id, "judges")), solved: true });
  }
  const wall = isUrgent(short);
  return { ...sent, wall, by: ownerOf(short), steps: [acked(short), ...turns, ...ending] };
}

/** Seen within a quarter of an hour, but for one in twelve. */
function acked({ id }: Short): Step {
  const share = shareOf(id, "ack");
  const isLate = shareOf(id, "busy") > 0.92;
  return { do: "ack", t: isLate ? between(0.26, 0.29, share) : between(0.03, 0.22, share) };
}

function turnStep(short: Short, text: string, turn: number): Step {
  const { talk, cause, why } = short;
  if (isCustomer(text)) {
    return {
      do: "write",
      t: between(0.4, 7, shareOf(short.id, String(turn))),
      text: text.slice(2),
    };
  }
  const t = turn === 0 ? untilReply(short) : untilNext(short, turn);
  const next = talk[turn + 1];
  if (next === undefined) return { do: "solve", t, text, cause, why };
  if (isCustomer(next)) return { do: "ask", t, text };
  return { do: "reply", t, text, promise: untilNext(short, turn + 1) + 1, next: "open" };
}
