import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderMarkdown } from "../../src/markdown/render.ts";
import { converted } from "./converted.ts";

describe("links", () => {
  test.each([
    ["./hub.md", "./hub.md"],
    ["hub.md#lights", "./hub.md#lights"],
    ["hub", "./hub.md"],
    ["../setup/hub/", "./hub.md"],
    ["/docs/setup/hub", "./hub.md"],
    ["/setup/hub.html?x=1", "./hub.md"],
    ["./wifi", "./wifi.md"],
    ["./02-wifi.mdx", "./wifi.md"],
    ["../billing/", "../billing/billing.md"],
    ["../billing/index.md#top", "../billing/billing.md#top"],
    ["../../i18n/zh/docs/setup/hub.md", "../../zh/setup/hub.md"],
    ["#here", "#here"],
    ["page.md#here", "#here"],
    ["https://a.b/x.md", "https://a.b/x.md"],
    ["/en/contact/", "/en/contact/"],
    ["//a.b/x", "https://a.b/x"],
  ])("%s leads to %s", (url, expected) => {
    expect(converted(`[x](${url})`).body).toBe(`[x](${expected})`);
  });

  test.each([["../gone.md"], ["./manual.pdf"], ["../../../../etc/passwd"], ["file:///etc/passwd"]])(
    "%s becomes its words",
    (url) => {
      const { body, remarks } = converted(`[the **words**](${url})`);
      expect(body).toBe("the **words**");
      expect(remarks[0]).toContain(url);
    },
  );

  test("an address of mail is a link", async () => {
    const { html } = await renderMarkdown(converted("[x](mailto:a@b.example)").body, {
      locale: "en",
      place: "en/setup/page",
    });
    expect(html).toContain('<a href="mailto:a@b.example">x</a>');
  });

  test("references are links like others", () => {
    expect(converted("[a][r] and [gone][g]\n\n[r]: ./hub.md\n[g]: ./gone.md").body).toBe(
      "[a](./hub.md) and gone",
    );
  });

  test("pictures that are not there leave their description", () => {
    expect(
      converted("![known](known.png) ![lost](./lost.png) ![far](https://a.b/c.png)").body,
    ).toBe("![known](../../media/k.png) *lost* [far](https://a.b/c.png)");
  });
});

describe("bold words that only look like it", () => {
  test.each([
    ["**注意：**请看", "**注意**：请看"],
    ["点**“设置”**按钮", "点 **“设置”** 按钮"],
    ["运行**`npm`**命令", "运行 **`npm`** 命令"],
    ["**The **end and** so** on", "**The** end and **so** on"],
    ["**设置**和**账号**", "**设置**和**账号**"],
    ["**Note:** stays", "**Note:** stays"],
    ["2 ** 3 ** 4", "2 \\*\\* 3 \\*\\* 4"],
    ["one ** sign", "one \\*\\* sign"],
  ])("%s", (source, expected) => {
    expect(converted(source).body).toBe(expected);
  });
});

describe("words", () => {
  const shown = async (body: string) =>
    (await renderMarkdown(converted(body).body, { locale: "en", place: "en/setup/page" })).html;

  test("a colon in front of a letter or a digit is only a colon", async () => {
    const html = await shown("Open 9:00–18:00，状态:ok, foo:bar[1]{x} and :tada: C:\\temp ::1");
    expect(html).toContain("Open 9:00–18:00，状态:ok, foo:bar[1]{x} and :tada: C:\\temp ::1");
  });

  test("no word is lost, whatever signs stand around it", async () => {
    const word = fc.constantFrom(
      "open",
      "9:00",
      "foo:bar",
      "状态:ok",
      "设置",
      "a_b",
      "1.",
      "<PID>",
      "<3",
      "&",
      "{x}",
      "{{ y }}",
      "[z]",
      "(w)",
      "~10",
      "$5",
      "*",
      "_",
      "#1",
      "|",
      "::",
      "!",
      "\\",
      "http://a.example:80/p",
    );
    const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(" "));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 4 }), async (lines) => {
        const html = await shown(`Start\n\n${lines.join("\n\n")}\n\nend`);
        const text = html.replace(/<a [^>]*class="anchor".*?<\/a>|<[^>]*>/g, " ");
        for (const found of lines
          .join(" ")
          .match(/open|9:00|foo:bar|状态:ok|设置|a_b|PID|10|a\.example:80/g) ?? [])
          expect(text).toContain(found);
      }),
      { numRuns: 100 },
    );
  });
});
