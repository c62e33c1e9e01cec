import { describe, expect, test } from "vitest";
import { defaultRuleSet } from "#server/triage/defaults.ts";
import { type Category, kindOf, typeOf } from "#server/triage/facts.ts";
import { gridPriority, levelOf, quadrantOf, type Reach, stepUp } from "#server/triage/grade.ts";
import { triage } from "#server/triage/rules.ts";
import { tagLabel, tagOf } from "#server/triage/tag.ts";

const set = defaultRuleSet();
const problem = {
  all: "网站无法访问，数据丢失",
  core: "我无法登录",
  partial: "这个页面报错",
  question: "想了解一下会员",
} satisfies Record<Reach, string>;
const mood = { low: "", medium: "。我很愤怒", high: "。骗子，你们这是欺诈" };

describe("F007 impact and emotion", () => {
  test.each([
    ["all", "P0", "P0", "P0"],
    ["core", "P1", "P1", "P1"],
    ["partial", "P2", "P2", "P1"],
    ["question", "P3", "P2", "P1"],
  ] as const)("F007 %s: low %s, medium %s, high %s", (reach, ...wanted) => {
    const moods = ["low", "medium", "high"] as const;
    expect(moods.map((one) => gridPriority(reach, one))).toEqual(wanted);
    const outcomes = moods.map((one) => triage(set, { text: problem[reach] + mood[one] }));
    expect(outcomes.map(({ emotion }) => emotion.level)).toEqual(moods);
    expect(outcomes.map(({ priority }) => priority)).toEqual(wanted);
  });
});

test.each([
  ["P3", "P1", "P2"],
  ["P2", "P1", "P1"],
  ["P1", "P1", "P1"],
  ["P0", "P1", "P0"],
  ["P2", "P3", "P2"],
  ["P1", "P0", "P0"],
] as const)("one step up from %s, at most %s, is %s", (from, cap, to) =>
  expect(stepUp(from, cap)).toBe(to),
);

test.each([
  ["P0", "low", false, "E", "L1"],
  ["P1", "high", false, "A", "L1"],
  ["P1", "low", true, "A", "L1"],
  ["P1", "medium", false, "A", "L2"],
  ["P2", "high", true, "B", "L2"],
  ["P3", "low", false, "C", "L3"],
] as const)(
  "%s, mood %s, scene %s: quadrant %s, level %s",
  (priority, mood, scene, quadrant, level) => {
    expect(quadrantOf(priority)).toBe(quadrant);
    expect(levelOf(priority, mood, scene)).toBe(level);
  },
);

describe("F117 tags", () => {
  const labels = {
    zh: { categories: { fault: "故障" }, modules: { payment: "支付", "av-call": "音视频" } },
    en: { categories: {}, modules: {} },
  };
  test.each([
    ["fault-payment-E", "zh", "故障-支付-E级"],
    ["fault-payment-E", "en", "fault-payment-E"],
    ["fault-av-call-A", "zh", "故障-音视频-A级"],
    ["billing-general-C", "zh", "billing-general-C级"],
    ["vip", "zh", "vip"],
    ["other-x-A", "zh", "other-x-A"],
  ] as const)("%s in %s reads %s", (tag, locale, label) =>
    expect(tagLabel(tag, locale, labels[locale])).toBe(label),
  );

  test("a tag changes with what it is made of", () => {
    expect(tagOf("fault", "reports", "B")).toBe("fault-reports-B");
    expect(tagOf("fault", "", "A")).toBe("fault-general-A");
  });
});

test.each<[Category, string, string]>([
  ["fault", "fault", "fault"],
  ["security", "security", "fault"],
  ["question", "consult", "question"],
  ["billing", "consult", "question"],
  ["complaint", "feedback", "complaint"],
  ["suggestion", "feedback", "suggestion"],
])("F109 %s is of type %s and kind %s, and has a team", (category, type, kind) => {
  expect([typeOf(category), kindOf(category)]).toEqual([type, kind]);
  expect(set.teams.map(({ id }) => id)).toContain(set.defaultTeams[category]);
});
