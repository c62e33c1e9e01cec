import { expect, test } from "vitest";
import { emptySections } from "../../server/articles/completeness.ts";

test.each([
  ["", []],
  ["Just a sentence.", []],
  ["## Issue\n\nIt rings.\n\n## Cause\n", ["Cause"]],
  ["## Issue\n\n## Cause\n\nUnknown.\n\n## 解决办法\n", ["Issue", "解决办法"]],
  // A heading that only gathers smaller ones is not empty, the smaller one may be.
  ["## Set up\n\n### On iOS\n\nTap it.\n", []],
  ["## Set up\n\n### On iOS\n\n### On Android\n\nTap it.\n", ["On iOS"]],
  ["## Set up\n\n### On iOS\n\n## Afterwards\n\nWait.\n", ["On iOS"]],
  // What looks like a heading in code is none.
  ["## Run\n\n```\n## nothing\n```\n", []],
])("in %j the sections %j are empty", (body, headings) => {
  expect(emptySections(body)).toEqual(headings);
});
