/** No page, in no language and no theme, gives axe a reason; none is wider than a small telephone. */
import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { complaintsOf } from "./chromium.ts";
import { signIn } from "./signin.ts";
import { openDemo } from "./visitor.ts";

const demo = openDemo();

const words = {
  en: {
    agent: "Mia Hartmann",
    search: "refund",
    kind: "A question",
    subject: "How do I get an invoice",
    text: "I need an invoice for my company.",
  },
  zh: {
    agent: "陈思远",
    search: "退款",
    kind: "咨询问题",
    subject: "怎么开发票",
    text: "公司报销需要一张发票。",
  },
} as const;

/** A kind of page: where it is, and what is done on it until there is everything to look at. */
type Kind = { path: string; until: (page: Page, to: { locale: Locale }) => Promise<unknown> };

const heading = (page: Page) => page.getByRole("heading", { level: 1 }).waitFor();
/** The form has all it needs once it says what goes along. */
const form = (page: Page, to: { locale: Locale }) =>
  page.getByText(m.ask_context_title({}, to)).waitFor();
const send = (page: Page, to: { locale: Locale }) =>
  page.getByRole("button", { name: m.ask_send({}, to), exact: true }).click();

async function describeIt(page: Page, to: { locale: Locale }): Promise<void> {
  await form(page, to);
  const { kind, subject, text } = words[to.locale];
  await page.getByLabel(kind, { exact: true }).check();
  await page.locator("[name=subject]").fill(subject);
  await page.locator("textarea[name=description]").fill(text);
}

const site: Record<string, Kind> = {
  home: { path: "/", until: heading },
  category: { path: "/delivery/", until: heading },
  "article with table and callouts": { path: "/orders/order-status-meaning/", until: heading },
  "search results": {
    path: "/search/?q=",
    until: async (page, to) => {
      await page.locator("main input[type=search]").fill(words[to.locale].search);
      await page.getByRole("list", { name: m.site_search_results_label({}, to) }).waitFor();
    },
  },
  "search without results": {
    path: "/search/?q=xqzvwk",
    until: (page, to) =>
      page
        .locator("main")
        .getByRole("link", { name: m.site_search_none_ask({}, to) })
        .waitFor(),
  },
  "empty form": { path: "/contact/", until: form },
  "form with faults": {
    path: "/contact/",
    until: async (page, to) => {
      await form(page, to);
      await send(page, to);
      await page.getByRole("alert").first().waitFor();
    },
  },
  "form with an answer beside it": {
    path: "/contact/",
    until: async (page, to) => {
      await describeIt(page, to);
      await page
        .locator("section[aria-labelledby=ask-suggest-title] :is(a, button)")
        .first()
        .click();
      await page.locator(".ask-drawer .prose h2").first().waitFor();
    },
  },
  "state of a request": {
    path: "/contact/",
    until: async (page, to) => {
      await describeIt(page, to);
      await page.locator("[name=email]").fill(`axe.${to.locale}@mail.example`);
      await send(page, to);
      await page.getByRole("link", { name: m.ask_sent_status({}, to) }).click();
      await page.getByText(words[to.locale].text).waitFor();
    },
  },
  "wrong address": { path: "/nowhere/to-be-found/", until: heading },
};

const desk: Record<string, Kind> = {
  "queue with a ticket": {
    path: "/queue/open",
    until: async (page, to) => {
      await page.locator("a[data-queue-row]").first().click();
      await page.getByLabel(m.console_reply_label({}, to)).waitFor();
    },
  },
  articles: { path: "/knowledge", until: (page) => page.getByRole("row").nth(1).waitFor() },
  draft: {
    path: "/knowledge",
    until: async (page, to) => {
      await page.getByRole("row").nth(1).getByRole("button").click();
      await page.getByLabel(m.knowledge_field_title({}, to)).waitFor();
      await page.frameLocator("iframe").getByRole("heading", { level: 1 }).waitFor();
    },
  },
  "notices beside the queue": {
    path: "/queue/open",
    until: async (page, to) => {
      await page.locator("a[data-queue-row]").first().waitFor();
      await page.keyboard.press("b");
      await page.getByRole("link", { name: m.notices_choose({}, to) }).waitFor();
    },
  },
  "my settings": { path: "/me", until: (page) => page.getByRole("switch").first().waitFor() },
  "insight with its panel": {
    path: "/insight?show=explicit_rate",
    until: (page) => page.getByRole("dialog").getByRole("row").nth(1).waitFor(),
  },
};

const open = (locale: Locale) =>
  demo.visitor(locale, { reducedMotion: "reduce", viewport: { width: 1280, height: 720 } });

/** What axe objects to in either theme: the rule, where, and why. */
async function objections(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction(() =>
      document
        .getAnimations()
        .every(({ effect }) => effect?.getComputedTiming().endTime === Infinity),
    );
    // No script runs in the preview of a draft, axe's neither; articles are looked at as pages.
    const { violations } = await new AxeBuilder({ page }).exclude("iframe[sandbox]").analyze();
    for (const { id, nodes } of violations)
      for (const node of nodes)
        found.push(`${colorScheme} ${id} ${node.target.join(" ")}: ${node.failureSummary}`);
  }
  return found;
}

async function look(page: Page, kind: Kind, path: string, locale: Locale): Promise<void> {
  const complaints = complaintsOf(page, kind === site["wrong address"] ? [/status of 404/] : []);
  await page.goto(path);
  await kind.until(page, { locale });
  expect(await objections(page)).toEqual([]);
  expect(complaints).toEqual([]);
}

describe.each(["en", "zh"] as const)("the help center (%s)", (locale) => {
  test.each(Object.entries(site))("%s", async (_name, kind) => {
    const { context, page } = await open(locale);
    await look(page, kind, `/${locale}${kind.path}`, locale);
    await page.setViewportSize({ width: 320, height: 640 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(320);
    await context.close();
  });

  test("an article weighs at most 60 KB without fonts and needs no framework", async () => {
    const { context, page } = await open(locale);
    const sizes: Promise<number>[] = [];
    const scripts: Promise<{ url: string; text: string }>[] = [];
    page.on("response", (response) => {
      const type = response.request().resourceType();
      if (type === "font") return;
      sizes.push(
        response
          .request()
          .sizes()
          .then((size) => size.responseBodySize),
      );
      if (type === "script")
        scripts.push(response.text().then((text) => ({ url: response.url(), text })));
    });
    await page.goto(`/${locale}/orders/order-status-meaning/`, { waitUntil: "networkidle" });
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(5000);
    expect(bytes).toBeLessThanOrEqual(60 * 1024);
    const frameworks = /react\.(transitional\.)?element|preact|svelte|__vue/;
    const loaded = (await Promise.all(scripts)).filter(({ text }) => frameworks.test(text));
    expect(loaded.map(({ url }) => url)).toEqual([]);
    await context.close();
  });
});

describe.each(["en", "zh"] as const)("the desk (%s)", (locale) => {
  let context: BrowserContext;

  beforeAll(async () => {
    const opened = await open(locale);
    context = opened.context;
    const { page } = opened;
    const { dataDir } = demo.product;
    await signIn(page, { dataDir, name: words[locale].agent, locale, path: "/console/" });
    await page.close();
  });
  afterAll(() => context.close());

  test("sign-in", async () => {
    const stranger = await open(locale);
    const title = m.console_sign_in_title({}, { locale });
    const until = (page: Page) => page.getByRole("heading", { name: title }).waitFor();
    await look(stranger.page, { path: "", until }, "/console/", locale);
    await stranger.context.close();
  });

  test.each(Object.entries(desk))("%s", async (_name, kind) => {
    const page = await context.newPage();
    await look(page, kind, `/console${kind.path}`, locale);
    await page.close();
  });
});
