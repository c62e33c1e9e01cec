import { describe, expect, test } from "vitest";
import { checkTemplates } from "#server/tickets/templatechecks.ts";
import { type Template, templateSchema, type Variable } from "#server/tickets/templates.ts";
import { template } from "./filled.ts";

const progress = template("progress");
const [action, time] = progress.variables as [Variable, Variable];
const party: Variable = { ...action, name: "party" };

const found = (...templates: Template[]) =>
  checkTemplates({ templates }).map(({ code, path, values }) => [code, path.join("."), values]);
const withBody = (en: string, zh: string, over: Partial<Template> = {}): Template => ({
  ...progress,
  body: { en, zh },
  ...over,
});

const en = "{{action}} {{time}}";
const zh = "{{time}} {{action}}";

describe("templates that may not be saved", () => {
  test("a good one may, whatever the order of its places", () => {
    expect(found(withBody(en, zh))).toEqual([]);
  });

  test.each<[string, Template, unknown[]]>([
    [
      "a place that nothing fills",
      withBody(`${en} {{party}}`, `${zh} {{party}}`),
      [
        ["template_placeholder_without_variable", "templates.0.body.en", { name: "party" }],
        ["template_placeholder_without_variable", "templates.0.body.zh", { name: "party" }],
      ],
    ],
    [
      "a variable that stands nowhere",
      withBody(en, zh, { variables: [action, time, party] }),
      [
        [
          "template_variable_without_placeholder",
          "templates.0.variables.2.name",
          { name: "party" },
        ],
      ],
    ],
    [
      "a variable that only the English uses",
      withBody(`${en} {{party}}`, zh, { variables: [action, time, party] }),
      [["template_languages_differ", "templates.0.body.zh", { name: "party", locale: "zh" }]],
    ],
    [
      "a text that is blank",
      { ...withBody(en, zh), name: { en: "Progress", zh: " " } },
      [["text_empty", "templates.0.name.zh", {}]],
    ],
    [
      "a label that is blank",
      withBody(en, zh, { variables: [action, { ...time, label: { en: "", zh: "时间" } }] }),
      [["text_empty", "templates.0.variables.1.label.en", {}]],
    ],
    [
      "a place that was mistyped",
      withBody(`${en} {{Owner}}`, `${zh} {`),
      [
        ["template_stray_brace", "templates.0.body.en", {}],
        ["template_stray_brace", "templates.0.body.zh", {}],
      ],
    ],
    [
      "one variable twice",
      withBody(en, zh, { variables: [action, time, time] }),
      [["template_duplicate_variable", "templates.0.variables.2.name", { name: "time" }]],
    ],
    [
      "what fills it is of another type",
      withBody(en, zh, { variables: [{ ...action, fill: "promise" }, time] }),
      [
        [
          "template_fill_type",
          "templates.0.variables.0.fill",
          { name: "action", fill: "promise", type: "text" },
        ],
      ],
    ],
  ])("%s", (_, broken, expected) => {
    expect(found(broken)).toEqual(expected);
  });

  test.each([
    ["article", "link", []],
    ["article", "text", ["template_fill_type"]],
    ["promise", "duration", []],
    ["first_reply_due", "time", []],
    ["ticket_number", "number", ["template_fill_type"]],
    ["by_hand", "number", []],
  ] as const)("%s as a %s", (fill, type, codes) => {
    const variables = [action, time, { ...party, fill, type }];
    const broken = withBody(`${en} {{party}}`, `${zh} {{party}}`, { variables });
    expect(found(broken).map(([code]) => code)).toEqual(codes);
  });

  test("two of one id", () => {
    expect(found(withBody(en, zh), withBody(en, zh))).toEqual([
      ["template_duplicate_id", "templates.1.id", { id: "progress" }],
    ]);
  });

  test("an empty text in both languages", () => {
    const codes = found(withBody("", " ", { purpose: "custom", variables: [] }));
    expect(codes.map(([code, path]) => `${code} ${path}`)).toEqual([
      "text_empty templates.0.body.en",
      "text_empty templates.0.body.zh",
    ]);
  });

  test.each([
    ["F008", "l1_first", ["owner", "time"]],
    ["F025", "received", ["number", "time"]],
    ["F026", "progress", ["action", "time"]],
    ["F027", "delay", ["reason", "extra_time", "new_time"]],
    ["F125", "compensation", ["what", "when", "rules"]],
    ["F111", "calm_first", ["time"]],
    ["2.7", "third_party", ["time"]],
    ["2.7", "resolved", []],
  ] as const)("%s a message of purpose %s needs %j", (_, purpose, names) => {
    const bare = withBody("Text.", "正文。", { purpose, variables: [] });
    const missing = names.map((name) => expect.objectContaining({ name, purpose }));
    expect(found(bare)).toEqual(
      missing.map((values) => [
        "template_required_variable_missing",
        "templates.0.variables",
        values,
      ]),
    );
  });

  test("F027 a new time that is only a text is no time", () => {
    const delay = template("delay");
    const variables = delay.variables.map((one) =>
      one.name === "new_time" ? { ...one, type: "text" as const } : one,
    );
    expect(found({ ...delay, variables })).toEqual([
      [
        "template_required_variable_type",
        "templates.0.variables.2.type",
        { name: "new_time", type: "time", purpose: "delay" },
      ],
    ]);
  });
});

test.each([
  ["an id with a space", { id: "in progress" }],
  ["a scope that names nothing", { appliesTo: { kinds: [] } }],
  ["a scope by what templates don't know", { appliesTo: { flows: ["risk"] } }],
  ["a purpose nobody knows", { purpose: "greeting" }],
  ["a variable in capitals", { variables: [{ ...action, name: "Action" }] }],
])("the form refuses %s", (_, wrong) => {
  expect(templateSchema.safeParse(progress).success).toBe(true);
  expect(templateSchema.safeParse({ ...progress, ...wrong }).success).toBe(false);
});
