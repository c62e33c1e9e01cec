import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Locale } from "../../content/schema.ts";
import { renderMarkdown } from "../../src/markdown/render.ts";

const folder = join(import.meta.dirname, "markdown");

/** `dialect.en.md` is an English article of the category invoices. */
function renderFile(file: string) {
  const locale = basename(file, ".md").split(".")[1] as Locale;
  const markdown = readFileSync(join(folder, file), "utf8");
  return renderMarkdown(markdown, { locale, place: `${locale}/invoices/change-invoice` });
}

describe("an article's Markdown becomes", () => {
  test.each(globSync("*.md", { cwd: folder }).sort())("%s", async (file) => {
    const { html, ...outline } = await renderFile(file);
    const snapshot = `${html}\n\n${JSON.stringify(outline, null, 2)}\n`;
    await expect(snapshot).toMatchFileSnapshot(`markdown/${file.replace(".md", ".txt")}`);
  });
});

describe("what a hostile article keeps", () => {
  test("no element, attribute or address that could act", async () => {
    const { html } = await renderFile("hostile.en.md");
    const tags = [...html.matchAll(/<(\w+)([^>]*)>/g)];
    expect(tags.map(([, name]) => name)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(script|iframe|object|form|style|meta|b)$/)]),
    );
    expect(tags.flatMap(([, , attributes]) => attributes)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/\son\w+=|style=|(java|vb)script:|data:/i)]),
    );
  });

  test("its words, so that an editor sees what was dropped", async () => {
    const { html } = await renderFile("hostile.en.md");
    expect(html).toContain("An attribute on a callout.");
    expect(html).toContain('&#x3C;script>alert("code")&#x3C;/script>');
  });
});

describe("a colon is a colon", () => {
  test.each([
    ["in a picture's words", "![Opens 9:00, 状态:ok](x.png)", 'alt="Opens 9:00, 状态:ok"'],
    ["in a line", "From 9:00 to 5:00pm :smile: a:b[c]{d}", "9:00 to 5:00pm :smile: a:b[c]{d}</p>"],
    ["in a link", "[at 9:00](/x)", ">at 9:00</a>"],
    ["in a heading", "## Before 9:00", '<h2 id="before-900">Before 9:00'],
    ["in a table", "| 9:00 |\n| --- |\n| a:b |", "<th>9:00</th>"],
    ["in bold", "**9:00**", "<strong>9:00</strong>"],
    ["in a callout's title", ":::note[At 9:00]\nText\n:::", "At 9:00</p><p>Text</p>"],
    ["twice at the beginning", "::video[A *b*]{src=x}", "<p>::video[A <em>b</em>]{src=x}</p>"],
    ["twice between lines", "One\n::two\nthree", "<p>One\n::two\nthree</p>"],
  ])("%s", async (_, markdown, html) => {
    const rendered = await renderMarkdown(markdown, { locale: "en", place: "en/x/y" });
    expect(rendered.html).toContain(html);
  });
});

describe("bold and italics beside Chinese punctuation are what their author means", () => {
  test.each([
    ["**粗体：**字", "<strong>粗体：</strong>字"],
    ["点**“设置”**里", "点<strong>“设置”</strong>里"],
    ["请看**（重要）**再做", "请看<strong>（重要）</strong>再做"],
    ["*强调。*字", "<em>强调。</em>字"],
    ["**`code`：**字", "<strong><code>code</code>：</strong>字"],
    ["2 ** 3 ** 4", "2 ** 3 ** 4"],
    ["**Note:**text", "**Note:**text"],
  ])("%s", async (markdown, html) => {
    const rendered = await renderMarkdown(markdown, { locale: "zh", place: "zh/x/y" });
    expect(rendered.html).toContain(html);
  });
});

test("two languages rendered at once keep their own words", async () => {
  const [en, zh] = await Promise.all([renderFile("callouts.en.md"), renderFile("callouts.zh.md")]);
  expect(en.html).toContain('<p class="callout-title">Note</p>');
  expect(zh.html).toContain('<p class="callout-title">说明</p>');
});
