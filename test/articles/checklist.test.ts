import { expect, test } from "vitest";
import {
  type CheckContext,
  type CheckedArticle,
  checkArticle,
} from "#server/articles/checklist.ts";
import type { CheckedPoint, Point } from "#server/articles/checkpoints.ts";
import { points } from "#server/articles/checkpoints.ts";
import { qualityOf } from "#server/articles/quality.ts";

const body = `## Issue

My doorbell makes no sound since yesterday.

## Environment

- Product: Bell 1

## Cause

Unknown.

## Resolution

1. Open the app.
2. Switch *Do not disturb* off, see [alerts](../setup/motion-alerts.md#quiet).

The chime should now ring.
`;
const article: CheckedArticle = {
  title: "Doorbell makes no sound",
  body,
  category: "troubleshooting",
  aliases: ["bell silent"],
};
const context: CheckContext = {
  duplicate: "free",
  customersWords: "since yesterday my doorbell makes no sound",
  categories: ["troubleshooting"],
  resolves: (address) => address.startsWith("../setup/motion-alerts.md"),
  knownNames: ["Jane Doe"],
  allowedPhones: ["400-000-0000"],
  confirmed: new Set(),
};

const check = (change: Partial<CheckedArticle> = {}, around: Partial<CheckContext> = {}) =>
  new Map(
    checkArticle({ ...article, ...change }, { ...context, ...around }).map((p) => [p.point, p]),
  );

test("of a good article, only two points are left to the reviewer", () => {
  const checked = check();
  expect([...checked.keys()]).toEqual(points);
  expect([...checked.values()].filter(({ verdict }) => verdict !== "pass")).toEqual([
    { point: "environment", verdict: "open" },
    { point: "steps", verdict: "open", reason: "steps_complete" },
  ]);
});

const without = (heading: string) => body.replace(new RegExp(`(## ${heading}\n)[^#]*`), "$1\n");

test.each<[string, Point, Partial<CheckedArticle>, Partial<CheckContext>, Partial<CheckedPoint>]>([
  ["a duplicate", "unique", {}, { duplicate: "stop" }, { verdict: "fail", reason: "duplicate" }],
  ["a similar one", "unique", {}, { duplicate: "warn" }, { verdict: "open", reason: "similar" }],
  ["no check yet", "unique", {}, { duplicate: null }, { verdict: "open" }],
  [
    "other words than the customer's",
    "customers_words",
    {},
    { customersWords: "网关红灯" },
    { verdict: "open", reason: "other_words" },
  ],
  ["no issue", "customers_words", { body: without("Issue") }, {}, { verdict: "fail" }],
  ["no environment", "environment", { body: without("Environment") }, {}, { verdict: "fail" }],
  ["an empty cause", "cause", { body: without("Cause") }, {}, { reason: "section_empty" }],
  ["another kind of article", "cause", { body: "Text." }, {}, { reason: "section_absent" }],
  [
    "steps without numbers",
    "steps",
    { body: body.replace(/^\d\. /gm, "- ") },
    {},
    { verdict: "fail", reason: "steps_not_numbered" },
  ],
  ["no result", "result", { body: body.replace(/The chime.*/, "") }, {}, { verdict: "open" }],
  ["a solution as title", "title", { title: "How to fix a silent bell" }, {}, { verdict: "fail" }],
  ["a Chinese one", "title", { title: "门铃无声的解决办法" }, {}, { reason: "title_is_solution" }],
  ["a full stop", "title", { title: "It rings." }, {}, { reason: "title_full_stop" }],
  ["a long title", "title", { title: "x".repeat(121) }, {}, { reason: "title_length" }],
  [
    "a broken link",
    "links",
    {},
    { resolves: () => false },
    { reason: "link_broken", details: ["../setup/motion-alerts.md#quiet"] },
  ],
  [
    "a script as address",
    "links",
    { body: "[x](javascript:a)" },
    { resolves: () => false },
    { reason: "link_broken" },
  ],
  ["a link outside", "links", { body: "<https://x.example>" }, {}, { reason: "link_outside" }],
  ["an unknown category", "metadata", { category: "x" }, {}, { reason: "category_unknown" }],
  ["no aliases", "metadata", { aliases: [] }, {}, { reason: "no_aliases" }],
  [
    "a name in the text",
    "no_personal_data",
    { body: `${body}\nAsk **Jane** Doe.` },
    {},
    { reason: "personal_data", details: ["NAME"] },
  ],
  [
    "a number escaped in Markdown",
    "no_personal_data",
    { body: "jane\\_d\\@x.example" },
    {},
    { details: ["EMAIL"] },
  ],
  ["a mail in an alias", "no_personal_data", { aliases: ["a@b.example"] }, {}, { verdict: "fail" }],
  ["a token in a link", "no_personal_data", { body: "[x](/a?token=abc)" }, {}, { verdict: "fail" }],
  ["the hotline", "no_personal_data", { body: "Ring 400-000-0000." }, {}, { verdict: "pass" }],
  ["a suspect", "no_personal_data", { body: "No 123456789012" }, {}, { reason: "suspects" }],
  [
    "a confirmed suspect",
    "no_personal_data",
    { body: "No 123456789012" },
    { confirmed: new Set(["123456789012"]) },
    { verdict: "pass" },
  ],
])("%s", (_case, point, change, around, expected) => {
  expect(check(change, around).get(point)).toMatchObject(expected);
});

test("two faults in five articles are 96 %, and a critical one fails its article", () => {
  const good = [...check().values()];
  const faulty = [...check({ aliases: [] }, { duplicate: "stop" }).values()];
  const quality = qualityOf([good, good, good, good, faulty]);
  expect(quality).toEqual({ score: 0.96, faults: 2, failed: 1 });
  expect(qualityOf([]).score).toBeNull();
});
