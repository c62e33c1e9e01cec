/** A manager gives a product to a team without a manual, and an agent asks why a ticket is urgent. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { demoIsWhole, type Product, startProduct } from "../product.ts";
import { complaintsOf, openBrowser } from "./chromium.ts";
import { signIn } from "./signin.ts";

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ args: ["--demo"] }), openBrowser()]);
  await demoIsWhole(product);
});
afterAll(async () => {
  await browser.close();
  await product.remove();
});

async function enter(locale: Locale, name: string, path: string) {
  const context = await browser.newContext({
    locale: locale === "zh" ? "zh-CN" : "en-GB",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1440, height: 900 },
    baseURL: product.url,
  });
  context.setDefaultTimeout(15_000);
  // The demo's lead was hired in English and has chosen the desk's language on this device.
  await context.addInitScript((chosen) => localStorage.setItem("console-locale", chosen), locale);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await signIn(page, { dataDir: product.dataDir, name, locale, path });
  return { context, page, complaints };
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

describe("a manager who reads Chinese", () => {
  const locale = "zh";
  const to = { locale } as const;

  test("gives cameras to a team, sees what that would have done, and saves it", async () => {
    const { page, complaints, context } = await enter(
      locale,
      "Tom Okafor",
      "/console/settings/rules",
    );
    const camera = page.getByRole("combobox", { name: "摄像机" });
    await camera.fill("报表");
    await page.getByRole("option", { name: "报表二线" }).click();
    const sum = page.getByText(/张工单中有 \d+ 张会变化：小组 \d+ 张/);
    await sum.waitFor();
    const trial = page.getByRole("region", { name: m.rules_try_title({}, to) });
    await trial.getByText("报表二线").first().waitFor();
    await trial
      .getByText(/R06-module/)
      .first()
      .waitFor();
    await button(page, m.setup_save({}, to)).click();
    const dialog = page.getByRole("dialog");
    expect(await dialog.textContent()).toContain((await sum.first().textContent())!);
    await dialog.getByLabel(m.setup_note({}, to)).fill("摄像机由报表组负责");
    await button(page, m.setup_save_confirm({}, to)).click();
    await page.getByText(m.setup_in_force({ version: 2 }, to)).waitFor();
    const versions = page.getByRole("region", { name: m.settings_versions({}, to) });
    await versions.getByRole("row", { name: /摄像机由报表组负责/ }).waitFor();
    await button(page, m.settings_version_restore_name({ version: 1 }, to)).click();
    await dialog.getByText("报表二线").waitFor();
    await button(page, m.setup_save_confirm({}, to)).click();
    await page.getByText(m.setup_in_force({ version: 3 }, to)).waitFor();
    expect(await camera.inputValue()).toBe("");
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("writes a rule with the keyboard, which is refused until it is whole", async () => {
    const { page, complaints, context } = await enter(
      locale,
      "Tom Okafor",
      "/console/settings/rules",
    );
    await button(page, m.rules_add({}, to)).click();
    const refusal = page.getByText("这条规则不完整").first();
    await refusal.waitFor();
    expect(await button(page, m.setup_save({}, to)).isDisabled()).toBe(true);
    const form = page.getByRole("listitem").filter({ has: page.getByLabel(m.rules_id({}, to)) });
    await form.getByRole("combobox", { name: m.rules_values({}, to) }).click();
    await page.getByRole("option", { name: "门铃" }).click();
    await page.keyboard.press("Escape");
    await form.getByRole("combobox", { name: m.rules_team({}, to), exact: true }).click();
    await page.getByRole("option", { name: "客户关怀" }).click();
    await refusal.waitFor({ state: "detached" });
    await page.getByText(/张会变化：/).waitFor();
    const row = page.locator("[data-row]").first();
    await row.focus();
    await page.keyboard.press("Alt+ArrowDown");
    await page.getByText(m.rules_moved({ rule: "R21", place: 2, count: 21 }, to)).waitFor();
    expect(await page.locator("[data-row]").nth(1).textContent()).toContain("“门铃”");
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe("an agent who reads English", () => {
  const to = { locale: "en" } as const;

  test("asks why a ticket is P1, and is told each rule with its word", async () => {
    const { page, complaints, context } = await enter("en", "Mia Hartmann", "/console/queue/open");
    await page.getByRole("link", { name: /P1/ }).first().click();
    await button(page, m.rules_why({ priority: "P1" }, to)).click();
    const why = page.getByRole("dialog", { name: m.rules_why_title({ priority: "P1" }, to) });
    await why
      .getByText(/R\d\d-/)
      .first()
      .waitFor();
    await why.getByText(/decided .*priority/).waitFor();
    await why.getByText(/^[a-z]+-.+-A$/).waitFor();
    await page.keyboard.press("Escape");
    expect(await page.getByRole("link", { name: m.settings_rules({}, to) }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
