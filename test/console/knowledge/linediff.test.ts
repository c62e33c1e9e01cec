import fc from "fast-check";
import { expect, test } from "vitest";
import { diffLines, foldSame } from "../../../src/console/knowledge/review/linediff.ts";

const shown = (before: string, after: string) =>
  diffLines(before, after).map(
    (row) => `${row.isSame ? "=" : "≠"} ${row.before?.text ?? "·"} | ${row.after?.text ?? "·"}`,
  );

test.each([
  ["a\nb\nc", "a\nb\nc", ["= a | a", "= b | b", "= c | c"]],
  ["a\nb\nc", "a\nB\nc", ["= a | a", "≠ b | B", "= c | c"]],
  ["a\nc", "a\nb\nc", ["= a | a", "≠ · | b", "= c | c"]],
  ["a\nb\nc", "c", ["≠ a | ·", "≠ b | ·", "= c | c"]],
  ["a\nb\nc\nd", "b\nx\nd\ne", ["≠ a | ·", "= b | b", "≠ c | x", "= d | d", "≠ · | e"]],
  ["", "a", ["≠  | a"]],
])("%j and %j side by side", (before, after, rows) => {
  expect(shown(before, after)).toEqual(rows);
});

const text = fc
  .array(fc.constantFrom("a", "b", "c", "", "## d"), { maxLength: 24 })
  .map((lines) => lines.join("\n"));

test("each side can be read whole, in order, with its line numbers", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const rows = diffLines(before, after);
      for (const [side, whole] of [
        ["before", before],
        ["after", after],
      ] as const) {
        const lines = rows.flatMap((row) => row[side] ?? []);
        expect(lines.map((line) => line.text).join("\n")).toBe(whole);
        expect(lines.map(({ line }) => line)).toEqual(lines.map((_, index) => index + 1));
      }
      expect(
        rows.every(({ isSame, ...row }) => !isSame || row.before?.text === row.after?.text),
      ).toBe(true);
    }),
  );
});

test("what is the same and far from any change is folded", () => {
  const before = Array.from({ length: 30 }, (_, i) => `line ${i}`);
  const after = before.with(15, "changed");
  const pieces = foldSame(diffLines(before.join("\n"), after.join("\n")));
  expect(pieces.map(({ kind, rows }) => [kind, rows.length])).toEqual([
    ["same", 12],
    ["rows", 7],
    ["same", 11],
  ]);
});
