import { expect, test } from "vitest";
import { keyAction } from "#src/islands/search/keys.ts";

test.each([
  ["ArrowDown", -1, 3, true, { kind: "point", index: 0 }],
  ["ArrowDown", 2, 3, true, { kind: "point", index: -1 }],
  ["ArrowUp", -1, 3, true, { kind: "point", index: 2 }],
  ["ArrowUp", 0, 3, true, { kind: "point", index: -1 }],
  ["Enter", -1, 3, true, { kind: "open", index: 0 }],
  ["Enter", 2, 3, true, { kind: "open", index: 2 }],
  ["Enter", -1, 0, true, { kind: "none" }],
  ["Enter", -1, 3, false, { kind: "none" }],
  ["Escape", 1, 3, true, { kind: "close" }],
  ["Escape", 1, 3, false, { kind: "none" }],
  ["a", 1, 3, true, { kind: "none" }],
] as const)("%s at %i of %i, open %s", (key, active, count, open, expected) => {
  expect(keyAction(key, active, count, open)).toEqual(expected);
});
