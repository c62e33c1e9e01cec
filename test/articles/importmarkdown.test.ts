import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "#server/articles/articlefile.ts";
import { importArticle, type Planned, planImport, routesOf } from "#server/articles/import.ts";
import { renderMarkdown } from "../../src/markdown/render.ts";

const setting = {
  source: "s",
  ledger: {},
  existing: [],
  categories: [],
  modules: [],
  today: "2026-11-21",
};

function converted(body: string, path = "docs/setup/page.md") {
  const others = [
    "docs/setup/hub.md",
    "docs/setup/02-wifi.mdx",
    "docs/billing/index.md",
    "i18n/zh/docs/setup/hub.md",
  ];
  const texts = others.map((other) => ({
    path: other,
    text: `---\ntitle: Title of ${other}\nlang: ${other.includes("zh") ? "zh" : "en"}\n---\nText`,
  }));
  const file = { path, text: `---\ntitle: Page\nlang: en\n---\n${body}` };
  const { articles, refused } = planImport([file, ...texts], setting);
  const article = articles.find((one) => one.path === path);
  if (!article) throw new Error(refused[0]?.reason);
  const picture = (_: Planned, url: string) =>
    url.endsWith("known.png") ? "../../media/k.png" : null;
  const made = importArticle(article, routesOf(articles), picture);
  if (!made.ok) throw new Error(made.reason);
  const read = parse(made.file);
  return { body: read.ok ? read.article.body.trim() : "", remarks: made.remarks };
}

describe("callouts", () => {
  const note = ":::note\nText\n:::";
  test.each([
    ["Docusaurus", ":::info\n\nText\n\n:::", note],
    ["Docusaurus with a title", ":::warning[Hot]\nText\n:::", ":::caution[Hot]\nText\n:::"],
    ["Docusaurus of old", ":::tip Look here\nText\n:::", ":::tip[Look here]\nText\n:::"],
    ["VuePress", "::: danger STOP\nText\n:::", ":::danger[STOP]\nText\n:::"],
    ["VuePress in Chinese", "::: tip 小提示\n看灯\n:::", ":::tip[小提示]\n看灯\n:::"],
    ["GitHub", "> [!NOTE]\n> Text", note],
    ["GitHub, escaped", "> \\[!IMPORTANT]\n> Text", ":::caution[Important]\nText\n:::"],
    ["Obsidian with a title", "> [!tip]- Look here\n> Text", ":::tip[Look here]\nText\n:::"],
    ["a bold word", "> **Note:** Text", note],
    ["a bold word on its own line", "> **Warning**\n> Text", ":::caution\nText\n:::"],
    ["a bold word in Chinese", "> **警告：** 别断电", ":::caution\n别断电\n:::"],
    ["a bold word with a title", "> **信息: {title=提示}** 看灯", ":::note[提示]\n看灯\n:::"],
    ["Hugo", "{{< note >}}\nText\n{{< /note >}}", note],
    [
      "Hugo with a kind",
      '{{% alert title="Hot" color="warning" %}}\nText\n{{% /alert %}}',
      ":::caution[Hot]\nText\n:::",
    ],
    ["MkDocs", '!!! warning "Hot"\n    Text\n\n    More', ":::caution[Hot]\nText\n\nMore\n:::"],
    ["GitBook", '{% hint style="danger" %}\nText\n{% endhint %}', ":::danger\nText\n:::"],
    ["Mintlify", "<Note>\n  Text\n</Note>", note],
    ["Mintlify on one line", "<Warning>Text</Warning>", ":::caution\nText\n:::"],
    [
      "a component with a kind",
      '<Callout type="error" title="No">\nText\n</Callout>',
      ":::danger[No]\nText\n:::",
    ],
    [
      "in a list, written at the margin",
      "1. One\n\n   > **Tip:**\n> Text\n\n2. Two",
      "1. One\n\n   :::tip\n   Text\n   :::\n\n2. Two",
    ],
    [
      "one in another",
      ":::::note\n<Tip>\n  Text\n</Tip>\n:::::",
      "::::note\n:::tip\nText\n:::\n::::",
    ],
    ["a quotation that is none", "> **Ann:** Text", "> **Ann:** Text"],
    ["a lone end", "- Text\n  :::\n\nMore", "- Text\n\nMore"],
    ["a folded part", ":::details More\nText\n:::", "**More**\n\nText"],
  ])("%s", (_, source, expected) => {
    expect(converted(source).body).toBe(expected);
  });
});

describe("components", () => {
  test.each([
    [
      "modules of MDX",
      "import A from \"a\";\nimport {\n  B,\n} from 'b';\n\nexport const c = {\n  d: 1,\n};\n\nText {/* no */}<!-- no -->",
      "Text",
    ],
    [
      "programs in code stay",
      "```py\nimport math\nexport const a = '<Note>'\n```",
      "```py\nimport math\nexport const a = '<Note>'\n```",
    ],
    [
      "tabs",
      '<Tabs>\n  <TabItem value="ios" label="iOS">\n    1. One\n\n       ```sh\n       ls   -l\n       ```\n  </TabItem>\n</Tabs>',
      "**iOS**\n\n1. One\n\n   ```sh\n   ls   -l\n   ```",
    ],
    [
      "steps",
      '<Steps>\n  <Step title="Plug in">\n    Cable.\n  </Step>\n  <Step title="Wait">\n    Minutes.\n  </Step>\n</Steps>',
      "1. **Plug in**\n\n   Cable.\n\n2. **Wait**\n\n   Minutes.",
    ],
    [
      "a card over several lines",
      '<Card\n  title="Hub"\n  href="/docs/setup/hub"\n>\n  All of it\n</Card>',
      "**[Hub](./hub.md)**\n\nAll of it",
    ],
    ["a fold", "<details>\n<summary>More</summary>\n\nText\n\n</details>", "**More**\n\nText"],
    [
      "inline, with words",
      'Now <Badge text="new"/> and <Tooltip tip="x">word</Tooltip>.',
      "Now new and word.",
    ],
    [
      "a placeholder",
      "Run kill \\<PID> or kill <PID> <your name>",
      "Run kill \\<PID> or kill \\<PID> \\<your name>",
    ],
    [
      "a shortcode",
      '{{< figure src="known.png" alt="Hub" >}} and {{ variable }}',
      "![Hub](../../media/k.png) and {{ variable }}",
    ],
    [
      "attributes",
      "## Lights {#lamp}\n\n[a](https://a.b/){.out} and [b](#lamp)\n\n- x\n{.wide}",
      "## Lights\n\n[a](https://a.b/) and [b](#lights)\n\n- x",
    ],
    [
      "Microsoft's",
      'Say :::no-loc text="GUID"::: twice.\n\n:::image type="content" source="known.png" alt-text="Hub":::',
      "Say GUID twice.\n\n![Hub](../../media/k.png)",
    ],
    [
      "links that lost their words",
      "[](https://a.b/)\n    Modify your plan",
      "[Modify your plan](https://a.b/)",
    ],
  ])("%s", (_, source, expected) => {
    expect(converted(source).body).toBe(expected);
  });

  test("text that lost its component is not code, and code stays code", () => {
    const text = "Hi\n\n        Text, far in.\n\n- x";
    expect(converted(text, "docs/setup/page.mdx").body).toBe("Hi\n\nText, far in.\n\n- x");
    expect(converted(text).body).toContain("```\n    Text, far in.\n```");
  });
});

describe("HTML", () => {
  test.each([
    [
      "phrases",
      "<b>bold</b> <em>it</em> <del>no</del> <code>a &lt; b</code> <kbd>Ctrl</kbd> H<sub>2</sub>O m<sup>2</sup>",
      "**bold** _it_ ~~no~~ `a < b` `Ctrl` H₂O m²",
    ],
    [
      "links and pictures",
      '<a href="https://a.b/">site</a> <img src="known.png" alt="Hub">',
      "[site](https://a.b/) ![Hub](../../media/k.png)",
    ],
    [
      "blocks",
      "<h2>Head</h2>\n<p>One</p><p>Two<br>lines</p>\n<ul><li>a<li>b</ul>",
      "## Head\n\nOne\n\nTwo\\\nlines\n\n- a\n- b",
    ],
    ["code", '<pre><code class="language-sh">ls -l\nexit</code></pre>', "```sh\nls -l\nexit\n```"],
    [
      "a table",
      '<table>\n<tr><th>Light</th><th>Means</th></tr>\n\n    <tr><td rowspan="2">Red</td><td>Offline<br>or **dead**</td></tr>\n<tr><td><ul><li>one</li><li>two</li></ul></td></tr>\n</table>',
      "| Light | Means               |\n| ----- | ------------------- |\n| Red   | Offline or **dead** |\n| Red   | one; two            |",
    ],
    [
      "a table in Chinese",
      "<table><tr><th>灯</th><th>含义</th></tr><tr><td>红</td><td><p>离线</p><p>没电</p></td></tr></table>",
      "| 灯 | 含义    |\n| - | ----- |\n| 红 | 离线；没电 |",
    ],
    ["a table of one column", "<table><tr><td>Just text</td></tr></table>", "Just text"],
    [
      "a line break in a cell",
      "| a | b |\n|---|---|\n| x<br>y | z |",
      "| a    | b |\n| ---- | - |\n| x; y | z |",
    ],
    [
      "a video",
      '<iframe src="https://v.example/1" title="Tour"></iframe>',
      "[Tour](https://v.example/1)",
    ],
    ["a frame around Markdown", '<div align="center">\n\n**Text**\n\n</div>', "**Text**"],
  ])("%s", (_, source, expected) => {
    expect(converted(source).body).toBe(expected);
  });

  test("what is unsafe goes, and the report says so", () => {
    const { body, remarks } = converted(
      'Hi <b onclick="steal()">there</b>\n\n<script>\nsteal()\n</script>\n\n<object data="x"></object>\n\n[a](javascript:steal()) [b](data:text/html,x) ![c](data:image/svg+xml,x)\n\n<a href="javascript:steal()">d</a>',
    );
    expect(body).toBe("Hi **there**\n\na b _c_\n\nd");
    expect(remarks).toMatchInlineSnapshot(`
      [
        "Unsafe HTML was removed: onclick of <b>.",
        "Unsafe HTML was removed: <object>.",
        "Unsafe HTML was removed: <script>.",
        "The link to javascript:steal() is of a kind that pages may not link to: its words were kept as text.",
        "The link to data:text/html,x is of a kind that pages may not link to: its words were kept as text.",
        "The picture data:image/svg+xml,x is not in the folder: its description was kept as text.",
      ]
    `);
  });
});

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
    ).toBe("![known](../../media/k.png) _lost_ [far](https://a.b/c.png)");
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
