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

test("two languages rendered at once keep their own words", async () => {
  const [en, zh] = await Promise.all([renderFile("callouts.en.md"), renderFile("callouts.zh.md")]);
  expect(en.html).toContain('<p class="callout-title">Note</p>');
  expect(zh.html).toContain('<p class="callout-title">说明</p>');
});
