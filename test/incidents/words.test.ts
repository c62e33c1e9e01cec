/** What may be written into an incident, and what it does to priorities. */
import { expect, test } from "vitest";
import { bannerSchema, raisedTo, unwritten } from "#server/incidents/incident.ts";

test.each([
  ["", true],
  ["/en/account/", true],
  ["https://status.example/1", true],
  ["http://status.example/1", false],
  ["//evil.example", false],
  ["/\\evil.example", false],
  ["javascript:alert(1)", false],
  ["en/account/", false],
])("a banner leads to %o: %s", (link, isAllowed) => {
  expect(bannerSchema.safeParse({ en: "a", zh: "b", link }).success).toBe(isAllowed);
});

test.each([
  ["P0", null],
  ["P1", null],
  ["P2", "P1"],
  ["P3", "P1"],
] as const)("a ticket of %s is raised to %s", (priority, to) => {
  expect(raisedTo(priority)).toBe(to);
});

test.each([
  [["en", "zh"], { en: "a", zh: "" }, ["zh"]],
  [["zh"], { en: "", zh: "b" }, []],
  [["en", "en"], { en: "", zh: "b" }, ["en"]],
])("of readers of %o with %o, %o wait for words", (locales, text, missing) => {
  expect(unwritten(text, locales)).toEqual(missing);
});
