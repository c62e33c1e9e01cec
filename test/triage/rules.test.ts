import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prioritySchema } from "#server/sla/log.ts";
import { defaultRuleSet } from "#server/triage/defaults.ts";
import type { Facts } from "#server/triage/facts.ts";
import { type Action, type Rule, ruleSchema } from "#server/triage/rule.ts";
import { triage } from "#server/triage/rules.ts";
import type { RuleSet } from "#server/triage/ruleset.ts";

const set = defaultRuleSet();
const of = (facts: Facts, from: RuleSet = set) => triage(from, facts);
const only = (...rules: Partial<Rule>[]): RuleSet => ({
  ...set,
  rules: rules.map((rule, i) =>
    ruleSchema.parse({ id: `r${i}`, enabled: true, owner: "tom", version: 1, ...rule }),
  ),
});
const always = { all: [] };
const does = (when: Rule["when"], ...then: Action[]) => ({ when, then });

describe("what the rules say", () => {
  test.each<[string, Facts, object]>([
    [
      "F013 in a meeting, zh",
      { text: "我正在开会，请尽快回复" },
      { priority: "P1", level: "L1", flags: expect.arrayContaining(["scene"]) },
    ],
    [
      "F013 the client waits, zh",
      { text: "客户在等，导出一直不动" },
      { priority: "P1", level: "L1", flags: expect.arrayContaining(["scene"]) },
    ],
    [
      "F013 a project held up, zh",
      { text: "耽误了项目进度" },
      { priority: "P1", level: "L1", flags: expect.arrayContaining(["scene"]) },
    ],
    [
      "F013 the client waits, en",
      { text: "My client is waiting for the report" },
      { priority: "P1", level: "L1", flags: expect.arrayContaining(["scene"]) },
    ],
    [
      "F013 in traditional script",
      { text: "耽誤了項目" },
      { priority: "P1", level: "L1", flags: expect.arrayContaining(["scene"]) },
    ],
    ["F013 nobody waits", { text: "没有客户在等，不急" }, { priority: "P3", flags: [] }],
    [
      "F015 a public channel is P1 and the lead on call is told",
      { text: "hello", channel: "social" },
      { priority: "P1", notify: ["oncall-lead"], fired: ["R17-public"] },
    ],
    ["F015 so is the tag", { text: "hello", tags: ["public"] }, { priority: "P1" }],
    [
      "F046 the customer's own urgency makes nothing urgent",
      { text: "我无法登录", urgency: "high" },
      { priority: "P1", fired: ["R04-core"] },
    ],
    [
      "F046 a fault in the whole company",
      { text: "x", kind: "fault", impact: "company" },
      { priority: "P1" },
    ],
    ["F048 Chinese", { text: "补开发票" }, { team: "finance", category: "billing" }],
    ["F048 English", { text: "two invoices" }, { team: "finance", category: "billing" }],
    ["F049 reports", { text: "报错", module: "reports" }, { team: "l2-reports", priority: "P2" }],
    ["F050 VIP", { text: "hello", tier: "vip" }, { priority: "P1", notify: ["csm"], team: "l1" }],
    ["F084 stutter", { text: "视频卡顿" }, { team: "tech", category: "fault" }],
    [
      "F097 anger",
      { text: "我要投诉，非常愤怒" },
      { priority: "P1", emotion: { score: 4, level: "high" } },
    ],
    ["F110 money gone", { text: "钱被转走了" }, { priority: "P0", team: "risk", flow: "risk" }],
    ["F110 said in the form", { text: "help", kind: "security" }, { priority: "P1", team: "risk" }],
    ["F111 calm first", { text: "骗子！骗子！" }, { flags: ["calm-first"], category: "complaint" }],
    ["two outage words", { text: "无法访问，宕机" }, { priority: "P0", flow: "incident" }],
    ["one outage word twice", { text: "宕机，又宕机" }, { priority: "P1", flow: null }],
    [
      "a module nobody has a second line for",
      { text: "x", module: "cam" },
      { fired: ["R16-default"] },
    ],
    ["a complaint in the form", { text: "x", kind: "complaint" }, { priority: "P2", team: "care" }],
    ["a fault with one wish", { text: "建议修一下", kind: "fault" }, { category: "fault" }],
    [
      "a suggestion in the form",
      { text: "x", kind: "suggestion" },
      { team: "product", priority: "P3" },
    ],
    [
      "pressure without a subject",
      { text: "我的损失" },
      { category: "question", fired: ["R12-emotion-medium"] },
    ],
    ["no word, but a kind", { text: "x", kind: "billing" }, { kind: "question", team: "finance" }],
  ])("%s", (_, facts, wanted) => expect(of(facts)).toMatchObject(wanted));

  test("F050 VIP as one step", () => {
    const step = defaultRuleSet("step");
    expect(of({ text: "hello", tier: "vip" }, step).priority).toBe("P2");
    expect(of({ text: "我无法登录", tier: "vip" }, step).priority).toBe("P1");
  });
});

describe("how the list works", () => {
  const flags = (facts: Facts, ...rules: Partial<Rule>[]) => of(facts, only(...rules)).flags;
  const mark = (when: Rule["when"], over: Partial<Rule> = {}) => ({
    ...does(when, { do: "flag", flag: "yes" }),
    ...over,
  });
  const monday = { text: "", at: Date.parse("2026-11-23T10:00:00+08:00") };
  const sunday = { text: "", at: Date.parse("2026-11-22T10:00:00+08:00") };

  test.each<[string, Facts, Rule["when"], boolean]>([
    ["eq", { text: "", region: "east" }, { all: [{ field: "region", eq: "east" }] }, true],
    [
      "eq of something empty",
      { text: "", region: "" },
      { all: [{ field: "region", eq: "" }] },
      false,
    ],
    ["eq of something missing", { text: "" }, { all: [{ field: "region", eq: "" }] }, false],
    ["in", { text: "", topic: "app" }, { all: [{ field: "topic", in: ["hub", "app"] }] }, true],
    [
      "at least",
      { text: "", prior_contacts: 3 },
      { all: [{ field: "prior_contacts", at_least: 3 }] },
      true,
    ],
    [
      "at least of a word",
      { text: "", region: "9" },
      { all: [{ field: "region", at_least: 3 }] },
      false,
    ],
    ["locale", { text: "", locale: "zh" }, { any: [{ locale: ["zh"] }] }, true],
    ["missing tier", { text: "" }, { any: [{ tier: ["normal"] }] }, false],
    ["contacts missing", { text: "" }, { any: [{ prior_contacts: 1 }] }, false],
    ["not of something missing", { text: "" }, { not: [{ tier: ["vip"] }] }, true],
    [
      "not, and one holds",
      { text: "", tier: "vip" },
      { not: [{ locale: ["zh"] }, { tier: ["vip"] }] },
      false,
    ],
    [
      "nested",
      { text: "", tier: "vip" },
      { all: [{ any: [{ not: [{ locale: ["zh"] }] }] }] },
      true,
    ],
    ["within hours", monday, { all: [{ hour_in: "working" }] }, true],
    ["outside hours", sunday, { all: [{ hour_in: "working" }] }, false],
    ["an unknown calendar", monday, { all: [{ hour_in: "moon" }] }, false],
    ["an unknown lexicon", { text: "x" }, { all: [{ text_any: "moon" }] }, false],
    ["mood", { text: "愤怒" }, { all: [{ emotion: "medium" }] }, true],
    ["any of nothing", { text: "" }, { any: [] }, false],
  ])("%s", (_, facts, when, holds) =>
    expect(flags(facts, mark(when))).toEqual(holds ? ["yes"] : []),
  );

  test("stop, and a rule that is switched off", () => {
    expect(flags({ text: "" }, mark(always, { enabled: false }))).toEqual([]);
    const rules = [mark(always, { stop: true }), mark(always)];
    expect(of({ text: "" }, only(...rules)).fired).toEqual(["r0"]);
  });

  test("set beats what was set, set_if_empty doesn't, and says who decided", () => {
    const outcome = of(
      { text: "" },
      only(
        does(always, { do: "set_if_empty", team: "care", category: "fault" }),
        does(always, { do: "set_if_empty", team: "tech", category: "billing" }),
        does(always, { do: "set", team: "finance" }, { do: "tag", tag: "seen" }),
      ),
    );
    expect(outcome).toMatchObject({ team: "finance", category: "fault", tags: ["seen"] });
    expect(outcome.by).toEqual({ team: "r2", category: "r0" });
  });

  test("F053 a junior team loses a ticket that becomes P0 to the next rule that names one", () => {
    const rules = only(
      does(always, { do: "set", team: "l1" }),
      does(always, { do: "raise_priority", to: "P0" }),
      does(always, { do: "set_if_empty", team: "l1" }),
      does(always, { do: "set_if_empty", team: "care" }),
    );
    expect(of({ text: "" }, rules)).toMatchObject({ team: "care", by: { team: "r3" } });
    const none = only(does(always, { do: "raise_priority", to: "P0" }));
    expect(of({ text: "" }, none).team).toBe(set.emergencyTeam);
  });

  test("the trace names our words, never the customer's", () => {
    const { trace } = of({ text: "我叫王小明，電話 13800000000，無法登錄", region: "王家村" });
    expect(trace).toEqual([
      { rule: "R04-core", evidence: [{ because: "text", lexicon: "core", terms: ["无法登录"] }] },
    ]);
  });
});

describe("whatever the rules and the text are", () => {
  const word = fc.constantFrom(
    ...set.lexicons.flatMap(({ terms }) => [...terms.en, ...terms.zh]),
    ...["hello", "你好", "not", "没有", "my", "的"],
  );
  const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(" , "));
  const rank = (facts: Facts, from = set) =>
    prioritySchema.options.indexOf(of(facts, from).priority);

  test("width, white space and script of the text change nothing", () => {
    const wide = (s: string) =>
      s.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(text, (plain) => {
        const outcome = of({ text: plain });
        expect(of({ text: wide(plain) })).toEqual(outcome);
        expect(of({ text: `  ${plain.replaceAll(" ", " \u3000\t\u200b")}` })).toEqual(outcome);
        expect(of({ text: plain.toUpperCase() })).toEqual(outcome);
      }),
    );
  });

  test("one more word in a sentence of its own never lowers", () => {
    fc.assert(
      fc.property(text, word, (plain, more) => {
        expect(
          rank({
            text: `${plain}\n\n${more}`,
          }),
        ).toBeLessThanOrEqual(rank({ text: plain }));
      }),
    );
  });

  test("raising and stepping up never lower, in any order of the rules", () => {
    const action = fc.oneof(
      fc.record({
        do: fc.constant("raise_priority" as const),
        to: fc.constantFrom(...prioritySchema.options),
      }),
      fc.record({
        do: fc.constant("step_up" as const),
        cap: fc.constantFrom(...prioritySchema.options),
      }),
    );
    fc.assert(
      fc.property(fc.array(action, { minLength: 1 }), action, (actions, more) => {
        const rules = (list: typeof actions) => only(...list.map((one) => does(always, one)));
        const before = rank({ text: "" }, rules(actions));
        expect(rank({ text: "" }, rules([...actions, more]))).toBeLessThanOrEqual(before);
      }),
    );
  });

  test("F053 a P0 is in no junior team", () => {
    const team = fc.constantFrom(...set.teams.map(({ id }) => id));
    const verb = fc.constantFrom("set" as const, "set_if_empty" as const);
    const raise: Action = { do: "raise_priority", to: "P0" };
    fc.assert(
      fc.property(fc.array(fc.tuple(verb, team)), fc.nat(4), (moves, at) => {
        const actions = moves.map(([verb, team]): Action => ({ do: verb, team }));
        const rules = actions.toSpliced(at, 0, raise).map((one) => does(always, one));
        const outcome = of({ text: "" }, only(...rules));
        expect(outcome.priority).toBe("P0");
        expect(outcome.team).not.toBe("l1");
      }),
    );
  });
});
