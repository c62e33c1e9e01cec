import { describe, expect, test } from "vitest";
import { Problem, type ProblemCode } from "#server/errors.ts";
import { problemText } from "#server/problemtext.ts";
import {
  type ClosingFacts,
  closeReasonSchema,
  closingProblems,
  planningProblems,
  solvingProblems,
} from "#server/tickets/closing.ts";

const solvedAt = new Date("2026-09-30T17:00:00+08:00");
const later = (hours: number, ms = 0) => new Date(solvedAt.getTime() + hours * 3_600_000 + ms);

/** A fault that was solved, with its cause. */
const solved: ClosingFacts = {
  kind: "fault",
  causeTag: "firmware",
  need: null,
  reason: "confirmed",
  silentSince: solvedAt,
  planText: null,
  planLink: null,
};
const plan = { planText: "第二季度随固件 3.2 发布", planLink: "https://status.heronby.example/42" };

describe("F128 a ticket closes for one of three reasons", () => {
  test("there are three", () => {
    expect(closeReasonSchema.options).toEqual(["confirmed", "silent", "long_term_plan"]);
    expect(closingProblems({ ...solved, reason: null }, later(1))).toEqual([
      "close_reason_required",
    ]);
  });

  test("the customer agreed", () => {
    expect(closingProblems({ ...solved, silentSince: null }, later(1))).toEqual([]);
  });

  // SLA-65: over the National Day holidays, which don't stop it.
  test.each([
    ["a moment before", later(72, -1), ["customer_not_silent"]],
    ["at 72:00:00, when a message would still reopen it", later(72), ["customer_not_silent"]],
    ["a moment after", later(72, 1), []],
  ])("72 hours without a word: %s", (_, now, expected) => {
    expect(closingProblems({ ...solved, reason: "silent" }, now)).toEqual(expected);
  });

  test("no silence where it isn't solved, or the customer wrote since", () => {
    const facts: ClosingFacts = { ...solved, reason: "silent", silentSince: null };
    expect(closingProblems(facts, later(500))).toEqual(["customer_not_silent"]);
  });

  test.each([
    ["text and link", plan, []],
    ["no text", { ...plan, planText: " " }, ["plan_required"]],
    ["no link", { ...plan, planLink: null }, ["plan_link_required"]],
    ["a link that is none", { ...plan, planLink: "see wiki" }, ["plan_link_required"]],
    ["a link that runs", { ...plan, planLink: "javascript:alert(1)" }, ["plan_link_required"]],
    ["a link to nowhere", { ...plan, planLink: "https://" }, ["plan_link_required"]],
    ["neither", {}, ["plan_required", "plan_link_required"]],
  ])("a long-term plan: %s", (_, over, expected) => {
    const facts: ClosingFacts = { ...solved, ...over, reason: "long_term_plan" };
    expect(closingProblems(facts, later(1))).toEqual(expected);
  });
});

describe("what must be known of a ticket", () => {
  test("F129 a cause", () => {
    expect(closingProblems({ ...solved, causeTag: "" }, later(1))).toEqual(["cause_required"]);
    expect(solvingProblems({ ...solved, causeTag: null })).toEqual(["cause_required"]);
  });

  test("F111 what a complaint needed, and only a complaint", () => {
    const complaint: ClosingFacts = { ...solved, kind: "complaint", need: " " };
    expect(closingProblems(complaint, later(1))).toEqual(["need_required"]);
    expect(closingProblems({ ...complaint, need: "An apology" }, later(1))).toEqual([]);
    expect(solvingProblems({ ...complaint, causeTag: "" })).toEqual([
      "cause_required",
      "need_required",
    ]);
  });

  test("F036 what is planned; the link may come later", () => {
    expect(planningProblems({ planText: null })).toEqual(["plan_required"]);
    expect(planningProblems({ planText: "  " })).toEqual(["plan_required"]);
    expect(planningProblems({ planText: plan.planText })).toEqual([]);
  });
});

test.each<ProblemCode>([
  "close_reason_required",
  "need_required",
  "plan_required",
  "plan_link_required",
  "customer_not_silent",
  "template_incomplete",
  "stage_incomplete",
])("%s is told in both languages", (code) => {
  const problem = new Problem(code, { missing: "reproduced" });
  expect(problemText(problem, "en")).toMatch(/^[A-Z].*\.$/);
  expect(problemText(problem, "zh")).toMatch(/[\u4e00-\u9fff].*。$/);
  expect(problem.status).toBeGreaterThanOrEqual(400);
});
