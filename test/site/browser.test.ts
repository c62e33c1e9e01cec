import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build, openOut } from "./build.ts";
import { openShelf } from "./shelf.ts";
import { openWindow, overflow } from "./window.ts";

const shelf = openShelf();
const out = openOut();
let window: Awaited<ReturnType<typeof openWindow>>;

beforeAll(async () => {
  const body = (file: string) => readFileSync(join("test/site/markdown", file), "utf8");
  shelf.article(
    "en/setup/lights",
    { title: "What the lights say", featured: 1, related: ["kb-0002"] },
    body("dialect.en.md") + body("callouts.en.md"),
  );
  shelf.article(
    "zh/setup/lights",
    { title: "指示灯是什么意思", confidence: "not_validated" },
    body("callouts.zh.md"),
  );
  shelf.article("en/setup/other", { id: "kb-0002", title: "An article without a translation" });
  await build("site", shelf.dir, join(out, "site"));
  window = await openWindow(join(out, "site"));
});

afterAll(async () => {
  await window.close();
  shelf.close();
  rmSync(out, { recursive: true });
});

const article = "/en/setup/lights/";

describe("in both themes axe finds nothing on", () => {
  test.each([
    "/en/",
    "/zh/",
    "/en/setup/",
    article,
    "/zh/setup/lights/",
    "/en/search/",
    "/en/contact/",
    "/zh/ticket/",
    "/en/404/",
    "/nowhere/",
  ])("%s", async (path) => {
    // A colour in motion has no contrast to speak of.
    await using opened = await window.open(path, { reducedMotion: "reduce" });
    for (const colorScheme of ["light", "dark"] as const) {
      await opened.page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page: opened.page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
  });
});

test.each(["/en/", "/zh/", "/en/setup/", article, "/en/contact/", "/en/404/", "/nowhere/"])(
  "%s is not wider than a screen of 320 pixels",
  async (path) => {
    await using opened = await window.open(path, { viewport: { width: 320, height: 640 } });
    expect(await overflow(opened.page)).toBe(0);
  },
);

describe("by keyboard", () => {
  test.each(["/en/", article])("the / key focuses the search field of %s", async (path) => {
    await using opened = await window.open(path);
    await opened.page.keyboard.press("/");
    await opened.page.keyboard.type("a/b");
    expect(await opened.page.locator("input[type=search]").inputValue()).toBe("a/b");
  });

  test("the first stop skips the header", async () => {
    await using opened = await window.open(article);
    await opened.page.keyboard.press("Tab");
    await opened.page.keyboard.press("Enter");
    expect(opened.page.url()).toMatch(/#content$/);
  });
});

test("the theme is the system's until the reader chooses, and then stays", async () => {
  await using opened = await window.open("/en/", { colorScheme: "dark" });
  const { page } = opened;
  const ground = () => page.evaluate(() => getComputedStyle(document.body).color);
  const dark = await ground();
  await page.getByRole("button", { name: "Switch to light theme" }).click();
  expect(await ground()).not.toBe(dark);
  await page.goto(article);
  expect(await ground()).not.toBe(dark);
  await page.getByRole("button", { name: "Switch to dark theme" }).click();
  expect(await ground()).toBe(dark);
});

describe("the vote under an article", () => {
  test("yes is thanked for", async () => {
    await using opened = await window.open(article);
    const { page } = opened;
    await page.getByRole("button", { name: "Yes" }).click();
    expect(await page.getByText("Good to hear").isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: "No", exact: true }).isVisible()).toBe(false);
  });

  test("no asks for one reason", async () => {
    await using opened = await window.open(article);
    const { page } = opened;
    await page.getByRole("button", { name: "No", exact: true }).click();
    expect(await page.locator(":focus").textContent()).toBe("What was missing?");
    await page.getByRole("button", { name: "The steps did not work" }).click();
    expect(await page.locator(":focus").textContent()).toContain("We use this to correct");
  });
});

describe("without scripts", () => {
  test("an article reads as ever, and shows nothing that would not work", async () => {
    await using opened = await window.open(article, { javaScriptEnabled: false });
    const { page } = opened;
    expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
    await page.getByRole("link", { name: "中文" }).click();
    expect(page.url()).toMatch(/\/zh\/setup\/lights\/$/);
    for (const hidden of ["article-feedback", "[data-theme-switch]"]) {
      expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
    }
  });

  test("the search field leads to the results page, which says what to do instead", async () => {
    await using opened = await window.open("/en/", { javaScriptEnabled: false });
    const { page } = opened;
    await page.locator("input[type=search]").fill("lights");
    await page.locator("input[type=search]").press("Enter");
    expect(page.url()).toMatch(/\/en\/search\/\?q=lights$/);
    expect(await page.locator("noscript").textContent()).toContain("Search needs JavaScript");
  });
});

test("a wrong address under /zh/ is answered in Chinese only", async () => {
  await using opened = await window.open("/zh/nowhere/");
  expect(await opened.page.getByRole("heading").allTextContents()).toEqual(["没有这个页面"]);
});

test("the root sends a reader to the language of the browser, later to the chosen one", async () => {
  await using opened = await window.open("/", { locale: "zh-CN" });
  const { page } = opened;
  await page.waitForURL("**/zh/");
  await page.getByRole("link", { name: "English" }).click();
  await page.waitForURL("**/en/");
  await page.goto("/");
  await page.waitForURL("**/en/");
});

test("no framework is loaded before the reader reaches for search", async () => {
  await using opened = await window.open(article);
  const { page } = opened;
  /** Bytes of the scripts on the page so far; React alone has 200,000. */
  const scripts = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.endsWith(".js"))
        .reduce((sum, script) => sum + (script as PerformanceResourceTiming).decodedBodySize, 0),
    );
  await page.waitForLoadState("networkidle");
  const before = await scripts();
  await page.locator("input[type=search]").focus();
  await page.waitForFunction(() => !document.querySelector("astro-island[ssr]"));
  expect(before).toBeLessThan(30_000);
  expect(await scripts()).toBeGreaterThan(200_000);
});
