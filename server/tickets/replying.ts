/** What a reply is for the clocks, and what it can't be sent without. */
import { Problem } from "../errors.ts";
import { vagueWords } from "../triage/wording.ts";
import { planningProblems } from "./closing.ts";
import { rulesOf } from "./purposes.ts";
import { placeholdersIn } from "./templatefill.ts";
import type { Purpose } from "./templates.ts";
import type { Status } from "./ticket.ts";

/** States that a reply can leave a ticket in. */
export const replyStates = [
  "open",
  "waiting_customer",
  "waiting_third_party",
  "planned",
] as const satisfies Status[];
export type ReplyState = (typeof replyStates)[number];

export type Words = {
  body: string;
  /** Time of the next update. Required while the ticket stays with us. */
  promiseAt: Date | null;
  next: ReplyState;
  /** What kind of message it is; null = in the writer's own words. */
  purpose?: Purpose | null | undefined;
  /** It names the next step. Without a word on it, the purpose decides, or that it has a time. */
  substantive?: boolean | undefined;
  /** It is the solution, or the whole answer with its article. */
  full?: boolean | undefined;
  /** It only says that it takes longer, and why. */
  delay?: { reason: string } | null | undefined;
  /** What is planned and where to follow it, when that is what the ticket becomes. */
  plan?: { text: string; link: string } | null | undefined;
};

/** A delay can't wait for the customer: we are the ones who are late. */
const owesTime = ({ next, delay }: Words): boolean => Boolean(delay) || next !== "waiting_customer";

/**
 * The time that the reply promises; null while we wait for the customer.
 * @throws Problem `promise_required`, `promise_in_past`, `delay_reason_required`, `plan_required`,
 * `template_incomplete` when a place of a template was left open.
 */
export function promised(words: Words, at: Date): Date | null {
  const missing = words.purpose ? placeholdersIn(words.body).join(", ") : "";
  if (missing) throw new Problem("template_incomplete", { missing });
  if (isDelay(words) && !words.delay?.reason.trim()) throw new Problem("delay_reason_required");
  const [unplanned] =
    words.next === "planned" ? planningProblems({ planText: words.plan?.text ?? null }) : [];
  if (unplanned) throw new Problem(unplanned);
  if (!owesTime(words)) return null;
  if (!words.promiseAt) throw new Problem("promise_required");
  if (words.promiseAt <= at) throw new Problem("promise_in_past");
  return words.promiseAt;
}

/** Whether the reply is a delay notice. */
export const isDelay = ({ delay, purpose }: Words): boolean =>
  Boolean(delay) || purpose === "delay";

/** What the log says of the reply. `promiseAt` in epoch milliseconds. */
export function saidBy(words: Words, promiseAt: Date | null) {
  const { purpose, body } = words;
  const vague = vagueWords(body).length;
  return {
    promiseAt: promiseAt?.getTime() ?? null,
    ...answerOf(words, promiseAt),
    ...(purpose && { purpose }),
    ...(vague > 0 && { vague }),
  };
}

function answerOf(words: Words, promiseAt: Date | null) {
  if (isDelay(words)) return { delay: true };
  const full = words.full ?? false;
  const substantive = words.substantive ?? getsFurther(words.purpose, promiseAt);
  const ack = words.purpose === "received" && !full && !substantive;
  return { substantive, full, ...(ack && { ack }) };
}

const getsFurther = (purpose: Purpose | null | undefined, promiseAt: Date | null): boolean =>
  promiseAt !== null && (purpose ? rulesOf(purpose).progress !== "no" : true);

/**
 * The text as the customer gets it: what has to be said and wasn't stands at its end.
 * @param label words that lead to it, in the customer's language.
 */
export function fullText(
  { body, delay, plan, next }: Words,
  label: { reason(reason: string): string; plan(text: string, link: string): string },
): string {
  const reason = delay?.reason.trim() ?? "";
  const isPlanned = next === "planned" && plan;
  return [
    body,
    ...(reason && !body.includes(reason) ? [label.reason(reason)] : []),
    ...(isPlanned && !body.includes(plan.text.trim()) ? [label.plan(plan.text, plan.link)] : []),
  ].join("\n\n");
}
