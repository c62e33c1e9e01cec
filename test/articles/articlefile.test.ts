import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FrontMatter, frontMatterSchema } from "#content/schema.ts";
import { parse, serialise } from "#server/articles/articlefile.ts";

const full: FrontMatter = frontMatterSchema.parse({
  id: "kb-000123",
  title: "导出报表提示超时",
  description: "What to do when an export takes too long.",
  audience: "internal",
  confidence: "not_validated",
  owner: "team-reports",
  modules: ["app"],
  source_tickets: ["9f2c"],
  created: "2026-11-21",
  review_by: "2027-05-21",
  aliases: ["报表导出一直转圈", "export timeout"],
});

function read(file: string) {
  const result = parse(file);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.article;
}

test("a new file has its keys in the order of the schema, without empty ones", async () => {
  await expect(serialise(full, "## 问题\n\n导出一直转圈")).toMatchFileSnapshot("files/fresh.txt");
});

describe("round trip", () => {
  const day = fc
    .date({ min: new Date("2020-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const awkward = fc.constantFrom(
    ...[
      "yes",
      "No",
      "null",
      "~",
      "12:30",
      "1e3",
      "0x1F",
      "2026-11-21",
      "- x",
      "a: b",
      "a #b",
      "'q'",
    ],
    ...[
      '"q"',
      "[x]",
      "{x}",
      "*a",
      "&a",
      "!t",
      "%d",
      "@x",
      "`c`",
      "|",
      ">",
      "?",
      "---",
      "中：文",
      "a\nb",
    ],
  );
  const words = fc.oneof(awkward, fc.string({ unit: "grapheme", maxLength: 20 }));
  const text = words.filter((word) => frontMatterSchema.shape.title.safeParse(word).success);
  const frontMatter = fc
    .record(
      {
        id: fc.constant("kb-000001"),
        title: text,
        description: words,
        owner: words,
        modules: fc.array(text, { maxLength: 2 }),
        aliases: fc.array(text, { maxLength: 3 }),
        created: day,
        review_by: day,
        featured: fc.integer({ min: 1, max: 9 }),
      },
      { requiredKeys: ["id", "title", "created"] },
    )
    .map((value) => frontMatterSchema.parse(value));
  const body = fc
    .string({ unit: "binary", maxLength: 40 })
    .map((rest) => `## 问题\r\n\n${rest}\n---\n`);

  test("gives the same article and the same bytes", () => {
    fc.assert(
      fc.property(frontMatter, body, (value, markdown) => {
        const file = serialise(value, markdown);
        const article = read(file);
        expect(article.frontMatter).toEqual(value);
        expect(article.body).toBe(markdown);
        expect(serialise(article.frontMatter, article.body)).toBe(file);
        expect(serialise(article.frontMatter, article.body, article.head)).toBe(file);
      }),
    );
  });

  test("a change through the file's own head reads back as the change", () => {
    fc.assert(
      fc.property(frontMatter, frontMatter, (before, after) => {
        const { head } = read(serialise(before, "x"));
        expect(read(serialise(after, "x", head)).frontMatter).toEqual(after);
      }),
    );
  });
});

test("a text that some reader takes for something else is quoted", () => {
  const file = serialise({ ...full, aliases: ["yes", "12:30", "0x1F", "2026-11-21", "null"] }, "x");
  for (const word of ["yes", "12:30", "0x1F", "2026-11-21", "null"]) {
    expect(file).toContain(`  - "${word}"\n`);
  }
});

const byHand = `---
# Ask the billing team first.
title:   "Old title"   # the customer's words
id: kb-0042
created: 2026-01-02

aliases: [ a,   b ]
---


Text.
`;

describe("a file written by hand", () => {
  test("stays byte for byte when nothing changes", () => {
    for (const file of [byHand, byHand.replaceAll("\n", "\r\n"), `\ufeff${byHand}`]) {
      const { frontMatter, body, head } = read(file);
      expect(serialise(frontMatter, body, head)).toBe(file);
    }
  });

  test("keeps its comments and its order when a field changes", async () => {
    const { frontMatter, body, head } = read(byHand);
    const changed = { ...frontMatter, title: "New title", updated: "2026-11-21", aliases: [] };
    await expect(serialise(changed, body, head)).toMatchFileSnapshot("files/edited.txt");
  });
});

test.each([
  [
    "no front matter",
    "# Hi\n",
    ["1 The file must begin with front matter between two lines of ---."],
  ],
  [
    "no end",
    "---\ntitle: x\n",
    ["1 The file must begin with front matter between two lines of ---."],
  ],
  [
    "fields that don't fit",
    "---\nid: kb-1\ntitle: x y\nfoo: 1\ncreated: 2026-13-01\naliases:\n  - ok\n  - 3\n---\n",
    [
      "2 id: must look like kb-000123.",
      "4 foo is not a field of an article.",
      "5 created: Invalid ISO date.",
      "8 aliases.1: Invalid input: expected string, received number.",
    ],
  ],
  [
    "missing fields",
    "---\n---\n",
    ["1 id is missing.", "1 title is missing.", "1 created is missing."],
  ],
  ["a field twice", "---\ntitle: a\ntitle: b\n---\n", ["3 Map keys must be unique."]],
  [
    "a list",
    "---\n- a\n---\n",
    ["1 The front matter must consist of fields, one name: value a line."],
  ],
])("%s is refused with line and reason", (_case, file, faults) => {
  const result = parse(file);
  expect(result.ok ? [] : result.faults.map(({ line, reason }) => `${line} ${reason}`)).toEqual(
    faults,
  );
});
