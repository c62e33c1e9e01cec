import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type Answers, checkAnswers, type Form, formsSchema } from "#content/forms.ts";
import { generalFault, shownFaults } from "#src/islands/ask/faults.ts";
import { mayBeSent, sizeText } from "#src/islands/ask/filetypes.ts";
import { placeOf, withPlaced } from "#src/islands/ask/placing.ts";
import { whenStyles } from "#src/islands/ask/when.ts";

const form: Form = formsSchema.parse(parse(readFileSync("content/forms.yml", "utf8")))[0]!;
const allowed = { categories: ["invoices"], modules: ["cam"] };
const picture = { id: "local-1", field: "evidence" };

test("without script each conditional field waits for its answers, by name", () => {
  const styles = whenStyles(form).split("\n");
  const conditional = form.fields.filter(({ when }) => when).map(({ id }) => id);
  expect(styles.map((line) => /data-field="(\w+)"/.exec(line)?.[1])).toEqual(conditional);
  expect(styles.find((line) => line.includes("order"))).toMatchInlineSnapshot(
    `".ask-form:not(:has(select[name="category"] option[value="orders"]:checked,select[name="category"] option[value="delivery"]:checked,select[name="category"] option[value="invoices"]:checked,select[name="category"] option[value="refunds"]:checked)) [data-field="order"]{display:none}"`,
  );
  expect(styles.find((line) => line.includes("evidence"))).toMatchInlineSnapshot(
    `".ask-form:not(:has(input[name="kind"][value="fault"]:checked)) [data-field="evidence"]{display:none}"`,
  );
});

test("files follow the field that is asked for", () => {
  expect(placeOf(form, { kind: "fault" }, "evidence")).toBe("evidence");
  expect(placeOf(form, { kind: "question" }, "evidence")).toBe("files");
  expect(placeOf(form, {}, "evidence")).toBeUndefined();
});

test("a file on this device answers a field that needs one", () => {
  const answers: Answers = { kind: "fault" };
  const faults = (files: (typeof picture)[]) =>
    checkAnswers(form, withPlaced(form, answers, files), allowed).map(({ field }) => field);
  expect(faults([])).toContain("evidence");
  expect(faults([picture])).not.toContain("evidence");
});

test("an empty field is a fault only once sending was tried; a wrong one as soon as it is left", () => {
  const faults = checkAnswers(form, { kind: "question", email: "nobody" }, allowed);
  const seen = { tried: false, left: new Set(["subject", "email"]), refusal: null };
  expect(Object.keys(shownFaults(faults, seen, "en"))).toEqual(["email"]);
  expect(Object.keys(shownFaults(faults, { ...seen, tried: true }, "en"))).toEqual([
    "subject",
    "description",
    "email",
  ]);
});

test("a refusal of the server stands at its field, or above the form if it has none", () => {
  const refusal = { code: "choice_unknown", message: "gone", field: "category" } as const;
  const seen = { tried: false, left: new Set<string>(), refusal };
  expect(shownFaults([], seen, "en")).toEqual({ category: "gone" });
  expect(generalFault(form, refusal)).toBe("");
  expect(generalFault(form, { ...refusal, field: "" })).toBe("gone");
});

test.each([
  ["image/png", true],
  ["application/x-zip-compressed", true],
  ["text/csv", true],
  ["", true],
  ["video/quicktime", true],
  ["image/svg+xml", false],
  ["text/html", false],
  ["application/x-msdownload", false],
  ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", false],
])("a file of type %s is sent: %s", (type, sent) => {
  expect(mayBeSent(type)).toBe(sent);
});

test("sizes are said in the reader's language", () => {
  expect([sizeText(340_000, "en"), sizeText(2_516_582, "en"), sizeText(12, "zh")]).toEqual([
    "340 kB",
    "2.4 MB",
    "1 kB",
  ]);
});
