import { randomUUID } from "node:crypto";
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Publisher } from "../../server/publishing/publisher.service.ts";
import { fileLoader } from "../../server/publishing/searchread.service.ts";
import { createSearch } from "../../src/search/search.ts";
import type { TestApp } from "../app.ts";
import { graceMiller, hireStaff, wangLei, writeIn } from "../cast.ts";
import { publishingApp } from "./site.ts";

let place: Awaited<ReturnType<typeof publishingApp>>;
let publisher: Publisher;
let app: TestApp;
let content: string;
let siteDir: string;
let staff: Awaited<ReturnType<typeof hireStaff>>;

beforeAll(async () => {
  place = await publishingApp();
  ({ app, publisher, content, siteDir } = place);
  staff = await hireStaff(app);
});
afterAll(() => place.stop());

const find = async (locale: "en" | "zh", query: string) => {
  const { results } = await createSearch(fileLoader(siteDir, locale)).search(query, { limit: 5 });
  return results.map(({ url }) => url);
};
const page = (path: string) => readFileSync(join(siteDir, path, "index.html"), "utf8");

/** A solved ticket, as Mia or Siyuan would leave it. */
async function solved(locale: "en" | "zh") {
  const zh = locale === "zh";
  const person = zh ? wangLei : graceMiller;
  const receipt = await writeIn(app, person, {
    kind: "fault",
    module: "bell",
    category: "troubleshooting",
    device: "Bell 1",
    version: "5.2.0",
    since: "2026-11-10",
    steps: zh ? "重启过门铃" : "Restarted the doorbell.",
    evidence: { waived: zh ? "拍不出来" : "Can't film a sound" },
    subject: zh
      ? "门铃按下后播放的是外语提示音"
      : "Doorbell speaks a foreign language when pressed",
    description: zh
      ? "按门铃后播放的提示音是法语，家里老人听不懂。我叫王磊，电话 13812345678，工单号 #12345。"
      : "When someone presses it, the doorbell talks in French. My name is Grace Miller, call +1 (415) 555-0134.",
  });
  const agent = app.as(zh ? staff.siyuan : staff.mia);
  const seen = async () => {
    const { id, version } = await agent.tickets.get({ number: receipt.number });
    return { ticketId: id, version };
  };
  await agent.tickets.solve({
    ...(await seen()),
    key: randomUUID(),
    body: zh
      ? "提示音语言可以在 App 里改：\n1. 打开“设备 > 门铃 > 声音”。\n2. 点“提示音语言”，选“中文”。\n3. 按一下门铃，听到中文提示就好了。"
      : "The voice has a language of its own:\n1. Open Device > Doorbell > Sound.\n2. Tap Voice language and choose English.\n3. Press the button: it now speaks English.",
    causeTag: "how_to",
    causeNote: zh ? "出厂默认语言随固件区域变化" : "The default follows the region of the firmware",
  });
  return { ...receipt, agent };
}

describe.each(["en", "zh"] as const)("a solved ticket becomes an article (%s)", (locale) => {
  const query = locale === "zh" ? "门铃说外语" : "doorbell talks French";
  let url = "";

  test("F066 one click gives a draft with the four sections, personal data replaced", async () => {
    const { agent, ticketId, number } = await solved(locale);
    expect(await find(locale, query)).not.toContain(expect.stringContaining("foreign"));
    expect((await agent.tickets.get({ number })).captureChoice).toBeNull();
    const { id } = await agent.articles.promote({ ticketId });
    expect(await agent.articles.promote({ ticketId })).toEqual({ id });
    let draft = await agent.articles.draft({ id });
    const headings = [...draft.body.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(
      locale === "zh"
        ? ["问题", "使用环境", "原因", "解决办法"]
        : ["Issue", "Environment", "Cause", "Resolution"],
    );
    expect(draft.body).not.toMatch(/13812345678|王磊|Grace|555-0134|12345/);
    expect(draft.redactions.length).toBeGreaterThan(1);
    expect(draft.redactions.every(({ decision }) => decision === "pending")).toBe(true);

    // The author can't publish, and nobody can while decisions are open.
    await agent.articles.submit({ id, version: draft.version });
    draft = await agent.articles.draft({ id });
    await expect(agent.articles.publish({ id, version: draft.version })).rejects.toMatchObject({
      message: "not_allowed",
    });
    const xiaowen = app.as(staff.xiaowen);
    await expect(xiaowen.articles.publish({ id, version: draft.version })).rejects.toMatchObject({
      message: "draft_has_suspects",
    });
    const decisions = draft.redactions.map((entry) => ({
      id: entry.id,
      decision: "replaced" as const,
    }));
    const { version } = await xiaowen.articles.decide({ id, version: draft.version, decisions });

    // A second person publishes; a reader finds it, without a full build.
    const published = await xiaowen.articles.publish({ id, version });
    url = published.url;
    await publisher.settled();
    expect(await find(locale, query)).toContain(url);
    const html = page(url);
    expect(html).toContain(locale === "zh" ? "提示音语言" : "Voice language");
    expect(html).not.toMatch(/13812345678|王磊|Grace Miller|555-0134/);
    expect(page(`/${locale}/troubleshooting/`)).toContain(url);
    expect(readFileSync(join(siteDir, "sitemap.xml"), "utf8")).toContain(url);

    // The ticket links to the article, and the article counts the ticket.
    const ticket = await agent.tickets.get({ number });
    expect(ticket.links).toMatchObject([{ articleId: published.articleId, role: "created_from" }]);
    expect(ticket.captureChoice).toBe("add");
  });

  test("an article that solved another ticket counts it", async () => {
    const { agent, ticketId } = await solved(locale);
    const { articles } = await agent.articles.list();
    const article = articles.find(({ href }) => href === url)!;
    await agent.articles.use({ ticketId, articleId: article.articleId });
    const after = await agent.articles.list();
    expect(after.articles.find(({ href }) => href === url)!.reuse).toBe(1);
  });
});

test("skipping says why, once or later", async () => {
  const { agent, ticketId, number } = await solved("en");
  await expect(agent.articles.skip({ ticketId, reason: " " })).rejects.toMatchObject({
    message: "reason_required",
  });
  await agent.articles.skip({ ticketId, reason: "", later: true });
  expect((await agent.tickets.get({ number })).captureChoice).toBe("later");
  await agent.articles.skip({ ticketId, reason: "Only this customer's router" });
  expect((await agent.tickets.get({ number })).captureChoice).toBe("skip");
});

describe("a file edited by hand", () => {
  const file = () => join(content, "en/account/reset-password.md");

  test("takes the same path: the page changes and is found", async () => {
    const text = readFileSync(file(), "utf8");
    writeFileSync(file(), `${text}\nIf you use a passkey on a zeppelin, call us.\n`);
    const { changed } = await publisher.sync();
    expect(changed).toEqual(["en/account/reset-password"]);
    expect(page("en/account/reset-password")).toContain("zeppelin");
    expect(await find("en", "passkey zeppelin")).toContain("/en/account/reset-password/");
    expect((await publisher.sync()).changed).toEqual([]);
  });

  test("stops a draft that began before it; nothing of either is lost", async () => {
    const xiaowen = app.as(staff.xiaowen);
    const tom = app.as(staff.tom);
    const { id } = await xiaowen.articles.edit({ articleId: "kb-000141", locale: "en" });
    let draft = await xiaowen.articles.draft({ id });
    const { category, slug, frontMatter } = draft;
    await xiaowen.articles.save({
      id,
      version: draft.version,
      category,
      slug,
      frontMatter,
      body: `${draft.body}\nWritten at the desk.\n`,
    });
    writeFileSync(file(), `${readFileSync(file(), "utf8")}\nWritten by hand.\n`);
    await publisher.sync();
    draft = await xiaowen.articles.draft({ id });
    expect(draft.changedByHand).toBe(true);
    await xiaowen.articles.submit({ id, version: draft.version });
    draft = await xiaowen.articles.draft({ id });
    await expect(tom.articles.publish({ id, version: draft.version })).rejects.toMatchObject({
      message: "file_changed_by_hand",
    });
    expect(draft.file).toContain("Written by hand.");
    expect(draft.body).toContain("Written at the desk.");
    // Both brought together, it goes out.
    const merged = `${draft.body}\nWritten by hand.\n`;
    await tom.articles.save({
      id,
      version: draft.version,
      category,
      slug,
      frontMatter,
      body: merged,
    });
    draft = await tom.articles.draft({ id });
    await tom.articles.rebase({ id, version: draft.version });
    draft = await tom.articles.draft({ id });
    await tom.articles.publish({ id, version: draft.version });
    expect(page("en/account/reset-password")).toMatch(/Written at the desk[\s\S]*Written by hand/);
  });

  test("with broken front matter is left out and named; the rest goes on", async () => {
    const broken = join(content, "en/account/broken.md");
    writeFileSync(broken, "---\ntitle: [unclosed\n---\nText\n");
    await publisher.sync();
    const { problems } = await app.as(staff.mia).articles.list();
    expect(problems).toEqual([
      {
        file: "en/account/broken.md",
        reason: {
          en: expect.stringContaining("not YAML"),
          zh: expect.stringContaining("YAML 格式有误"),
        },
      },
    ]);
    expect(existsSync(join(siteDir, "en/account/broken/index.html"))).toBe(false);
    rmSync(broken);
    await publisher.sync();
  });

  test("removed: the page goes, and search leads nowhere no more", async () => {
    const path = join(content, "en/orders/bulk-order.md");
    expect(await find("en", "bulk order for my company")).toContain("/en/orders/bulk-order/");
    rmSync(path);
    await publisher.sync();
    expect(existsSync(join(siteDir, "en/orders/bulk-order"))).toBe(false);
    expect(await find("en", "bulk order for my company")).not.toContain("/en/orders/bulk-order/");
  });
});

describe("an article for colleagues", () => {
  const sentence = "A manager may waive the fee for a lighthouse";

  test.each(["en", "zh"] as const)(
    "is listed, changed and published again (%s)",
    async (locale) => {
      const xiaowen = app.as(staff.xiaowen);
      const listed = async () =>
        (await xiaowen.articles.list()).articles.find(
          (article) => article.locale === locale && article.href.endsWith("/goodwill-limits/"),
        )!;
      const { articleId, ...article } = await listed();
      expect(article).toMatchObject({ audience: "internal", onSite: false });
      const { id } = await xiaowen.articles.edit({ articleId, locale });
      const { version, category, slug, frontMatter, body } = await xiaowen.articles.draft({ id });
      const text = `${body}\n${sentence}.\n`;
      const saved = { category, slug, frontMatter, body: text };
      const seen = await xiaowen.articles.save({ id, version, ...saved });
      const review = await xiaowen.articles.submit({ id, version: seen.version });
      await app.as(staff.tom).articles.publish({ id, version: review.version });
      const file = readFileSync(join(content, locale, "refunds/goodwill-limits.md"), "utf8");
      expect(file).toContain(sentence);
      expect(file).toContain("\naudience: internal\n");
      expect(await listed()).toMatchObject({ articleId, onSite: false, changed: "2026-11-18" });
      expect(existsSync(join(siteDir, locale, "refunds/goodwill-limits"))).toBe(false);
      expect(await find(locale, sentence)).not.toContain(`/${locale}/refunds/goodwill-limits/`);
      expect(readAll(siteDir)).not.toContain(sentence);
    },
  );

  test("keeps its address and its number from others", async () => {
    const { agent, ticketId } = await solved("en");
    const { id } = await agent.articles.promote({ ticketId });
    const { version, articleId, frontMatter, body } = await agent.articles.draft({ id });
    const place = { category: "refunds", slug: "goodwill-limits" };
    await expect(
      agent.articles.save({ id, version, ...place, frontMatter, body }),
    ).rejects.toMatchObject({ message: "slug_taken" });
    const next = `kb-${String(Number(articleId.slice(3)) + 1).padStart(6, "0")}`;
    const hidden = join(content, "en/refunds/hidden.md");
    const head = `id: ${next}\ntitle: Hidden\naudience: internal\ncreated: 2026-01-01`;
    writeFileSync(hidden, `---\n${head}\n---\nText\n`);
    await publisher.sync();
    const other = await solved("en");
    const made = await other.agent.articles.promote({ ticketId: other.ticketId });
    expect((await agent.articles.draft(made)).articleId).not.toBe(next);
    rmSync(hidden);
    await publisher.sync();
  });
});

test("F064 no internal text is in the public site", () => {
  const everything = readAll(siteDir);
  const internal = globSync("*/*/*.md", { cwd: content })
    .map((file) => readFileSync(join(content, file), "utf8"))
    .filter((text) => text.includes("\naudience: internal\n"));
  expect(internal).toHaveLength(4);
  const lines = internal.flatMap((text) => text.slice(text.indexOf("\n---\n") + 5).split("\n"));
  // Plain sentences: markup would be written differently in a page.
  const telling = lines.filter((line) => line.length > 12 && /^[^*_`#|[\]<>&"':-]+$/.test(line));
  expect(telling.length).toBeGreaterThan(5);
  for (const line of telling) expect(everything).not.toContain(line.trim());
  expect(everything).not.toContain("kb-000191");
});

/** Every file as text, unpacked: search fragments are compressed. */
function readAll(dir: string): string {
  return globSync("**/*.*", { cwd: dir })
    .map((file) => readFileSync(join(dir, file)))
    .map((bytes) => (bytes.readUInt16BE(0) === 0x1f8b ? gunzipSync(bytes) : bytes).toString("utf8"))
    .join("\n");
}
