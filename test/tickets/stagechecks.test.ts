import { describe, expect, test } from "vitest";
import { checkStages } from "#server/tickets/stagechecks.ts";
import { defaultStages } from "#server/tickets/stagedefaults.ts";
import { type Procedure, procedureSchema, type Stage } from "#server/tickets/stages.ts";

const teams = ["tech", "risk"];
const name = { en: "Look", zh: "查看" };
const look: Stage = {
  id: "look",
  name,
  owner: "assignee",
  limit: null,
  notes: [],
  asksUpdate: false,
};
const of = (over: Partial<Procedure>, stage: Partial<Stage> = {}): Procedure => ({
  id: "fault",
  name,
  appliesTo: { kinds: ["fault"] },
  stages: [{ ...look, ...stage }],
  ...over,
});
const found = (...templates: Procedure[]) =>
  checkStages({ templates }, teams).map(({ code, path, values }) => [code, path.join("."), values]);
const choice = { id: "kind", label: name, type: "choice", required: true } as const;

describe("procedures that may not be saved", () => {
  test("those a desk begins with may, once their teams exist", () => {
    expect(checkStages(defaultStages, teams)).toEqual([]);
    const unknown = checkStages(defaultStages, ["tech"]);
    expect(new Set(unknown.map(({ code, values }) => `${code} ${values.team}`))).toEqual(
      new Set(["stage_unknown_team risk"]),
    );
  });

  test.each<[string, Procedure, unknown[]]>([
    ["no stage", of({ stages: [] }), [["stage_no_stage", "templates.0.stages", { id: "fault" }]]],
    [
      "a stage twice",
      of({ stages: [look, look] }),
      [["stage_duplicate_id", "templates.0.stages.1.id", { id: "look" }]],
    ],
    [
      "a team that doesn't exist",
      of({}, { owner: "team:legal" }),
      [["stage_unknown_team", "templates.0.stages.0.owner", { team: "legal" }]],
    ],
    [
      "a choice of nothing",
      of({}, { notes: [choice, { ...choice, id: "other", options: [] }] }),
      [
        ["stage_choice_without_options", "templates.0.stages.0.notes.0.options", { id: "kind" }],
        ["stage_choice_without_options", "templates.0.stages.0.notes.1.options", { id: "other" }],
      ],
    ],
    [
      "a note twice, an option twice and without a word",
      of(
        {},
        {
          notes: [
            { ...choice, type: "text" },
            {
              ...choice,
              options: [
                { id: "a", label: name },
                { id: "a", label: { en: "A", zh: "" } },
              ],
            },
          ],
        },
      ),
      [
        ["stage_duplicate_id", "templates.0.stages.0.notes.1.id", { id: "kind" }],
        ["stage_duplicate_id", "templates.0.stages.0.notes.1.options.1.id", { id: "a" }],
        ["text_empty", "templates.0.stages.0.notes.1.options.1.label.zh", {}],
      ],
    ],
    [
      "names that are blank",
      of({ name: { en: " ", zh: "故障" } }, { name: { en: "Look", zh: "" } }),
      [
        ["text_empty", "templates.0.name.en", {}],
        ["text_empty", "templates.0.stages.0.name.zh", {}],
      ],
    ],
  ])("%s", (_, broken, expected) => {
    expect(found(broken)).toEqual(expected);
  });

  test("two of one id", () => {
    expect(found(of({}), of({ appliesTo: { kinds: ["complaint"] } }))).toEqual([
      ["stage_duplicate_id", "templates.1.id", { id: "fault" }],
    ]);
  });

  const refunds = { categories: ["refunds"] };
  test.each<[string, Procedure["appliesTo"], Procedure["appliesTo"], boolean]>([
    ["both for every ticket", undefined, undefined, true],
    ["a kind in common", { kinds: ["fault"] }, { kinds: ["question", "fault"] }, true],
    ["no kind in common", { kinds: ["fault"] }, { kinds: ["question"] }, false],
    ["one names more", { kinds: ["fault"] }, { kinds: ["fault"], ...refunds }, false],
    ["one names the category, one the kind", { kinds: ["fault"] }, refunds, false],
    [
      "same kind, other category",
      { kinds: ["fault"], ...refunds },
      { kinds: ["fault"], categories: ["setup"] },
      false,
    ],
    [
      "same kind and category",
      { kinds: ["fault"], ...refunds },
      { kinds: ["fault"], ...refunds },
      true,
    ],
  ])("%s", (_, one, other, isSame) => {
    const expected = ["stage_same_tickets", "templates.1.appliesTo", { id: "b", other: "a" }];
    expect(found(of({ id: "a", appliesTo: one }), of({ id: "b", appliesTo: other }))).toEqual(
      isSame ? [expected] : [],
    );
  });
});

test.each([
  ["nobody", { owner: "everybody" }],
  ["a limit of nothing", { limit: { seconds: 0 } }],
  ["half a working day", { limit: { working_days: 0.5 } }],
  ["two limits in one", { limit: { seconds: 60, working_days: 1 } }],
])("the form refuses %s", (_, wrong) => {
  expect(procedureSchema.safeParse(of({}, { owner: "team:tech" })).success).toBe(true);
  expect(procedureSchema.safeParse(of({}, wrong as Partial<Stage>)).success).toBe(false);
});
