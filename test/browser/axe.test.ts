/** No page, in no language and no theme, gives axe a reason; none is wider than a small telephone. */
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { agents, leaders } from "./deskpages.ts";
import { type Kind, look } from "./objections.ts";
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
      await page.locator(".search-found").waitFor();
    },
  },
  "search under the field, without an answer": {
    path: "/",
    until: async (page, to) => {
      await page.locator("main input[type=search]").fill(`${words[to.locale].search} iPhone 2027`);
      await page.locator(".search-popup").getByText(m.site_search_unsure({}, to)).waitFor();
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
  "wrong address": {
    path: "/nowhere/to-be-found/",
    until: heading,
    expected: [/status of 404/],
  },
};

const open = (locale: Locale) =>
  demo.visitor(locale, { reducedMotion: "reduce", viewport: { width: 1280, height: 720 } });

describe.each(["en", "zh"] as const)("the help center (%s)", (locale) => {
  test.each(Object.entries(site))("%s", async (_name, kind) => {
    const { context, page } = await open(locale);
    await look(page, kind, `/${locale}${kind.path}`, locale);
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

/** In Chinese the demo's leaders chose the desk's language on this device; they were hired in English. */
async function enter(locale: Locale, name: string): Promise<BrowserContext> {
  const { context, page } = await open(locale);
  await context.addInitScript((chosen) => localStorage.setItem("console-locale", chosen), locale);
  const { dataDir } = demo.product;
  await signIn(page, { dataDir, name, locale, path: "/console/" });
  await page.close();
  return context;
}

describe.each(["en", "zh"] as const)("the desk (%s)", (locale) => {
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    contexts.push(await enter(locale, words[locale].agent), await enter(locale, "Ada Lindqvist"));
  });
  afterAll(() => Promise.all(contexts.map((context) => context.close())));

  test("sign-in", async () => {
    const stranger = await open(locale);
    const title = m.console_sign_in_title({}, { locale });
    const until = (page: Page) => page.getByRole("heading", { name: title }).waitFor();
    await look(stranger.page, { path: "", until }, "/console/", locale);
    await stranger.context.close();
  });

  const kinds = [agents, leaders].flatMap((pages, who) =>
    Object.entries(pages).map(([name, kind]) => ({ name, kind, who })),
  );
  test.each(kinds)("$name", async ({ kind, who }) => {
    const page = await contexts[who]!.newPage();
    // Each page listens to the server, and a browser listens to so many at once.
    await look(page, kind, `/console${kind.path}`, locale).finally(() => page.close());
  });
});
