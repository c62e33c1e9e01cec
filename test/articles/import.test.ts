import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ImportOrder, importFolder } from "#server/articles/import.service.ts";
import { counts, reportText } from "#server/articles/importreport.ts";
import { readCatalog } from "../../src/catalog.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "import-"));
  mkdirSync(content());
  for (const name of ["site.yml", "categories.yml", "modules.yml"])
    cpSync(join("content", name), join(content(), name));
});
afterEach(() => rmSync(home, { recursive: true }));

const content = () => join(home, "content");
const here = (path: string) => readFileSync(join(content(), path), "utf8");
const put = (path: string, text: string | Uint8Array) => {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
};
const run = (more: Partial<ImportOrder> = {}) =>
  importFolder({
    dir: join(home, "guide"),
    contentDir: content(),
    now: new Date("2026-11-21T08:00:00Z"),
    ...more,
  });
const articles = () =>
  readCatalog(content()).entries.map(({ id, href, title }) => `${id} ${href} ${title}`);

const png = Buffer.from("iVBORw0KGgo=", "base64");

describe("a small guide", () => {
  beforeEach(() => {
    put(
      "guide/docs/en/setup/wifi.md",
      "# Connect to Wi-Fi\n\nOpen 9:00–18:00. See [the hub](./hub.md).\n\n![Hub](../../../static/hub.png)\n",
    );
    put(
      "guide/docs/en/setup/hub.md",
      "---\ntitle: Set up the hub\ntags: [hub, bridge]\n---\n\n> [!TIP]\n> Look at the light.\n",
    );
    put("guide/docs/zh-CN/setup/wifi.md", "# 连接 Wi-Fi\n\n参见[网关](./hub.md)。\n");
    put("guide/docs/zh-CN/积分/如何兑换.md", "---\ntitle: 如何兑换积分\n---\n在 App 里兑换。\n");
    put("guide/static/hub.png", png);
  });

  test("becomes articles, translations paired, pictures and links where they belong", async () => {
    const report = await run();
    expect(counts(report)).toEqual({ imported: 4, changed: 0, unchanged: 0, refused: 0 });
    expect(articles()).toEqual([
      "kb-000001 /en/setup/hub/ Set up the hub",
      "kb-000002 /en/setup/wifi/ Connect to Wi-Fi",
      "kb-000002 /zh/setup/wifi/ 连接 Wi-Fi",
      "kb-000003 /zh/topic-1f5u8y0/kb-000003/ 如何兑换积分",
    ]);
    expect(readCatalog(content()).problems).toEqual([]);
    const [picture = ""] = readdirSync(join(content(), "media"));
    expect(readFileSync(join(content(), "media", picture))).toEqual(png);
    expect(here("en/setup/wifi.md")).toContain(
      `[the hub](./hub.md).\n\n![Hub](../../media/${picture})`,
    );
    expect(here("zh/setup/wifi.md")).toContain("[网关](../../en/setup/hub.md)");
    expect(here("en/setup/hub.md")).toContain("modules:\n  - hub\n");
    expect(here("categories.yml")).toMatch(/zh: 退货、换货、保修与寄修 }\n- id: topic-1f5u8y0\n/);
  });

  test("imported again it changes nothing, and later only what the source changed", async () => {
    await run();
    const first = { hub: here("en/setup/hub.md"), memory: here("imports.json") };
    expect(counts(await run({ now: new Date("2027-01-01T00:00:00Z") }))).toEqual({
      imported: 0,
      changed: 0,
      unchanged: 4,
      refused: 0,
    });
    expect({ hub: here("en/setup/hub.md"), memory: here("imports.json") }).toEqual(first);

    put("guide/docs/en/setup/hub.md", "---\ntitle: Set up your hub\n---\nNew text.\n");
    put("guide/docs/en/setup/sensor.md", "# Pair a sensor\n\nHold the button.\n");
    rmSync(join(home, "guide/docs/zh-CN/setup/wifi.md"));
    const report = await run({ now: new Date("2027-01-01T00:00:00Z") });
    expect(counts(report)).toEqual({ imported: 1, changed: 1, unchanged: 2, refused: 0 });
    expect(report.gone).toEqual(["docs/zh-CN/setup/wifi.md"]);
    expect(articles()).toContain("kb-000001 /en/setup/hub/ Set up your hub");
    expect(articles()).toContain("kb-000004 /en/setup/sensor/ Pair a sensor");
    expect(here("en/setup/hub.md")).toContain("created: 2026-11-21");
    expect(articles()).toHaveLength(5);
  });

  test("an article that was edited here keeps the edit", async () => {
    await run();
    put("content/en/setup/hub.md", `${here("en/setup/hub.md")}\nOur own sentence.\n`);
    expect(counts(await run())).toEqual({ imported: 0, changed: 0, unchanged: 4, refused: 0 });
    put("guide/docs/en/setup/hub.md", "---\ntitle: Set up your hub\n---\nNew text.\n");
    const { refused } = await run();
    expect(refused).toEqual([
      {
        path: "docs/en/setup/hub.md",
        reason:
          "It changed, but its article en/setup/hub was edited here: remove the article to take the new text, or leave it.",
      },
    ]);
    expect(here("en/setup/hub.md")).toContain("Our own sentence.");
    rmSync(join(content(), "en/setup/hub.md"));
    expect(counts(await run()).changed).toBe(1);
    expect(articles()).toContain("kb-000001 /en/setup/hub/ Set up your hub");
  });

  test("a trial writes nothing", async () => {
    const report = await run({ dryRun: true });
    expect(counts(report).imported).toBe(4);
    expect(readdirSync(content()).sort()).toEqual(["categories.yml", "modules.yml", "site.yml"]);
  });

  test("articles of other hands stay, and their names and numbers are not taken", async () => {
    put(
      "content/en/setup/wifi.md",
      "---\nid: kb-000041\ntitle: Ours\ncreated: 2026-01-01\n---\nOurs.\n",
    );
    await run();
    expect(here("en/setup/wifi.md")).toContain("title: Ours");
    expect(articles()).toContain("kb-000043 /en/setup/wifi-2/ Connect to Wi-Fi");
  });

  test("a large folder is shared out, and each text keeps its own title", async () => {
    for (let n = 1; n <= 640; n += 1)
      put(`guide/many/page-${n}.md`, `# Title ${n}\n\nText ${n}.\n`);
    expect(counts(await run()).imported).toBe(644);
    const { entries } = readCatalog(content());
    const own = entries.filter(({ slug }) => slug.startsWith("page-"));
    expect(own.filter(({ slug, title }) => slug.slice(5) !== title.slice(6))).toEqual([]);
    expect(here("en/many/page-640.md")).toContain("\nText 640.\n");
  });

  test("two folders, one a language each, are translations of each other", async () => {
    put("guide-zh/setup/bell.md", "# 安装门铃\n\n拧紧螺丝。\n");
    put("guide-en/setup/bell.md", "# Install the doorbell\n\nFasten the screws.\n");
    await run({ dir: join(home, "guide-en") });
    await run({ dir: join(home, "guide-zh") });
    expect(articles()).toEqual([
      "kb-000001 /en/setup/bell/ Install the doorbell",
      "kb-000001 /zh/setup/bell/ 安装门铃",
    ]);
  });
});

describe("refusals say what to do", () => {
  test.each([
    [
      "no title",
      "Text only.",
      "It has no title: add a title: field to its front matter, or begin it with a # heading.",
    ],
    [
      "half a title",
      "---\ntitle: X\n---\nText",
      "Its title has one letter only: at least two are needed.",
    ],
    ["no text", "# Only a title\n\n<!-- soon -->\n", "It has no text under its title."],
    [
      "nothing that can be shown",
      "# Title\n\n<script>const words = 1</script>\n",
      "It has no text but what only another system can show.",
    ],
    [
      "broken front matter",
      "---\ntitle: [x\n---\nText",
      "The front matter is not YAML. Line 3: Flow sequence in block collection must be sufficiently indented and end with a ].",
    ],
    [
      "another language",
      "---\ntitle: Bonjour\nlang: fr\n---\nTexte",
      "Its language, fr, is not one of this help center (en, zh): say it with lang: in its front matter, or import it with --locale.",
    ],
    [
      "bytes",
      new Uint8Array([0xff, 0x00, 0x81]),
      "It is not text in UTF-8 or GB 18030: save it as UTF-8.",
    ],
    [
      "quotations without end",
      `# Title\n\n${">".repeat(20_000)} x`,
      "Its quotations, lists or tags stand too deep inside each other: flatten them.",
    ],
    [
      "notes without end",
      `# Title\n\n${":::note\n".repeat(3000)}x`,
      "Its quotations, lists or tags stand too deep inside each other: flatten them.",
    ],
    [
      "a book",
      `# Title\n\n${"word ".repeat(300_000)}`,
      "It is larger than 1 MB: split it into several articles.",
    ],
  ])("%s", async (_, text, reason) => {
    put("guide/a.md", text);
    put("guide/b.md", "# Fine\n\nText.\n");
    const report = await run();
    expect(report.refused).toEqual([{ path: "a.md", reason }]);
    expect(reportText(report)).toContain(`a.md  ${reason}`);
    expect(articles()).toEqual([expect.stringMatching(/general\/b\/ Fine$/)]);
  });

  test("a slug that two files demand", async () => {
    put("guide/a.md", "---\ntitle: One\nslug: same\n---\nText.\n");
    put("guide/b.md", "---\ntitle: Two\nslug: /help/same/\n---\nText.\n");
    put("guide/c.md", "---\ntitle: Three\n---\nText.\n");
    expect((await run()).refused).toEqual([
      {
        path: "b.md",
        reason: "Another article is at en/general/same already: give one of them another slug.",
      },
    ]);
  });

  test("a language that only the caller knows", async () => {
    put("guide/a.md", "---\ntitle: Hola\nlang: es\n---\nTexto.\n");
    put("guide/b.md", "---\ntitle: Fine\nlang: en\n---\nText.\n");
    await run({ locale: "zh" });
    expect(articles().map((line) => line.slice(10))).toEqual([
      "/en/general/b/ Fine",
      "/zh/general/a/ Hola",
    ]);
  });

  test("older Chinese files are read", async () => {
    put(
      "guide/a.md",
      new Uint8Array([0x23, 0x20, 0xd6, 0xd0, 0xce, 0xc4, 0x0a, 0x0a, 0xd6, 0xd0, 0xce, 0xc4]),
    );
    await run();
    expect(articles()).toEqual(["kb-000001 /zh/general/a/ 中文"]);
  });
});

describe("hostile folders", () => {
  test("nothing is read or written outside, whatever names and links say", async () => {
    put("secret/secret.md", "# Secret\n\nText.\n");
    put("secret/secret.png", png);
    put(
      "guide/a.md",
      "---\ntitle: Way out\nslug: ../../../out\ncategory: ../../..\nlang: en\n---\n![x](../secret/secret.png) ![y](link.png) ![z](%2e%2e/secret/secret.png) [s](../secret/secret.md)\n",
    );
    symlinkSync(join(home, "secret/secret.png"), join(home, "guide/link.png"));
    symlinkSync(join(home, "secret/secret.md"), join(home, "guide/link.md"));
    symlinkSync(join(home, "secret"), join(home, "guide/folder"));
    const report = await run();
    expect(report.refused).toEqual([
      { path: "link.md", reason: "It is a link to a file outside the folder, or to none." },
    ]);
    expect(articles()).toEqual(["kb-000001 /en/general/out/ Way out"]);
    expect(here("en/general/out.md").split("---\n\n")[1]).toBe("*x* *y* *z* s\n");
    expect(existsSync(join(content(), "media"))).toBe(false);
    expect(readdirSync(home).sort()).toEqual(["content", "guide", "secret"]);
  });

  test("drawings that could run programs stay out", async () => {
    put("guide/a.md", "# Drawings\n\n![bad](bad.svg) ![good](good.svg)\n");
    put("guide/bad.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    put("guide/good.svg", '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>');
    await run();
    expect(here("en/general/a.md")).toMatch(
      /\*bad\* !\[good\]\(\.\.\/\.\.\/media\/[0-9a-f]{32}\.svg\)/,
    );
  });

  test("fields cannot reach what they are not", async () => {
    put(
      "guide/a.md",
      "---\n__proto__: { title: Stolen }\nconstructor: x\ntitle: Alpha\nid: kb-000001\nsource_path: ../../x.md\naudience: root\n---\nText.\n",
    );
    put("guide/b.md", "---\ntitle: Beta\nid: kb-000001\n---\nText.\n");
    await run();
    expect(articles()).toEqual(["kb-000001 /en/general/a/ Alpha", "kb-000002 /en/general/b/ Beta"]);
  });
});
