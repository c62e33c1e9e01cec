import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultRuleSet } from "#server/triage/defaults.ts";
import { dryRun, type PastTicket } from "#server/triage/dryrun.ts";
import type { RuleSet } from "#server/triage/ruleset.ts";

const now = defaultRuleSet();
const past: PastTicket[] = [
  { id: "t1", facts: { text: "补开发票" } },
  { id: "t2", facts: { text: "hello", tier: "vip" } },
  { id: "t3", facts: { text: "how do I pair the doorbell" } },
];
const without = (id: string): RuleSet => ({
  ...now,
  rules: now.rules.map((rule) => (rule.id === id ? { ...rule, enabled: false } : rule)),
});

test("a rule that is gone shows in the tickets it decided", () => {
  const { changes, ...counts } = dryRun(now, without("R05-finance"), past);
  expect(changes.filter(({ field }) => field === "team" || field === "tag")).toEqual([
    {
      ticketId: "t1",
      field: "team",
      from: "finance",
      to: "l1",
      because: ["R05-finance", "R16-default"],
    },
    {
      ...{ ticketId: "t1", field: "tag", from: "billing-general-C", to: "question-general-C" },
      because: ["R05-finance", "R16-default"],
    },
  ]);
  expect(counts).toEqual({
    tickets: 3,
    changed: 1,
    byField: { category: 1, team: 1, tag: 1 },
  });
});

test("a priority and a list name the rules behind them", () => {
  const { changes } = dryRun(now, without("R15-vip"), past);
  const because = Object.fromEntries(changes.map((change) => [change.field, change]));
  expect(because.priority).toMatchObject({ from: "P1", to: "P3", because: ["R15-vip"] });
  expect(because.notify).toMatchObject({
    from: "csm",
    to: "",
    because: ["R15-vip", "R16-default"],
  });
});

test("another word list shows as well", () => {
  const calm = { ...now, emotion: { ...now.emotion, weights: {} } };
  const { changes } = dryRun(now, calm, [{ id: "t", facts: { text: "我的损失" } }]);
  expect(changes.find(({ field }) => field === "emotion")).toMatchObject({
    from: "medium 2",
    to: "low 0",
  });
});

test("a set against itself changes nothing", () => {
  const words = fc.constantFrom(...now.lexicons.flatMap(({ terms }) => [...terms.en, ...terms.zh]));
  const facts = fc.record({ text: words, tier: fc.constantFrom("vip", "normal") });
  fc.assert(
    fc.property(fc.array(facts), (all) => {
      const tickets = all.map((facts, i) => ({ id: String(i), facts }));
      const run = dryRun(now, defaultRuleSet(), tickets);
      expect(run).toEqual({ changes: [], tickets: all.length, changed: 0, byField: {} });
    }),
  );
});
