import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { benchmarks, held, idsIn, page, requirements, rowsOf, titlesIn } from "./table.ts";

const root = join(import.meta.dirname, "../..");

describe("what was asked for", () => {
  const rows = requirements();
  const known = new Set(rows.map(({ id }) => id));

  test("every row is read whole, and has a number of its own", () => {
    expect(rows).toHaveLength(136);
    expect(known.size).toBe(rows.length);
    for (const row of rows) expect(Object.values(row).every(Boolean), row.id).toBe(true);
  });

  test("every row that a test or a benchmark names exists", () => {
    const named = held().flatMap(({ file, titles }) =>
      titles.flatMap(idsIn).map((id) => `${id} in ${file}`),
    );
    expect(named.filter((name) => !known.has(name.slice(0, 4)))).toEqual([]);
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    for (const [id, command] of Object.entries(benchmarks)) {
      expect(known).toContain(id);
      expect(scripts).toHaveProperty([command.replace("npm run ", "")]);
    }
  });

  test("the page is up to date; npm run requirements writes it", () => {
    const written = readFileSync(join(root, "docs/requirements.md"), "utf8");
    expect(written).toBe(page(rows, held()));
  });
});

test.each([
  [`test("F018 a promise is kept", () => {})`, ["F018 a promise is kept"]],
  [`test("F018 and F020 together", f)`, ["F018 and F020 together"]],
  [`describe('F128 it\\'s quiet', f)`, ["F128 it's quiet"]],
  ["test.each([[`F033 P0: at night`, 1]])", ["F033 P0: at night"]],
  [`const color = "#F0F123"; // F099 is not a title`, []],
])("titles in %s", (source, expected) => {
  expect(titlesIn(source)).toEqual(expected);
});

test("a field may hold commas and quotes", () => {
  expect(rowsOf('id,ask,met\nF001,"a, ""b""",c\nF002,d,\n')).toEqual([
    { id: "F001", ask: 'a, "b"', met: "c" },
    { id: "F002", ask: "d", met: "" },
  ]);
});
