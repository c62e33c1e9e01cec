import fc from "fast-check";
import type { PhrasingContent, Root } from "mdast";
import { describe, expect, test } from "vitest";
import { readMarkdown, writeMarkdown } from "#server/articles/markdown.ts";

const text = (value: string): PhrasingContent => ({ type: "text", value });
const strong = (value: string): PhrasingContent => ({ type: "strong", children: [text(value)] });
const italic = (value: string): PhrasingContent => ({ type: "emphasis", children: [text(value)] });
const paragraph = (...children: PhrasingContent[]): Root => ({
  type: "root",
  children: [{ type: "paragraph", children }],
});

/** What a tree says, without where it stood in a file. */
const bare = (tree: Root): unknown =>
  JSON.parse(JSON.stringify(tree, (key, value) => (key === "position" ? undefined : value)));

const through = (tree: Root) => bare(readMarkdown(writeMarkdown(tree)));

describe("what is written is read as the same", () => {
  test.each([
    ["bold between words", [text("这是"), strong("重点"), text("，")], "这是**重点**，"],
    ["italics before a word", [italic("强调"), text("字")], "*强调*字"],
    ["italics in a word", [text("字"), italic("强"), text("字")], "字*强*字"],
    ["italics in Latin script", [text("re"), italic("open"), text("ed")], "re*open*ed"],
    ["bold and italics", [strong("粗"), text("和"), italic("斜"), text("。")], "**粗**和*斜*。"],
    ["bold in quotes", [text("点"), strong("设置"), text("”")], "点**设置**”"],
    ["bold that ends in punctuation", [strong("粗体："), text("字")], "**粗体：**字"],
    ["bold that begins with it", [text("字"), strong("「重点」"), text("字")], "字**「重点」**字"],
    ["italics that end in it", [italic("强调。"), text("字")], "*强调。*字"],
    ["bold next to italics", [italic("强"), strong("调"), text("字")], "*强***调**字"],
    ["bold before a pause", [strong("注意"), text("：请看")], "**注意**：请看"],
    ["a time", [text("9:00 到 17:00，状态:ok")], "9:00 到 17:00，状态:ok"],
    [
      "an address of mail",
      [{ type: "link", url: "mailto:a@b.example", children: [text("写信")] }],
      "[写信](mailto:a@b.example)",
    ],
    [
      "an address with its title",
      [{ type: "link", url: "tel:400", title: "9:00", children: [text("9:00")] }],
      '[9:00](tel:400 "9:00")',
    ],
    [
      "an address that is its own text",
      [{ type: "link", url: "mailto:a@b.example", children: [text("a@b.example")] }],
      "<a@b.example>",
    ],
    [
      "a picture of a clock",
      [{ type: "image", url: "/a.png", alt: "9:00", title: null }],
      "![9:00](/a.png)",
    ],
  ] as [string, PhrasingContent[], string][])("%s", (_, children, markdown) => {
    const tree = paragraph(...children);
    expect(writeMarkdown(tree).trim()).toBe(markdown);
    expect(through(tree)).toMatchObject(tree);
  });

  test.each([
    ["bold that ends in Latin punctuation", [strong("Note:"), text("x")]],
    ["italics that begin with it", [text("see"), italic("(this)"), text("now")]],
    ["a line that looks like a callout", [text(":::note")]],
    ["a word with colons", [text("::video[x]{y}")]],
  ] as [string, PhrasingContent[]][])("%s, whatever signs that takes", (_, children) => {
    const tree = paragraph(...children);
    expect(through(tree)).toMatchObject(tree);
  });

  test("any words in bold and italics beside any others", () => {
    const word = fc.stringMatching(/^[字a：。「」:*_]{1,3}$/);
    const part = fc.oneof(word.map(text), word.map(strong), word.map(italic));
    // Two of a kind side by side are one.
    const parts = fc
      .array(part, { minLength: 1, maxLength: 4 })
      .filter((all) => all.every(({ type }, i) => type !== all[i + 1]?.type));
    fc.assert(
      fc.property(parts, (children) => {
        expect(through(paragraph(...children))).toMatchObject(paragraph(...children));
      }),
      { numRuns: 1000 },
    );
  });
});
