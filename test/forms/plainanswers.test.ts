import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { checkAnswers, formsSchema } from "#content/forms.ts";
import { answersOf, typedText } from "#server/forms/plainanswers.ts";

const form = formsSchema.parse(parse(readFileSync("content/forms.yml", "utf8")))[0]!;
const posted = (fields: Record<string, string[]>) => new Map(Object.entries(fields));

test.each([
  ["one tick", ["on"], { waived: "" }],
  ["a tick and a reason", ["on", "my phone is broken"], { waived: "my phone is broken" }],
  ["a reason alone", ["my phone is broken"], { waived: "my phone is broken" }],
  ["a tick and an empty reason", ["on", " "], { waived: "" }],
  ["an empty reason", [""], undefined],
])("%s", (_, said, answer) => {
  expect(answersOf(form, posted({ "evidence.waived": said }), new Map()).evidence).toEqual(answer);
});

test("a file counts more than a waiver", () => {
  const files = posted({ evidence: ["file-1"] });
  expect(answersOf(form, posted({ "evidence.waived": ["on"] }), files).evidence).toEqual([
    "file-1",
  ]);
});

test("an empty form is missing what is asked, not reasons for it", () => {
  const empty = posted({ kind: ["fault"], "evidence.waived": [""], "steps.waived": [] });
  const faults = checkAnswers(form, answersOf(form, empty, new Map()), {
    categories: [],
    modules: [],
  });
  expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(["field_required"]));
});

test("what was typed is shown again in the words of the form", () => {
  const fields = posted({ kind: ["fault"], subject: [" Door "], website: ["x"] });
  expect(typedText(form, "en", fields)).toEqual([
    { label: "What is this about?", value: "Something doesn't work" },
    { label: "Subject", value: "Door" },
  ]);
});
