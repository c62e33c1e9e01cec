/** An agent's day at the desk, where the network, the clock and other tabs get in the way. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { signIn } from "./signin.ts";
import { openDemo } from "./visitor.ts";

const demo = openDemo();
const agents = { en: "Mia Hartmann", zh: "陈思远" } as const;

async function agent(locale: Locale, path: string, how: { expected?: RegExp[] } = {}) {
  const opened = await demo.visitor(locale, how);
  const { dataDir } = demo.product;
  await signIn(opened.page, { dataDir, name: agents[locale], locale, path: "/console/" });
  await opened.page.goto(`/console${path}`);
  return opened;
}

const openFirst = async (page: Page) => {
  await page.locator("a[data-queue-row]").first().click();
  await page.locator("#ticket-subject").waitFor();
};

const reply = (page: Page, locale: Locale) =>
  page.getByRole("textbox", { name: m.console_reply_label({}, { locale }) });

test("the server is away: the page asks again by itself, and the reply is still there", async () => {
  const expected = [/Failed to load resource/, /net::ERR/];
  const { page, complaints, context } = await agent("en", "/queue/open", { expected });
  await openFirst(page);
  await reply(page, "en").fill("We are looking into it.");
  await page.route("**/api/trpc/**", (route) => route.abort());
  await page.reload();
  const again = page.getByRole("button", { name: m.console_retry({}, { locale: "en" }) });
  await again.waitFor();
  // It stays while the question is asked again.
  const sights = await page.evaluate(async () => {
    const seen: number[] = [];
    for (let i = 0; i < 30; i += 1) {
      seen.push(document.querySelectorAll("button").length);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return new Set(seen).size;
  });
  expect(sights).toBe(1);
  await page.unroute("**/api/trpc/**");
  await expect
    .poll(() => reply(page, "en").inputValue(), { timeout: 15_000 })
    .toBe("We are looking into it.");
  expect(complaints).toEqual([]);
  await context.close();
});

test.each([
  ["back on the tab", ["visibilitychange"]],
  ["online again", ["offline", "online"]],
])("%s, the page asks at once", async (_, signs) => {
  const expected = [/Failed to load resource/, /net::ERR/];
  const { page, context } = await agent("en", "/queue/open", { expected });
  await page.route("**/api/trpc/**", (route) => route.abort());
  await page.reload();
  await page.getByRole("button", { name: m.console_retry({}, { locale: "en" }) }).waitFor();
  // By now the pause is longer than this test waits.
  await page.waitForTimeout(6000);
  await page.unroute("**/api/trpc/**");
  await page.evaluate((names) => {
    for (const name of names) dispatchEvent(new Event(name));
  }, signs);
  await page.locator("a[data-queue-row]").first().waitFor({ timeout: 1500 });
  await context.close();
});

test("eight tabs hold one stream, and one that is looked at again has what was missed", async () => {
  const { page, context } = await agent("en", "/queue/open");
  // Headless, every tab is in sight: these say themselves which one is.
  await context.addInitScript(() => {
    let state = "visible";
    Object.defineProperty(document, "visibilityState", { get: () => state });
    Object.assign(window, {
      see(next: string) {
        state = next;
        document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
      },
    });
  });
  const see = (tab: Page, state: string) =>
    tab.evaluate((next) => (window as unknown as { see(s: string): void }).see(next), state);
  await page.close();
  const tabs: Page[] = [];
  for (let i = 0; i < 8; i += 1) {
    const tab = await context.newPage();
    for (const other of tabs.slice(-1)) await see(other, "hidden");
    await tab.goto("/console/queue/open");
    await tab.locator("a[data-queue-row]").first().waitFor({ timeout: 5000 });
    tabs.push(tab);
  }
  const first = tabs[0]!;
  const last = tabs.at(-1)!;
  await openFirst(last);
  await last.getByRole("tab", { name: m.console_tab_note({}, { locale: "en" }) }).click();
  await last
    .getByRole("textbox", { name: m.console_note_label({}, { locale: "en" }) })
    .fill("Seen from another tab.");
  const address = last.url();
  await see(last, "hidden");
  await see(first, "visible");
  await first.goto(address);
  await first.locator("#ticket-subject").waitFor();
  await see(first, "hidden");
  await see(last, "visible");
  await last.getByRole("button", { name: m.console_note_add({}, { locale: "en" }) }).click();
  const note = "Seen from another tab.";
  await last.getByRole("article").filter({ hasText: note }).waitFor();
  expect(await first.getByText(note).count()).toBe(0);
  await see(first, "visible");
  await first.getByRole("article").filter({ hasText: note }).waitFor();
  await context.close();
});

describe.each(["en", "zh"] as const)("a ticket (%s)", (locale) => {
  test("a promise whose time has passed is refused in place, before it is sent", async () => {
    const { page, context } = await agent(locale, "/queue/open");
    await openFirst(page);
    await reply(page, locale).fill(locale === "en" ? "We are on it." : "正在处理。");
    const send = page.getByRole("button", { name: m.console_send({}, { locale }), exact: true });
    expect(await send.isEnabled()).toBe(true);
    await page.evaluate(() => {
      for (const [key, value] of Object.entries(localStorage)) {
        if (!key.startsWith("console-draft:")) continue;
        const promiseAt = Date.now() - 60_000;
        localStorage.setItem(key, JSON.stringify({ ...JSON.parse(value), promiseAt }));
      }
    });
    await page.reload();
    const said = page
      .getByRole("alert")
      .filter({ hasText: m.console_promise_past({}, { locale }) });
    await said.waitFor();
    expect(await send.isDisabled()).toBe(true);
    await said.getByRole("button").click();
    await page.getByText(m.console_promise_hour({}, { locale }), { exact: true }).click();
    await said.waitFor({ state: "detached" });
    expect(await send.isEnabled()).toBe(true);
    await context.close();
  });

  test("what was sent says something even where all of it stands elsewhere", async () => {
    const { page, context } = await agent(locale, "/queue/open");
    await page.route(/tickets\.get/, async (route) => {
      const response = await route.fetch();
      const text = (await response.text()).replace(
        /"data":\{"form":.*?"context":\{[^}]*\}/,
        '"data":{"form":"contact","answers":{},"context":{}',
      );
      await route.fulfill({ response, body: text });
    });
    await openFirst(page);
    await page.getByText(m.console_as_sent_shown({}, { locale })).waitFor();
    await context.close();
  });
});

test("everything on a ticket and in the queue has a key, and ? lists them", async () => {
  const { page, complaints, context } = await agent("en", "/queue/open");
  const to = { locale: "en" } as const;
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-queue-row"));
  await page.locator("a[data-queue-row]").nth(1).waitFor();
  const rows = await page
    .locator("a[data-queue-row]")
    .evaluateAll((all) => all.map((row) => row.getAttribute("data-queue-row")));
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  expect(await focused()).toBe(rows[1]);
  await page.keyboard.press("k");
  expect(await focused()).toBe(rows[0]);
  await page.keyboard.press("Enter");
  await page.locator("#ticket-subject").waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "ticket-subject");

  const label = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  await page.keyboard.press("n");
  expect(await label()).toBe(m.console_note_label({}, to));
  await page.keyboard.press("Escape");
  await page.keyboard.press("e");
  expect(await label()).toBe(m.console_resolve_message_label({}, to));
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  expect(await label()).toBe(m.console_reply_label({}, to));
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await page.getByPlaceholder(m.console_assign_search({}, to)).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("s");
  await page.getByRole("menu").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("menuitem", { name: m.console_status_waiting_customer({}, to) }).click();
  const hour = page.getByText(m.console_promise_hour({}, to), { exact: true });
  await page.keyboard.press("Escape");
  await page.keyboard.press("p");
  await hour.waitFor();
  await page.keyboard.press("Escape");
  await hour.waitFor({ state: "hidden" });
  await page.locator("#ticket-subject").focus();
  await page.keyboard.press("/");
  expect(await label()).toBe(m.console_queue_search_label({}, to));
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder(m.console_palette_placeholder({}, to)).waitFor();
  await page.keyboard.press("Escape");
  await page.getByPlaceholder(m.console_palette_placeholder({}, to)).waitFor({ state: "hidden" });
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: m.console_keys_title({}, to) });
  for (const key of ["j", "k", "enter", "r", "n", "a", "s", "p", "e", "/", "mod+k", "?"])
    await list
      .locator(".visually-hidden", { hasText: new RegExp(`^${key.replace(/[?/+]/g, "\\$&")}$`) })
      .waitFor({ state: "attached" });
  expect(complaints).toEqual([]);
  await context.close();
});
