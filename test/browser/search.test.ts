/** Search in a real browser: static files that live on their own, and a page that stays open. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { openDemo } from "./visitor.ts";

const contentDir = mkdtempSync(join(tmpdir(), "answerable-search-"));
const articles = join(import.meta.dirname, "../../content");
cpSync(articles, contentDir, { recursive: true, filter: (path) => !path.endsWith(".ts") });
/** An article of one language only. */
const write = (place: string, id: string, title: string, text: string) =>
  writeFileSync(
    join(contentDir, place),
    `---\nid: ${id}\ntitle: ${title}\ndescription: ${text}\nmodules: [app]\ncreated: 2026-01-01\nupdated: 2026-10-01\nreview_by: 2027-06-01\n---\n${text}\n`,
  );
write(
  "en/account/humidity-probe.md",
  "kb-000901",
  "Connect a greenhouse humidity probe",
  "Hold the button of the humidity probe for three seconds.",
);
write("zh/account/water-probe.md", "kb-000902", "鱼缸水温探头怎么接", "按住水温探头的按钮三秒。");
afterAll(() => rmSync(contentDir, { recursive: true }));

const demo = openDemo({ contentDir });

test("F082 the help center and its search are static files: they work with the database away", async () => {
  const { page, context } = await demo.visitor("en");
  await page.goto("/en/");
  await page.route("**/api/**", (route) => route.abort());
  await page.keyboard.press("/");
  await page.keyboard.type("reset password");
  await page.getByRole("option").first().waitFor();
  await context.close();
});

test("a page that stays open looks for new articles after a minute, and not while one types", async () => {
  const { page, context } = await demo.visitor("en");
  await page.clock.install();
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/search/en/entry.json")) asked += 1;
  });
  await page.goto("/en/");
  await page.keyboard.press("/");
  const option = page.getByRole("option").first();
  const type = async (text: string) => {
    await page.keyboard.type(text);
    await page.clock.runFor(500);
    await option.waitFor();
  };
  await type("reset pass");
  await type("word");
  expect(asked).toBe(1);
  await page.clock.fastForward(61_000);
  await type(" please");
  await type(" now");
  expect(asked).toBe(2);
  await page.locator("h1").first().click();
  await page.clock.fastForward(61_000);
  await page.keyboard.press("/");
  await expect.poll(() => asked).toBe(3);
  await context.close();
});

const said = {
  en: {
    ...{ known: "I forgot my password and my account is locked", title: /forgot my password/ },
    ...{ unknown: "how do I mow the lawn with my camera", other: "鱼缸水温探头怎么接" },
    otherTitle: "鱼缸水温探头怎么接",
    sure: "My camera keeps going offline",
    unsure: "Camera light blinks violet",
  },
  zh: {
    ...{ known: "忘记密码账号被锁了怎么办", title: /忘了密码/ },
    ...{ unknown: "摄像机下雨天可以修剪草坪吗", other: "greenhouse humidity probe" },
    otherTitle: "Connect a greenhouse humidity probe",
    sure: "摄像机离线",
    unsure: "包裹问题",
  },
} as const;

/** A reader with the field of the home page in hand; `asked` are the files of the other language. */
async function reader(locale: Locale) {
  const { page, context, complaints } = await demo.visitor(locale);
  const other = locale === "en" ? "zh" : "en";
  const asked: string[] = [];
  context.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith(`/search/${other}/`)) asked.push(pathname);
  });
  const results = (query: string) =>
    page
      .goto(`/${locale}/search/?q=${encodeURIComponent(query)}`)
      .then(() => page.locator(".search-found").waitFor());
  const type = async (query: string) => {
    await page.goto(`/${locale}/`);
    await page.keyboard.press("/");
    await page.keyboard.type(query);
    await page.getByRole("option").first().waitFor();
  };
  return {
    page,
    other,
    asked,
    results,
    type,
    complaints,
    [Symbol.asyncDispose]: () => context.close(),
  };
}

describe.each(["en", "zh"] as const)("%s", (locale) => {
  const words = said[locale];
  const to = { locale };

  test("what is likely the answer is called so, with its section and sentence", async () => {
    await using at = await reader(locale);
    await at.type(words.known);
    const answer = at.page.getByRole("group", { name: m.site_search_answer({}, to) });
    await answer.getByRole("option", { name: words.title }).waitFor();
    expect(await answer.getByRole("option").count()).toBe(1);
    await at.results(words.known);
    const region = at.page.getByRole("region", { name: m.site_search_answer({}, to) });
    expect(await region.textContent()).toMatch(words.title);
    expect(await region.locator("mark").count()).toBeGreaterThan(0);
    expect(await at.page.getByText(m.site_search_unsure({}, to)).count()).toBe(0);
    await at.page.waitForTimeout(600);
    expect(at.asked, "another language costs nothing where it isn't needed").toEqual([]);
    expect(at.complaints).toEqual([]);
  });

  test("the section of an answer is one step away", async () => {
    await using at = await reader(locale);
    await at.results(locale === "en" ? "courier says delivered to neighbour" : words.known);
    const anchor = at.page
      .getByRole("region", { name: m.site_search_answer({}, to) })
      .locator("a")
      .last();
    expect(await anchor.getAttribute("href")).toContain("#");
    const heading = (await anchor.textContent()) ?? "";
    await anchor.click();
    await at.page.locator(":target", { hasText: heading }).waitFor();
  });

  test("where there may be no answer that is said, and the question goes along to the form", async () => {
    await using at = await reader(locale);
    await at.type(words.unknown);
    await at.page.getByRole("group", { name: m.site_search_related({}, to) }).waitFor();
    const popup = at.page.locator(".search-popup");
    await popup.getByText(m.site_search_unsure({}, to)).waitFor();
    expect(await popup.getByRole("group", { name: m.site_search_answer({}, to) }).count()).toBe(0);
    await at.results(words.unknown);
    await at.page.getByRole("region", { name: m.site_search_related({}, to) }).waitFor();
    await at.page.getByRole("link", { name: m.site_search_unsure_ask({}, to) }).click();
    await expect.poll(() => at.page.locator("[name=subject]").inputValue()).toBe(words.unknown);
    expect(at.complaints).toEqual([]);
  });

  test("an article that only the other language has is found, and marked", async () => {
    await using at = await reader(locale);
    await at.results(words.other);
    const group = at.page.getByRole("region", { name: m.site_search_elsewhere({}, to) });
    const article = group.locator(`li[lang=${at.other}]`, { hasText: words.otherTitle });
    expect(await article.textContent()).toContain(locale === "en" ? "中文" : "English");
    await at.page.getByText(m.site_search_unsure_elsewhere({}, to)).first().waitFor();
    expect(at.asked.some((path) => path.includes("vocabulary"))).toBe(false);
    await article.getByRole("link").click();
    await at.page.waitForURL(`**/${at.other}/account/**`);
    expect(at.complaints).toEqual([]);
  });

  test("the form says of an article that it may answer only where that is likely", async () => {
    await using at = await reader(locale);
    await at.page.route("**/api/arm", (route) => route.fulfill({ json: { arm: "T", except: [] } }));
    await at.page.goto(`/${locale}/contact/`);
    await at.page.getByText(m.ask_context_title({}, to), { exact: true }).waitFor();
    const title = at.page.locator("#ask-suggest-title");
    await at.page.locator("[name=subject]").fill(words.sure);
    await expect.poll(() => title.textContent()).toBe(m.ask_suggest_title({}, to));
    await at.page.locator("[name=subject]").fill(words.unsure);
    await expect.poll(() => title.textContent()).toBe(m.ask_suggest_related({}, to));
    expect(at.complaints).toEqual([]);
  });
});
