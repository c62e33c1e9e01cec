/** Drafts that outlive a reload, and what changes in plans, ladders and templates, in words. */
import "./browserless.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { defaultLadder } from "#server/escalation/ladder.ts";
import type { OnCall } from "#server/escalation/oncall.ts";
import { defaultTemplates } from "#server/tickets/templatedefaults.ts";
import { edited } from "../../../src/console/settings/document/edited.ts";
import {
  isSame,
  keepDraft,
  recallDraft,
} from "../../../src/console/settings/document/localdraft.ts";
import { ladderChanges } from "../../../src/console/settings/ladder/ladderwords.ts";
import { onCallChanges } from "../../../src/console/settings/oncall/oncallchanges.ts";
import { sampleText, unlisted } from "../../../src/console/settings/templates/sample.ts";
import { templateChanges } from "../../../src/console/settings/templates/templatewords.ts";

const kept = new Map<string, string>();
beforeEach(() => {
  kept.clear();
  Object.assign(globalThis, {
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    },
  });
});

describe("an unsaved edit", () => {
  test("is found again with the version it was made from, until it is dropped", () => {
    keepDraft("ladder", { base: 3, document: defaultLadder });
    expect(recallDraft("ladder", defaultLadder)).toEqual({ base: 3, document: defaultLadder });
    expect(recallDraft("oncall", { rotations: [] })).toBeNull();
    keepDraft("ladder", null);
    expect(recallDraft("ladder", defaultLadder)).toBeNull();
  });

  test("of another shape is left alone", () => {
    keepDraft("ladder", { base: 3, document: { levels: [] } });
    expect(recallDraft("ladder", defaultLadder)).toBeNull();
    kept.set("console-settings:ladder", "{broken");
    expect(recallDraft("ladder", defaultLadder)).toBeNull();
  });

  test("that says the same is none, in whatever order", () => {
    expect(isSame({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true);
    expect(isSame({ a: undefined }, {})).toBe(true);
    expect(isSame([1, 2], [2, 1])).toBe(false);
    expect(isSame([], {})).toBe(false);
    expect(isSame(null, {})).toBe(false);
  });
});

test("a ladder's changes: a level, where a priority begins, what makes it climb", () => {
  const after = edited(defaultLadder, (ladder) => {
    ladder.levels[1]!.brings = ["lead", "on_call"];
    ladder.start.P0 = "lead";
    ladder.triggers.nudged.enabled = false;
    ladder.triggers.breached.from = "P2";
    ladder.people.support_lead = "somebody";
  });
  expect(
    ladderChanges(defaultLadder, after).map(({ what, before, after }) => [what, before, after]),
  ).toEqual([
    [
      "Level lead",
      "Lead and technician / 主管与技术 · lead, technician · tech · → Review",
      "Lead and technician / 主管与技术 · lead, whoever is on call · tech · → Review",
    ],
    ["P0 begins at", "Agent", "Lead and technician"],
    ["The customer asked twice", "P3 and more serious", "off"],
    ["A limit has passed", "P1 and more serious", "P2 and more serious"],
    ["support lead", "whoever leads", "a named person"],
  ]);
});

test("a plan's changes: turns, and who stands in", () => {
  const name = (id: string) => ({ m: "Mia", s: "Siyuan" })[id] ?? id;
  const before: OnCall = {
    rotations: [
      {
        id: "night",
        tz: "Asia/Shanghai",
        from: "2026-11-16",
        handoverAt: "09:00",
        days: 7,
        people: ["m"],
      },
    ],
    overrides: [],
  };
  const after = edited(before, (plan) => {
    plan.rotations[0]!.people.push("s");
    plan.overrides.push({
      ...{ rotation: "night", person: "s" },
      ...{ from: "2026-11-25T00:00:00Z", to: "2026-11-26T00:00:00Z" },
    });
  });
  expect(onCallChanges(before, before, name)).toEqual([]);
  const [turns, stand] = onCallChanges(before, after, name);
  expect(turns).toMatchObject({ what: "night", after: expect.stringContaining("Mia → Siyuan") });
  expect(stand).toMatchObject({ what: "night · stands in", before: null });
  expect(onCallChanges(after, before, name).at(-1)).toMatchObject({ after: null });
});

describe("templates", () => {
  const [received] = defaultTemplates.templates;

  test("read as a customer would", () => {
    const now = Date.parse("2026-11-18T02:00:00Z");
    expect(sampleText(received!, "en", now)).toMatch(/number 10042, .* within 4 hours, /);
    expect(sampleText(received!, "zh", now)).toContain("编号 10042");
    expect(sampleText(received!, "zh", now)).not.toMatch(/[{}]/);
  });

  test("offer what a text uses and the list lacks", () => {
    const body = { ...received!.body, zh: `${received!.body.zh}{{coupon}}` };
    expect(unlisted({ ...received!, body })).toEqual(["coupon"]);
  });

  test("tell text, purpose and variables that change, and which come and go", () => {
    const after = edited(defaultTemplates, ({ templates }) => {
      templates[0]!.body.en = "Hello {{number}}";
      templates[0]!.variables.pop();
      templates.pop();
    });
    expect(templateChanges(defaultTemplates, after).map(({ what }) => what)).toEqual([
      "Received · English",
      "Received · Variables",
      "Template",
    ]);
    expect(templateChanges(defaultTemplates, defaultTemplates)).toEqual([]);
  });
});
