/** What makes a ticket climb, read from its log and its clocks. */
import { type Clock, isCommitment } from "../sla/clock.ts";
import { type Instant, MINUTE } from "../sla/instant.ts";
import type { LogEvent } from "../sla/log.ts";
import type { EscalationCause } from "./ladder.ts";

/** One reason and its occasion: the same occasion never counts twice. */
export type Reason = { cause: EscalationCause; occasion: string };

/** Messages that come this close together are one nudge. */
const ONE_NUDGE = 10 * MINUTE;

/** Asked for news this often without a substantive update, the ticket climbs. */
const NUDGES = 2;

/** Every reason the ticket has had so far, those that were acted on among them. */
export function reasonsOf(log: readonly LogEvent[], clocks: readonly Clock[]): Reason[] {
  const events = [...log].sort((a, b) => a.at - b.at);
  return [...missed(clocks), ...promisesMissed(clocks), ...delayedTwice(events), ...nudged(events)];
}

function missed(clocks: readonly Clock[]): Reason[] {
  return clocks.flatMap((clock): Reason[] => {
    const { metric, instance, breachedAt } = clock;
    if (breachedAt === null || metric === "promise") return [];
    const occasion = `${metric}:${instance}`;
    if (metric === "no_progress") return [{ cause: "no_progress", occasion }];
    return isCommitment(clock) ? [{ cause: "breached", occasion }] : [];
  });
}

/** Two broken promises in a row; the next two are the next occasion. */
function promisesMissed(clocks: readonly Clock[]): Reason[] {
  const reasons: Reason[] = [];
  let row = 0;
  for (const { instance, state, breachedAt } of clocks.filter(
    ({ metric }) => metric === "promise",
  )) {
    if (breachedAt !== null) row++;
    else if (state === "met") row = 0;
    if (row < 2) continue;
    reasons.push({ cause: "promises_missed", occasion: `promise:${instance}` });
    row = 0;
  }
  return reasons;
}

const isAnswer = (event: LogEvent): boolean =>
  event.type === "public_reply" && event.by === "agent" && !event.delay && !event.ack;

/** The second delay notice without an answer in between, and each one after it. */
function delayedTwice(events: readonly LogEvent[]): Reason[] {
  const reasons: Reason[] = [];
  let row = 0;
  for (const event of events) {
    if (isAnswer(event)) row = 0;
    if (event.type !== "public_reply" || !event.delay) continue;
    if (++row >= 2) reasons.push({ cause: "delayed_twice", occasion: `delay:${event.at}` });
  }
  return reasons;
}

/** What ends the count: an answer with a next step, a result, or the solution. */
const isProgress = (event: LogEvent): boolean =>
  event.type === "milestone" ||
  (event.type === "status_changed" && event.to === "solved") ||
  (isAnswer(event) && event.type === "public_reply" && Boolean(event.substantive || event.full));

/**
 * Asked twice without a substantive update in between; only such an update begins a new count. Asking
 * is the button, a message with a word that asks for news, or a message while our answer is
 * outstanding that isn't just the rest of the one before.
 */
function nudged(events: readonly LogEvent[]): Reason[] {
  const reasons: Reason[] = [];
  const isApart = (at: Instant, before: Instant) => at - before >= ONE_NUDGE;
  let count = 0;
  let asked = Number.NEGATIVE_INFINITY;
  let said = Number.NEGATIVE_INFINITY;
  let isOurTurn = true;
  for (const event of events) {
    if (isProgress(event)) count = 0;
    if (isAnswer(event)) isOurTurn = false;
    if (event.type !== "nudged" && event.type !== "customer_message") continue;
    const { at } = event;
    const isPlain = event.type === "customer_message" && !event.nudge;
    const asks = isPlain ? isOurTurn && isApart(at, said) : true;
    if (event.type === "customer_message") [said, isOurTurn] = [at, true];
    if (!asks) continue;
    if (isApart(at, asked) && ++count === NUDGES)
      reasons.push({ cause: "nudged", occasion: `nudge:${at}` });
    asked = at;
  }
  return reasons;
}
