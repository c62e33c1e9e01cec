/** An agent files a ticket anew, opens one for somebody on the phone, and sees that it was read. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { mailTo } from "./mails.ts";
import { signIn } from "./signin.ts";
import { openDemo } from "./visitor.ts";

const demo = openDemo();

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function colleague(locale: Locale, name: string) {
  const opened = await demo.visitor(locale);
  await opened.context.addInitScript((l) => localStorage.setItem("console-locale", l), locale);
  const { dataDir } = demo.product;
  await signIn(opened.page, { dataDir, name, locale, path: "/console/queue/open" });
  return opened;
}

const words = {
  en: {
    agent: "Mia Hartmann",
    subject: "The parcel never came",
    text: "Ordered on Monday, nothing since.",
    told: "We ask the courier and call you back this afternoon.",
    name: "Rosa Lind",
  },
  zh: {
    agent: "陈思远",
    subject: "包裹一直没到",
    text: "周一下的单，到现在没有物流。",
    told: "我们先问快递，今天下午给您回电话。",
    name: "罗莎",
  },
} as const;

describe.each(["en", "zh"] as const)("at the desk (%s)", (locale) => {
  const to = { locale };

  test("another kind, topic and product: by keyboard, with a reason, and the story says so", async () => {
    const { page, complaints, context } = await colleague(locale, words[locale].agent);
    await page.locator("a[data-queue-row]").first().click();
    await page.getByLabel(m.console_reply_label({}, to)).waitFor();
    await page.locator("#ticket-subject").focus();
    await page.keyboard.press("f");
    const dialog = page.getByRole("dialog");
    const kind = dialog.getByLabel(m.console_field_kind({}, to));
    expect(await kind.evaluate((field) => field === document.activeElement)).toBe(true);
    const change = dialog.getByRole("button", { name: m.console_file_do({}, to), exact: true });
    await dialog.getByLabel(m.rules_change_reason({}, to)).fill("Heard on the phone.");
    expect(await change.isDisabled()).toBe(true);
    await kind.selectOption("complaint");
    await dialog.getByLabel(m.console_field_category({}, to)).selectOption("delivery");
    await dialog.getByLabel(m.console_file_public({}, to)).check();
    await dialog.getByLabel(m.rules_change_reason({}, to)).focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    await page.getByText("Heard on the phone.").waitFor();
    await page
      .getByText(m.console_event_kind({ kind: m.console_kind_complaint({}, to) }, to))
      .waitFor();
    // F042: what others can read is marked on the ticket and in the list.
    for (const place of ["a[data-queue-row][aria-current]", "header:has(#ticket-subject)"])
      await page.locator(place).getByText(m.console_public({}, to), { exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("F039 somebody calls: found or made, answered at once, and read", async () => {
    const { agent, subject, text, told, name } = words[locale];
    const { page, complaints, context } = await colleague(locale, agent);
    await page.locator("a[data-queue-row]").first().waitFor();
    await page.keyboard.press("c");
    await button(page, m.console_new_open({}, to)).click();
    await page.getByText(m.console_new_faults({}, to)).waitFor();
    await page.getByText(m.console_new_told_missing({}, to)).waitFor();
    await page.locator("[name=email]").fill(`call.${locale}@mail.example`);
    await page.locator("[name=name]").fill(name);
    await page.locator("[name=subject]").fill(subject);
    await page.locator("[name=description]").fill(text);
    await page.getByLabel(m.console_new_told({}, to), { exact: true }).last().fill(told);
    await page.getByLabel(m.console_new_promise({}, to)).fill("2027-01-11T12:00");
    await button(page, m.console_new_open({}, to)).click();
    await page.getByRole("heading", { name: subject, level: 1 }).waitFor();
    await page.getByText(told).first().waitFor();
    const number = /(\d+)$/.exec(new URL(page.url()).pathname)![1]!;

    const mail = await mailTo(demo.product.dataDir, `call.${locale}@mail.example`);
    const link = /https?:\S+\/ticket\/\?t=\S+/.exec(mail.text!)![0];
    const { pathname, search } = new URL(link);
    const customer = await demo.visitor(locale);
    await customer.page.goto(pathname + search);
    await customer.page.getByText(told).first().waitFor();
    const [before = ""] = m.console_message_read({ time: "\0" }, to).split("\0");
    await page.getByText(new RegExp(`^${before}`)).waitFor();

    await page.keyboard.press("c");
    await page.getByRole("textbox", { name: m.console_new_find({}, to) }).fill(name.slice(0, 3));
    await page.getByRole("option", { name: new RegExp(name) }).click();
    expect(await page.locator("[name=email]").inputValue()).toBe(`call.${locale}@mail.example`);
    expect(Number(number)).toBeGreaterThan(10_000);
    expect([...complaints, ...customer.complaints]).toEqual([]);
    await context.close();
    await customer.context.close();
  });
});
