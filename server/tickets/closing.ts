/** What has to be known before a ticket is planned, solved or closed. */
import { z } from "zod";
import type { ProblemCode } from "../errors.ts";
import type { Kind } from "../sla/log.ts";
import { silentCloseAt } from "../sla/rhythm.ts";
import type { CauseTag } from "./ticket.ts";

/** `confirmed`: the customer agreed. `silent`: 72 h without a word. `long_term_plan`: told what is planned. */
export const closeReasonSchema = z.enum(["confirmed", "silent", "long_term_plan"]);
export type CloseReason = z.infer<typeof closeReasonSchema>;

/** What is planned, and where the customer can follow it; empty or null = not said. */
export type Plan = { planText: string | null; planLink: string | null };

export type SolvingFacts = {
  kind: Kind;
  causeTag: CauseTag | "" | null;
  /** What the customer of a complaint needed. */
  need: string | null;
};

export type ClosingFacts = SolvingFacts &
  Plan & {
    reason: CloseReason | null;
    /** When it was solved; null when it isn't, or when the customer has written since. */
    silentSince: Date | null;
  };

const isBlank = (text: string | null): boolean => !text?.trim();

/** What has to be done before a ticket is `planned`; empty when nothing. */
export const planningProblems = ({ planText }: Pick<Plan, "planText">): ProblemCode[] =>
  isBlank(planText) ? ["plan_required"] : [];

/**
 * What has to be done before a ticket is solved; empty when nothing. It is asked here and not only at
 * closing because silence closes a ticket when nobody is there to answer.
 */
export function solvingProblems({ kind, causeTag, need }: SolvingFacts): ProblemCode[] {
  const problems: ProblemCode[] = causeTag ? [] : ["cause_required"];
  if (kind === "complaint" && isBlank(need)) problems.push("need_required");
  return problems;
}

/** What has to be done before a ticket is closed for this reason; empty when nothing. */
export const closingProblems = (facts: ClosingFacts, now: Date): ProblemCode[] => [
  ...reasonProblems(facts, now),
  ...solvingProblems(facts),
];

function reasonProblems(facts: ClosingFacts, now: Date): ProblemCode[] {
  switch (facts.reason) {
    case null:
      return ["close_reason_required"];
    case "confirmed":
      return [];
    case "silent":
      return isSilent(facts.silentSince, now) ? [] : ["customer_not_silent"];
    case "long_term_plan":
      return [
        ...planningProblems(facts),
        ...(isAddress(facts.planLink) ? [] : (["plan_link_required"] as const)),
      ];
  }
}

// A message at the very instant still reopens, so silence is over only after it.
const isSilent = (since: Date | null, now: Date): boolean =>
  since !== null && now.getTime() > silentCloseAt(since.getTime());

const isAddress = (link: string | null): boolean =>
  /^https?:\/\//i.test(link?.trim() ?? "") && URL.canParse(link!.trim());
