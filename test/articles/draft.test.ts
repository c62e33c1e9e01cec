import fc from "fast-check";
import type { Nodes } from "mdast";
import { describe, expect, test } from "vitest";
import { buildDraft, type ResolvedTicket } from "#server/articles/draft.ts";
import { readMarkdown, wordsOf } from "#server/articles/markdown.ts";
import { lastSubstantive } from "#server/articles/substantive.ts";

const empty: ResolvedTicket = {
  locale: "en",
  subject: "",
  firstMessage: "",
  fields: {},
  cause: null,
  resolution: null,
  knownNames: [],
  allowedPhones: [],
};

const doorbell: ResolvedTicket = {
  locale: "zh",
  subject: "回复：门铃按了没声音。",
  firstMessage:
    "你好，我叫李雷，手机13812345678。\n昨天开始门铃按了没声音：\n1、按门铃\n2、App 有提醒\n3、屋里的铃不响\n\n急，订单号：JD20261103889912",
  fields: { product: "Bell 1 门铃", version: "2.3.1", os: "iOS 19", since: "昨天" },
  cause: { label: "配置错误", note: "勿扰时段覆盖了响铃" },
  resolution:
    "王先生您好：\n请按下面的步骤操作\n1. 打开鹭屿 App，进入“设备 > 门铃”\n2. 关闭“勿扰时段”\n  如果有两个时段，都要关\n3. 按一下门铃\n\n屋里的铃会响。详见 https://help.heronby.example/zh/setup/install-doorbell/。",
  workaround: "先用 App 的提醒",
  searches: ["门铃不响", "门铃按了没声音"],
  knownNames: ["李雷"],
  allowedPhones: [],
};

const camera: ResolvedTicket = {
  ...empty,
  subject: "Camera offline since the storm",
  firstMessage:
    "Hi,\n\nmy camera is offline. Order #A1B2C-2026-0099.\n\n- restarted it\n- moved the router\n\nThanks,\nJane Doe",
  fields: { product: "Cam S", device: "SN 4411", page: "https://heronby.example/app?token=abcdef" },
  cause: { label: "Wi-Fi band", note: "" },
  resolution:
    "Hi Jane,\nStep 1: Open the router's page at https://router.example/admin.\nStep 2: Switch 2.4 GHz on\n\nThe light turns white.",
  knownNames: ["Jane Doe", "Sam Lee"],
};

test("a Chinese ticket becomes a Chinese article", async () => {
  const { title, body, aliases } = buildDraft(doorbell);
  expect({ title, aliases }).toEqual({ title: "门铃按了没声音", aliases: ["门铃不响"] });
  await expect(body).toMatchFileSnapshot("drafts/doorbell.zh.txt");
});

test("an English ticket becomes an English article", async () => {
  const { title, body } = buildDraft(camera);
  expect(title).toBe("Camera offline since the storm");
  await expect(body).toMatchFileSnapshot("drafts/camera.en.txt");
});

test("findings say which text they lie in, and a kept one stays as it was written", () => {
  const { findings } = buildDraft(doorbell);
  expect(findings.map(({ source, kind }) => `${source} ${kind}`)).toEqual([
    "firstMessage NAME",
    "firstMessage ORDER",
    "firstMessage PHONE_CN",
    "resolution NAME",
  ]);
  const { body } = buildDraft(doorbell, ({ kind }) => kind === "ORDER");
  expect(body).toContain("JD20261103889912");
  expect(body).not.toContain("13812345678");
});

test("suspects are told with their text", () => {
  const { suspects } = buildDraft({ ...doorbell, workaround: "序列号 123456789012" });
  expect(suspects).toMatchObject([{ source: "workaround", text: "123456789012" }]);
});

test("what the ticket didn't tell is missing, and its heading waits", () => {
  const { body, missing } = buildDraft(empty);
  expect(missing).toEqual(["title", "issue", "environment", "cause", "resolution"]);
  expect(body).toBe("## Issue\n\n## Environment\n\n## Cause\n\n## Resolution\n");
});

test("a subject that the message doesn't repeat opens the Issue", () => {
  const { body } = buildDraft({ ...empty, subject: "No sound", firstMessage: "It is silent." });
  expect(body).toContain("## Issue\n\nNo sound\n\nIt is silent.\n");
});

test("numbers that don't count on keep what they say", () => {
  const { body } = buildDraft({ ...empty, firstMessage: "1. a\n2. b\n5. c\n- d\n\n1) e" });
  expect(body).toContain("1. a\n2. b\n\n5) c\n\n- d\n\n1. e\n");
});

test.each([
  [["Open the app and switch it on.", "You're welcome! Have a nice day."], 0],
  [["请打开 App，关闭勿扰时段。", "不客气，祝您生活愉快！"], 0],
  [["Thanks for writing.", "Thank you!"], null],
])("the resolution of %j is reply %s", (replies, index) => {
  expect(lastSubstantive(replies)).toBe(index === null ? null : replies[index]);
});

describe("hostile text stays text", () => {
  const allowed = new Set(["root", "heading", "paragraph", "list", "listItem", "text", "break"]);
  const kindsIn = (node: Nodes): string[] => [
    node.type,
    ...("children" in node ? node.children.flatMap(kindsIn) : []),
  ];
  const squeezed = (text: string) => text.replace(/\s/g, "");

  const hostile = [
    ...["<script>alert(1)</script>", "<img src=x onerror=y>", "<!-- c -->", "&lt;b&gt;", "&#60;"],
    ...["[a](javascript:b)", "![x](http://evil/x)", "[ref]", "[ref]: http://evil", "<http://evil>"],
    ...[
      "# h",
      "## Cause",
      "---",
      "===",
      "> q",
      "```",
      "~~~",
      "    code",
      "\tcode",
      "***b***",
      "__u__",
    ],
    ...[
      "~~d~~",
      "| a | b |",
      "|---|---|",
      "- [ ] t",
      "* a",
      "+ b",
      "1. x",
      "9) y",
      "[^1]",
      "[^1]: f",
    ],
    ...[
      ":::note",
      ":::",
      "::video[x]{a=b}",
      ":abbr[x]",
      "http://evil.example/a_b_c",
      "www.evil.example",
    ],
    ...[
      "x@evil.example",
      "mailto:x@y.z",
      "\\",
      "\\*",
      "`",
      "``",
      "$x$",
      "{{x}}",
      "***",
      "_",
      "*",
      "\n",
    ],
    ...[
      "\n\n",
      "\r\n",
      " ",
      "  \n",
      "word",
      "中文",
      "，",
      "1、第一",
      "①",
      "•",
      "Step 2: b",
      "\u0000",
      "\ufeff",
    ],
  ];
  const text = fc
    .array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "binary", maxLength: 4 })), {
      maxLength: 20,
    })
    .map((parts) => parts.join(""));

  test("of a customer: no markup but paragraphs and lists", () => {
    fc.assert(
      fc.property(text, (firstMessage) => {
        const { body } = buildDraft({ ...empty, firstMessage }, () => true);
        const tree = readMarkdown(body);
        const kinds = new Set(kindsIn(tree)).difference(allowed);
        expect([...kinds].filter((kind) => kind !== "inlineCode")).toEqual([]);
        expect(tree.children.filter(({ type }) => type === "heading").map(wordsOf)).toEqual([
          "Issue",
          "Environment",
          "Cause",
          "Resolution",
        ]);
      }),
      { numRuns: 1000 },
    );
  });

  test("and no word of it is lost", () => {
    // What marks a list or is invisible is left out: those characters do go.
    const marker = /^(?:[-*+•①\s]|\d|Step)|[^\P{C}\n]/u;
    const words = fc
      .array(fc.constantFrom(...hostile.filter((piece) => !marker.test(piece))))
      .map((parts) => parts.join(" "));
    fc.assert(
      fc.property(words, (firstMessage) => {
        const { body } = buildDraft({ ...empty, firstMessage }, () => true);
        const issue = readMarkdown(body).children.filter(({ type }) => type !== "heading");
        expect(squeezed(issue.map(wordsOf).join(""))).toBe(squeezed(firstMessage));
      }),
      { numRuns: 500 },
    );
  });

  test("of an agent: only addresses become links", () => {
    const { body } = buildDraft({
      ...empty,
      resolution: "See https://a.example/b, not javascript:alert(1) or [x](https://evil).",
    });
    expect(body).toContain("See <https://a.example/b>, not javascript:alert(1) or \\[x]\\(");
  });
});
