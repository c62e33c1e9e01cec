import { describe, expect, test } from "vitest";
import { checkRules } from "#server/triage/checks.ts";
import { defaultRuleSet } from "#server/triage/defaults.ts";
import type { Action, Condition, Group } from "#server/triage/rule.ts";

const set = defaultRuleSet();
const check = (...rules: unknown[]) => checkRules({ ...set, rules });
const rule = (id: string, when: Group, then: unknown[], more = {}) => ({
  ...{ id, enabled: true, when, owner: "tom", version: 1 },
  then,
  ...more,
});
const to = (team: string): Action => ({ do: "set", team });
const invoice: Condition = { text_any: "finance" };
const vip: Condition = { tier: ["vip", "gold"] };
const p0: Action = { do: "raise_priority", to: "P0" };
const anything: Group = { all: [] };

test("the default rules may be switched on", () => {
  expect(checkRules(set)).toEqual([]);
  expect(checkRules(defaultRuleSet("step"))).toEqual([]);
});

describe("equal conditions and different teams", () => {
  const collision = { code: "same_condition_other_team", ruleId: "b", otherId: "a" };
  test.each<[string, Group, Group, object[]]>([
    ["word for word", { all: [invoice] }, { all: [invoice] }, [collision]],
    ["in another order", { all: [invoice, vip] }, { all: [vip, invoice] }, [collision]],
    [
      "with their values in another order",
      { all: [vip] },
      { all: [{ tier: ["gold", "vip"] }] },
      [collision],
    ],
    ["any of one is all of one", { all: [invoice] }, { any: [invoice] }, [collision]],
    ["said twice", { any: [invoice, invoice] }, { all: [invoice] }, [collision]],
    ["nested", { all: [{ any: [vip, invoice] }] }, { any: [invoice, vip] }, [collision]],
    ["any isn't all", { all: [invoice, vip] }, { any: [invoice, vip] }, []],
    ["not is its own", { not: [invoice] }, { all: [invoice] }, []],
    [
      "a number more",
      { all: [{ text_any: "outage" }] },
      { all: [{ text_any: "outage", at_least: 2 }] },
      [],
    ],
  ])("%s", (_, first, second, problems) =>
    expect(check(rule("a", first, [to("care")]), rule("b", second, [to("tech")]))).toEqual(
      problems,
    ),
  );

  test("the same team, no team, or switched off is no collision", () => {
    const a = rule("a", anything, [to("care")]);
    expect(check(a, rule("b", anything, [to("care")]))).toEqual([]);
    expect(check(a, rule("b", anything, [{ do: "flag", flag: "x" }]))).toEqual([]);
    expect(check(a, rule("b", anything, [to("tech")], { enabled: false }))).toEqual([]);
  });
});

test.each<[string, unknown, object]>([
  [
    "a lexicon",
    rule("a", { all: [{ not: [{ text_any: "moon" }] }] }, [to("care")]),
    { code: "unknown_lexicon", name: "moon" },
  ],
  [
    "a lexicon of an action",
    rule("a", anything, [to("care"), { do: "raise_priority", to: "P1", if: { text_any: "moon" } }]),
    { code: "unknown_lexicon", name: "moon" },
  ],
  ["a team", rule("a", anything, [to("moon")]), { code: "unknown_team", name: "moon" }],
  [
    "a module",
    rule("a", { any: [{ field: "module", in: ["reports", "moon"] }] }, [to("care")]),
    { code: "unknown_module", name: "moon" },
  ],
  [
    "a calendar",
    rule("a", { any: [{ hour_in: "moon" }] }, [to("care")]),
    { code: "unknown_calendar", name: "moon" },
  ],
])("nothing is known about %s", (_, broken, problem) =>
  expect(check(broken)).toEqual([{ ruleId: "a", ...problem }]),
);

test.each<[string, unknown[], string[]]>([
  ["F053 P0 to a junior team", [rule("a", anything, [p0, to("l1")])], ["p0_to_junior_team"]],
  [
    "F053 on condition",
    [rule("a", anything, [{ ...p0, if: invoice }, to("l1")])],
    ["p0_to_junior_team"],
  ],
  [
    "F053 by steps",
    [rule("a", anything, [{ do: "step_up", cap: "P0" }, to("l1")])],
    ["p0_to_junior_team"],
  ],
  ["F053 P0 to nobody", [rule("a", anything, [p0])], ["p0_without_team"]],
  ["F053 P0 to a senior team", [rule("a", anything, [p0, to("tech")])], []],
  [
    "P1 to a junior team",
    [rule("a", anything, [{ do: "raise_priority", to: "P1" }, to("l1")])],
    [],
  ],
  [
    "F046 P0 because the customer says so",
    [rule("a", { all: [{ field: "urgency", eq: "high" }] }, [p0, to("tech")])],
    ["p0_by_own_urgency"],
  ],
  [
    "F046 together with an outage",
    [
      rule("a", { all: [{ field: "urgency", eq: "high" }, { text_any: "outage" }] }, [
        p0,
        to("tech"),
      ]),
    ],
    [],
  ],
  [
    "an id twice",
    [rule("a", anything, [to("care")]), rule("a", { any: [vip] }, [to("care")])],
    ["duplicate_id"],
  ],
  [
    "behind a stop",
    [
      rule("a", { all: [vip] }, [to("care")], { stop: true }),
      rule("b", { any: [vip] }, [to("care")]),
    ],
    ["never_fires"],
  ],
  [
    "a priority set outright",
    [rule("a", anything, [{ do: "set", priority: "P3" }])],
    ["lowers_priority"],
  ],
  ["lowering", [rule("a", anything, [{ do: "lower_priority", to: "P3" }])], ["lowers_priority"]],
  ["no action", [rule("a", anything, [])], ["malformed"]],
  ["no rule at all", [null, "rule"], ["malformed", "malformed"]],
  [
    "a condition nobody knows",
    [rule("a", { all: [{ moon: "full" }] } as unknown as Group, [to("care")])],
    ["malformed"],
  ],
])("%s", (_, rules, codes) => expect(check(...rules).map(({ code }) => code)).toEqual(codes));
