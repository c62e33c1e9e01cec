import type { Instant } from "./instant.ts";
import type { Pause } from "./pauses.ts";
import type { Scheme } from "./policy.ts";
import { reckon, type Standing } from "./reckoning.ts";
import { aimsOf, fromStart, type Question, type ReplayStep } from "./replay.ts";
import { dueAt } from "./worktime.ts";

/** A rule that was applied to a due time. */
export interface AppliedRule {
  /**
   * `target`: start ⊕ target, told for each scheme that asks. `earliest_of_schemes`: the one that
   * wins. `raised`, `lowered`: the row changed, start ⊕ new target. `floor`: what a change leaves at
   * least. `never_later`: a raise keeps the earlier due time. `reopened`: what was left goes on.
   * `rolled_to_opening`: moved out of closed hours. `working_day`: the close of a day that counts.
   * `moved`: a notice moved the promise.
   */
  rule:
    | "target"
    | "earliest_of_schemes"
    | "raised"
    | "lowered"
    | "floor"
    | "never_later"
    | "reopened"
    | "rolled_to_opening"
    | "working_day"
    | "moved";
  /** When it was applied. */
  at: Instant;
  /** The due time it led to; null while paused, or without a target. */
  leadsTo: Instant | null;
  scheme: Scheme | null;
}

/** One applied rule. */
export const ruleStep = (
  rule: AppliedRule["rule"],
  at: Instant,
  leadsTo: Instant | null,
  scheme: Scheme | null,
): AppliedRule => ({ rule, at, leadsTo, scheme });

/** The rules that one step of a replay applied. */
export function rulesOf(
  question: Question & { pauses: readonly Pause[] },
  step: ReplayStep,
): AppliedRule[] {
  const { at, before, after } = step;
  const told = (rule: AppliedRule["rule"], { due, basis }: Standing) =>
    ruleStep(rule, at, due.at, basis?.aim.scheme ?? null);
  const kept = before && before.basis === after.basis;
  switch (step.kind) {
    case "start":
      return [...targets(question, step, "target"), ...rolled(question, step)];
    case "lowered":
      return [...targets(question, step, "lowered"), ...rolled(question, step)];
    case "raised":
      return [
        ...targets(question, step, "raised"),
        ...(kept ? [told("never_later", after)] : []),
        ...(!kept && after.basis?.isFloor ? [told("floor", after)] : []),
        ...rolled(question, step),
      ];
    case "reopened":
      return [told("reopened", before!), ...(kept ? [] : [told("floor", after)])];
  }
}

/** What each scheme asks of the row, and which of them wins. */
function targets(
  question: Question & { pauses: readonly Pause[] },
  { at, row }: ReplayStep,
  rule: "target" | "raised" | "lowered",
): AppliedRule[] {
  const { start, pauses } = question;
  const aims = aimsOf(question, row);
  const all = aims.map((aim) => {
    const { due } = reckon(aim, start, aim.limit, pauses);
    return ruleStep(rule, at, due.at, aim.scheme);
  });
  if (aims.length < 2) return all;
  const { due, basis } = fromStart(question, row, "limit", pauses);
  return [...all, ruleStep("earliest_of_schemes", at, due.at, basis?.aim.scheme ?? null)];
}

function rolled(
  { pauses }: { pauses: readonly Pause[] },
  { at, after: { due, basis } }: ReplayStep,
): AppliedRule[] {
  if (!basis?.aim.rollTo || due.at === null) return [];
  const { aim, from, target } = basis;
  if (dueAt(aim.calendar, from, target, pauses).at === due.at) return [];
  return [ruleStep("rolled_to_opening", at, due.at, basis.aim.scheme)];
}
