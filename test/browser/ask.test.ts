/** A customer searches, reads, writes in and follows the request, in both languages. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { openProfile } from "./chromium.ts";
import { mailTo as lastMailTo, mailsIn } from "./mails.ts";
import { openDemo } from "./visitor.ts";

const demo = openDemo();

const said = {
  en: {
    search: "camera keeps going offline",
    found: /camera/i,
    kind: "A question",
    fault: "Something doesn't work",
    subject: "Camera light blinks violet",
    description:
      "Since yesterday the light of my Cam X blinks violet. I can't find that colour anywhere.",
    email: "grace@mail.example",
  },
  zh: {
    search: "摄像头老是掉线连不上wifi怎么办",
    found: /摄像/,
    kind: "咨询问题",
    fault: "出了故障",
    subject: "摄像机指示灯闪紫色",
    description: "从昨天开始，Cam X 的指示灯一直闪紫色，说明里没有这种颜色。",
    email: "wanglei@mail.example",
  },
} as const;

const evidence = {
  name: "violet.txt",
  mimeType: "text/plain",
  buffer: Buffer.from("It blinks violet, three times a second."),
};

async function open(locale: Locale, path: string, options: BrowserContextOptions = {}) {
  const opened = await demo.visitor(locale, options);
  await opened.page.goto(path);
  return opened;
}

/** Links in mails and answers name the public address; here it is this product's. */
const local = (link: string): string => {
  const { pathname, search } = new URL(link, demo.product.url);
  return demo.product.url + pathname + search;
};

/** The form has its script when it says what goes along; before, it is the plain one. */
const scripted = (page: Page, locale: Locale) =>
  page.getByText(m.ask_context_title({}, { locale }), { exact: true }).waitFor();

async function fill(page: Page, locale: Locale, email: string = said[locale].email): Promise<void> {
  const words = said[locale];
  await page.getByLabel(words.kind, { exact: true }).check();
  await page.locator("[name=subject]").fill(words.subject);
  await page.locator("textarea[name=description]").fill(words.description);
  await page.locator("[name=email]").fill(email);
}

const sentTitle = (page: Page, locale: Locale) =>
  page.getByRole("heading", {
    name: new RegExp(m.ask_sent_title({ number: "\\d{5}" }, { locale })),
  });

const mails = () => mailsIn(demo.product.dataDir);
const mailTo = (address: string) => lastMailTo(demo.product.dataDir, address);

describe.each(["en", "zh"] as const)("a customer (%s)", (locale) => {
  test("finds the answer in their own words and reads it", async () => {
    const { page, complaints, context } = await open(locale, `/${locale}/`);
    await page.keyboard.press("/");
    await page.keyboard.type(said[locale].search);
    const first = page.getByRole("option").first();
    await first.waitFor();
    expect(await first.textContent()).toMatch(said[locale].found);
    await page.keyboard.press("Enter");
    await page.waitForURL(new RegExp(`/${locale}/[a-z]+/[a-z-]+/`));
    expect(await page.locator("h1").textContent()).toMatch(said[locale].found);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("F065 is shown what may answer while typing, opens it in place, and sends what is left", async () => {
    const { page, complaints, context } = await open(locale, `/${locale}/contact/`);
    await scripted(page, locale);
    await page
      .locator("[name=subject]")
      .fill(locale === "zh" ? "怎么开发票" : "How do I get an invoice");
    await page
      .locator("textarea[name=description]")
      .fill(locale === "zh" ? "公司报销需要一张发票" : "I need an invoice for my company");
    const suggestion = page
      .locator("section[aria-labelledby=ask-suggest-title] :is(a, button)")
      .first();
    await suggestion.waitFor();
    await suggestion.click();
    const drawer = page.locator(".ask-drawer");
    await drawer.locator(".prose h2").first().waitFor();
    await drawer.getByRole("button", { name: m.ask_solved({}, { locale }) }).waitFor();
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    await fill(page, locale);
    await page.getByRole("button", { name: m.ask_send({}, { locale }), exact: true }).click();
    await sentTitle(page, locale).waitFor();
    const link = await page
      .getByRole("link", { name: m.ask_sent_status({}, { locale }) })
      .getAttribute("href");
    await page.goto(local(link!));
    await page.getByText(said[locale].description).waitFor();
    expect(await page.locator("main").textContent()).toContain(said[locale].subject);
    const mail = await mailTo(said[locale].email);
    expect(mail.text).toContain(`/${locale}/ticket/?t=`);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("without script: the form posts, the mail is confirmed, the request is shown", async () => {
    const { page, context } = await open(locale, `/${locale}/contact/`, {
      javaScriptEnabled: false,
    });
    const email = `plain.${locale}@mail.example`;
    await fill(page, locale, email);
    await page.locator("form[action='/api/contact'] [type=submit]").click();
    await page.getByRole("heading", { name: m.ask_plain_receipt_title({}, { locale }) }).waitFor();
    const mail = await mailTo(email);
    const [link] = /http\S+confirm\S+/.exec(mail.text!)!;
    const confirmed = await fetch(local(link), { redirect: "manual" });
    expect(confirmed.status).toBe(303);
    expect(confirmed.headers.get("location")).toContain(`/${locale}/ticket/?t=`);
    await context.close();
  });

  test("a double click on send makes one ticket", async () => {
    const { page, complaints, context } = await open(locale, `/${locale}/contact/`);
    await scripted(page, locale);
    const email = `double.${locale}@mail.example`;
    await fill(page, locale, email);
    await page.getByRole("button", { name: m.ask_send({}, { locale }), exact: true }).dblclick();
    await sentTitle(page, locale).waitFor();
    await mailTo(email);
    await page.waitForTimeout(1500);
    const received = (await mails()).filter(({ to }) => JSON.stringify(to).includes(email));
    expect(received).toHaveLength(1);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("sent before the script has come: the form waits for it and sends once, with its file", async () => {
    const { page, complaints, context } = await demo.visitor(locale);
    let posted = 0;
    page.on("request", (request) => {
      if (request.url().endsWith("/api/contact")) posted += 1;
    });
    await page.route("**/*.js", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await page.goto(`/${locale}/contact/`, { waitUntil: "commit" });
    const email = `early.${locale}@mail.example`;
    await fill(page, locale, email);
    await page.locator("input[type=file]:visible").first().setInputFiles(evidence);
    await page.locator(".ask-send").dblclick();
    expect(await page.locator("form.ask-form").evaluate((form) => form.dataset.held)).toBe("yes");
    await sentTitle(page, locale).waitFor();
    await page.getByRole("link", { name: m.ask_sent_status({}, { locale }) }).click();
    await page.getByText(said[locale].description).waitFor();
    await page.getByText(evidence.name).waitFor();
    await mailTo(email);
    const received = (await mails()).filter(({ to }) => JSON.stringify(to).includes(email));
    expect([received.length, posted]).toEqual([1, 0]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("sent before a script that never comes: the plain way is taken", async () => {
    const { page, context } = await demo.visitor(locale);
    await page.route("**/*.js", () => {});
    await page.goto(`/${locale}/contact/`, { waitUntil: "commit" });
    await fill(page, locale, `never.${locale}@mail.example`);
    await page.locator(".ask-send").click();
    await page.getByRole("heading", { name: m.ask_plain_receipt_title({}, { locale }) }).waitFor();
    await context.close();
  });

  test("keyboard alone reaches and sends everything", async () => {
    const { page, complaints, context } = await open(locale, `/${locale}/contact/`);
    await scripted(page, locale);
    await page.locator("[name=kind]").first().focus();
    await page.keyboard.press("Space");
    const tabTo = async (selector: string) => {
      for (let i = 0; i < 60; i += 1) {
        if (await page.evaluate((s) => document.activeElement?.matches(s), selector)) return;
        await page.keyboard.press("Tab");
      }
      throw new Error(`Tab doesn't reach ${selector}`);
    };
    await tabTo("[name=subject]");
    await page.keyboard.type(said[locale].subject);
    await tabTo("textarea[name=description]");
    await page.keyboard.type(said[locale].description);
    await tabTo("[name=email]");
    await page.keyboard.type(`keys.${locale}@mail.example`);
    await tabTo("button[type=submit]");
    await page.keyboard.press("Enter");
    await sentTitle(page, locale).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("what was typed outlives a reload", async () => {
    const { page, context } = await open(locale, `/${locale}/contact/`);
    await scripted(page, locale);
    await fill(page, locale);
    await page.waitForTimeout(800);
    await page.reload();
    await page.locator("[name=subject]").waitFor();
    await expect.poll(() => page.locator("[name=subject]").inputValue()).toBe(said[locale].subject);
    expect(await page.locator("textarea[name=description]").inputValue()).toBe(
      said[locale].description,
    );
    await context.close();
  });

  test("a form that misses something says so at the field, and keeps the rest", async () => {
    const { page, context } = await open(locale, `/${locale}/contact/`);
    await scripted(page, locale);
    await page.getByLabel(said[locale].kind, { exact: true }).check();
    await page.locator("[name=subject]").fill(said[locale].subject);
    await page.getByRole("button", { name: m.ask_send({}, { locale }), exact: true }).click();
    await page.getByRole("alert").first().waitFor();
    expect(await page.getByRole("alert").first().textContent()).toContain(
      m.problem_field_required({}, { locale }),
    );
    expect(await page.locator("[name=subject]").inputValue()).toBe(said[locale].subject);
    await context.close();
  });
});

test("F065 F081 the backend dies during sending: the message waits on the device and arrives once", {
  timeout: 120_000,
}, async () => {
  const { product } = demo;
  const profile = mkdtempSync(join(tmpdir(), "answerable-profile-"));
  let context = await openProfile(profile, { locale: "en-GB" });
  let page = await context.newPage();
  await page.goto(`${product.url}/en/contact/`);
  const email = "offline@mail.example";
  await scripted(page, "en");
  // What sending needs is fetched soon after.
  const parts = page.waitForResponse(/outbox/);
  await fill(page, "en", email);
  await (await parts).finished();
  await page.waitForTimeout(1000);
  await product.kill();
  await page.getByRole("button", { name: m.ask_send({}, { locale: "en" }), exact: true }).click();
  await page.getByRole("heading", { name: m.ask_kept_title({}, { locale: "en" }) }).waitFor();
  // The browser is closed, the backend comes back, and another page of the help center is opened.
  await context.close();
  await product.restart();
  context = await openProfile(profile, { locale: "en-GB" });
  page = await context.newPage();
  await page.goto(`${product.url}/en/invoices/request-invoice/`);
  const mail = await mailTo(email);
  expect(mail.subject).toContain(said.en.subject);
  await page.reload();
  await page.waitForTimeout(2000);
  expect((await mails()).filter(({ to }) => JSON.stringify(to).includes(email))).toHaveLength(1);
  await context.close();
  rmSync(profile, { recursive: true, force: true });
});
