import { describe, expect, test } from "vitest";
import { assignCategories } from "#server/articles/importcategories.ts";
import { dayOf, frontMatterOf, shorten } from "#server/articles/importfields.ts";
import { splitFile } from "#server/articles/importfront.ts";
import { firstHeading } from "#server/articles/importheading.ts";
import { chosenLevels, namesOf } from "#server/articles/importlevels.ts";
import {
  languageRoots,
  localeOf,
  localeOfText,
  splitLanguage,
} from "#server/articles/importlocale.ts";

describe("language", () => {
  test.each([
    ["en", "en"],
    ["en_US", "en"],
    ["en-GB", "en"],
    ["English", "en"],
    ["zh", "zh"],
    ["zh-CN", "zh"],
    ["zh_Hans", "zh"],
    ["cn", "zh"],
    ["简体中文", "zh"],
    ["zh-TW", "foreign"],
    ["zh-Hant", "foreign"],
    ["fr", "foreign"],
    ["", "nothing"],
  ])("%j is %s", (name, expected) => {
    const spoken = localeOf(name);
    expect(spoken === null ? "nothing" : "locale" in spoken ? spoken.locale : "foreign").toBe(
      expected,
    );
  });

  const roots = languageRoots(["docs/en/setup.md", "docs/fr/setup.md", "it/printers.md"]);
  test.each([
    ["docs/en/setup", { locale: "en" }, "docs/setup"],
    ["docs/fr/setup", { foreign: "fr" }, "docs/setup"],
    ["it/printers", null, "it/printers"],
    ["pt-BR/setup", { foreign: "pt-BR" }, "setup"],
    ["guides/setup.zh-CN", { locale: "zh" }, "guides/setup"],
    ["guides/setup.v2", null, "guides/setup.v2"],
    ["zh/zh-cloud-start", { locale: "zh" }, "cloud-start"],
    [
      "i18n/zh-Hans/docusaurus-plugin-content-docs/current/a",
      { locale: "zh" },
      "i18n/docusaurus-plugin-content-docs/current/a",
    ],
  ])("the path %s", (path, spoken, rest) => {
    expect(splitLanguage(path, roots)).toEqual({ spoken, rest });
  });

  test.each([
    ["Open the app and sign in.", { locale: "en" }],
    ["打开 App，登录账号。", { locale: "zh" }],
    ["Names of errors: 超时", { locale: "en" }],
    ["使用 OAuth 2.0 与 OpenID Connect 登录", { locale: "zh" }],
    ["```\nconst a = 'long english code in here';\n```\n打开设置", { locale: "zh" }],
    ["アプリを開いて、サインインしてください。", { foreign: "Japanese" }],
    ["Откройте приложение", { foreign: "a script that is neither Latin nor Chinese" }],
    ["Find cards such as カード番号 in a text that is otherwise in English.", { locale: "en" }],
    ["123", null],
  ])("the text %j", (text, expected) => {
    expect(localeOfText(text)).toEqual(expected);
  });
});

describe("front matter", () => {
  test.each([
    ["---\ntitle: A\n---\n\nText", { title: "A" }, "\nText"],
    ["\ufeff---\r\ntitle: A\r\n---\r\nText", { title: "A" }, "Text"],
    [
      '+++\ntitle = "A \\"b\\""\ntags = ["x", \'y\']\ndraft = true\n[extra]\nn = 1\n+++\nText',
      { title: 'A "b"', tags: ["x", "y"], draft: true },
      "Text",
    ],
    ["No front matter", {}, "No front matter"],
    ["---\n\nA rule, then text.\n", {}, "---\n\nA rule, then text.\n"],
  ])("%j", (file, fields, body) => {
    const split = splitFile(file);
    expect(split.ok && { fields: Object.fromEntries(split.fields), body }).toEqual({
      fields,
      body,
    });
    expect(split.ok && split.body).toBe(body);
  });

  test.each([
    [
      "---\ntitle: [a\n---\n",
      "The front matter is not YAML. Line 3: Flow sequence in block collection must be sufficiently indented and end with a ].",
    ],
    [
      "---\ntitle: a\n\nText",
      "The front matter is not closed: add a line with --- behind its last field.",
    ],
    [
      `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${"*a,".repeat(60)}]\nc: [${"*b,".repeat(60)}]\n---\n`,
      "The front matter refers to itself too often: write its values out.",
    ],
  ])("refuses %j", (file, reason) => {
    expect(splitFile(file)).toEqual({ ok: false, reason });
  });

  test.each([
    ["2026-11-21", "2026-11-21"],
    ["2025-03-04T10:11:12Z", "2025-03-04"],
    [new Date("2025-03-04T00:00:00Z"), "2025-03-04"],
    ["2023年5月1日", "2023-05-01"],
    ["2023/5/1", "2023-05-01"],
    ["04/12/2023", "2023-04-12"],
    ["25/12/2023", "2023-12-25"],
    ["March 4, 2025", "2025-03-04"],
    ["4 Mar 2025", "2025-03-04"],
    ["2025-02-30", undefined],
    ["soon", undefined],
    [null, undefined],
  ])("the day %j", (value, day) => {
    expect(dayOf(value)).toBe(day);
  });

  const given = { id: "kb-000007", title: "Reset", created: "2026-11-21", modules: ["hub", "app"] };
  const front = (fields: Record<string, unknown>, title = "Reset") =>
    frontMatterOf(new Map(Object.entries(fields)), { ...given, title });

  test("tags become modules or search words; old addresses are neither", () => {
    const { modules, aliases } = front({
      tags: ["Hub", "wi-fi"],
      keywords: "restart, power cycle",
      aliases: ["/old/path/", "turn it off"],
    });
    expect({ modules, aliases }).toEqual({
      modules: ["hub"],
      aliases: ["wi-fi", "restart", "power cycle", "turn it off"],
    });
  });

  test("dates are taken from whatever they are called", () => {
    const of = (fields: Record<string, unknown>) => {
      const { created, updated } = front(fields);
      return [created, updated];
    };
    expect(of({ date: "2024-01-02", lastmod: "2025-03-04" })).toEqual(["2024-01-02", "2025-03-04"]);
    expect(of({ last_update: { date: "2025-03-04" } })).toEqual(["2025-03-04", undefined]);
    expect(of({})).toEqual(["2026-11-21", undefined]);
  });

  test("fields of ours are kept where they are valid, a draft stays unpublished", () => {
    expect(
      front({ audience: "internal", featured: 2, owner: "billing", review_by: "never" }),
    ).toMatchObject({ audience: "internal", featured: 2, owner: "billing" });
    expect(front({ draft: true }).confidence).toBe("wip");
    expect(front({ audience: "everyone", confidence: "certain" })).toMatchObject({
      audience: "public",
      confidence: "validated",
    });
  });

  test("a title that is too long is cut between words and stands whole beside", () => {
    const long = `How to ${"very ".repeat(30)}much`;
    const { title, description, aliases } = front({}, long);
    expect(title).toMatch(/very…$/);
    expect(title.length).toBeLessThanOrEqual(120);
    expect([description, aliases[0]]).toEqual([long, long]);
    expect(shorten("没有空格的一句话", 5)).toBe("没有空格…");
  });
});

describe("title", () => {
  test.each([
    ["# Reset\n\ntext", "Reset"],
    ["text\n\n# Reset the **hub** ##\n", "Reset the hub"],
    ["Reset\n=====\n", "Reset"],
    ["# Use `npm_run` and [links](x.md) {#id}\n", "Use npm_run and links"],
    ['<h1 align="center">Reset</h1>\n', "Reset"],
    ["```sh\n# a comment\n```\n\n# Reset", "Reset"],
    ["````md\n```\n# not this\n```\n````\n\n# Reset", "Reset"],
    ["## Reset\n", null],
    ["#hashtag\n", null],
  ])("%j", (body, expected) => {
    expect(firstHeading(body)?.text ?? null).toBe(expected);
  });
});

describe("categories", () => {
  const category = (id: string, en: string, zh: string) => ({
    id,
    title: { en, zh },
    description: { en: "", zh: "" },
    icon: "folder",
  });
  const existing = [
    category("refunds", "Returns, refunds and repair", "退换、退款与维修"),
    category("invoices", "Invoices", "发票"),
  ];
  const assign = (...names: ["en" | "zh", string, string?][]) =>
    assignCategories(
      names.map(([locale, name, pair], i) => ({ locale, name, pair: pair ?? String(i) })),
      existing,
    );

  test.each([
    ["en", "invoices", "invoices"],
    ["en", "INVOICES", "invoices"],
    ["en", "Returns, refunds and repair", "refunds"],
    ["zh", "发票", "invoices"],
    ["zh", "发票管理", "invoices"],
    ["zh", "常见问题", "faq"],
    ["zh", "账户与安全", "account"],
    ["en", "Store Support / Shipping", "store-support"],
    ["en", "docs/getting-started", "getting-started"],
    ["en", "Café & Bar", "cafe-bar"],
    ["en", "Contact", "contact-help"],
    ["zh", "会员积分", "topic-xxqlqq"],
    ["en", "../../etc", "etc"],
    ["en", "", "general"],
  ] as const)("%s %j lies in %s", (locale, name, id) => {
    expect(assign([locale, name]).ids).toEqual([id]);
  });

  test("new ones carry both titles, from translations where there are some", () => {
    const { ids, added } = assign(
      ["zh", "会员积分", "p"],
      ["en", "Loyalty points", "p"],
      ["zh", "会员积分"],
      ["zh", "故障排查"],
      ["en", "teams-sign-in"],
    );
    expect(ids).toEqual([
      "loyalty-points",
      "loyalty-points",
      "loyalty-points",
      "troubleshooting",
      "teams-sign-in",
    ]);
    expect(added.map(({ title }) => title)).toEqual([
      { en: "Loyalty points", zh: "会员积分" },
      { en: "Teams sign in", zh: "Teams sign in" },
      { en: "Troubleshooting", zh: "故障排查" },
    ]);
  });

  test("a translation lies where its original lies, whatever its category is called", () => {
    expect(assign(["zh", "票据", "p"], ["en", "Invoices", "p"]).ids).toEqual([
      "invoices",
      "invoices",
    ]);
  });

  test("a category that holds too many is divided by its next level", () => {
    const many = (levels: string[], count: number) =>
      Array.from({ length: count }, (_, i) => ({ pair: `${levels.join()}${i}`, levels }));
    const texts = [
      ...many(["cloud", "nodes"], 50),
      ...many(["cloud", "build"], 20),
      ...many(["cloud", "rest"], 2),
      ...many(["learn", "nodes"], 5),
    ];
    const names = namesOf(chosenLevels(texts));
    expect([...new Set(names)]).toEqual(["nodes", "build", "cloud", "learn"]);
  });

  test("two categories of one name are told apart by the one above", () => {
    expect(
      namesOf([
        ["a", "setup"],
        ["b", "setup"],
        ["b", "use"],
      ]),
    ).toEqual(["a – setup", "b – setup", "use"]);
  });
});
