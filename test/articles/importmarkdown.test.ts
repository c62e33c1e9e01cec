import { describe, expect, test } from "vitest";
import { converted } from "./converted.ts";

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
      "**bold** *it* ~~no~~ `a < b` `Ctrl` H₂O m²",
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
    expect(body).toBe("Hi **there**\n\na b *c*\n\nd");
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
