/** A lead who comes to the desk and looks for who was let down. */
import { AxeBuilder } from "@axe-core/playwright";
import pg from "pg";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { signIn } from "./signin.ts";
import { openDemo } from "./visitor.ts";

const demo = openDemo();
const leads = { en: "Tom Okafor", zh: "Tom Okafor" } as const;

async function query(sql: string) {
  const client = new pg.Client({ connectionString: demo.product.database() });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

// The demo's month is played while the product runs already; its tickets come in order of time.
beforeAll(async () => {
  const count = () => query("SELECT count(*)::int AS n FROM tickets WHERE number > 10100");
  const isPlayed = async () => expect((await count())[0].n).toBeGreaterThan(0);
  await vi.waitFor(isPlayed, { timeout: 100_000, interval: 1000 });
}, 110_000);

/** A promise whose time passed a moment ago, on a ticket that nothing else happens to. */
async function breakPromise(): Promise<{ number: number; owner: string }> {
  const rows = await query(`WITH quiet AS (
      SELECT t.id, t.number, u.name AS owner FROM tickets t JOIN users u ON u.id = t."assigneeId"
      WHERE t.status IN ('open', 'waiting_customer', 'planned') ORDER BY t."wakeAt" DESC NULLS FIRST LIMIT 1
    ), broken AS (
      INSERT INTO clocks ("ticketId", metric, instance, state, "startedAt", "dueAt")
      SELECT id, 'promise', 99, 'running', now() - interval '1 hour', now() - interval '2 seconds' FROM quiet
      ON CONFLICT ("ticketId", metric, instance) DO UPDATE SET "dueAt" = excluded."dueAt"
    ) SELECT number, owner FROM quiet`);
  return rows[0];
}

async function lead(locale: Locale) {
  const opened = await demo.visitor(locale, { reducedMotion: "reduce" });
  await opened.context.addInitScript((chosen) => {
    localStorage.setItem("console-locale", chosen);
  }, locale);
  const { dataDir } = demo.product;
  await signIn(opened.page, { dataDir, name: leads[locale], locale, path: "/console/" });
  return opened;
}

async function objections(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    found.push(...violations.map(({ id, nodes }) => `${colorScheme} ${id} ${nodes[0]!.html}`));
  }
  return found;
}

async function fits(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  const width = await page.locator("main").evaluate((main) => main.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
}

describe.each(["en", "zh"] as const)("what needs a lead (%s)", (locale) => {
  const to = { locale };

  test("whose promise broke is found by keyboard alone, and in the file", async () => {
    const { number, owner } = await breakPromise();
    const { page, context, complaints } = await lead(locale);
    await page.getByRole("link", { name: m.lead_page({}, to), exact: true }).waitFor();
    await page.keyboard.press("t");
    await page.getByRole("heading", { level: 1, name: m.lead_title({}, to) }).waitFor();
    const broken = page.getByRole("region", { name: m.lead_broken_title({}, to) });
    const row = broken.getByRole("row").filter({ hasText: `#${number}` });
    await row.getByText(owner).waitFor();
    await row.getByText(m.lead_broken_waiting({}, to)).waitFor();
    const file = broken.getByRole("link", {
      name: m.lead_csv({ title: m.lead_broken_title({}, to) }, to),
    });
    const csv = await page.request.get((await file.getAttribute("href"))!);
    expect(await csv.text()).toContain(`${number},`);
    await page.keyboard.press("j");
    await page.waitForFunction(() => document.activeElement?.hasAttribute("data-lead-row"));
    expect(await objections(page)).toEqual([]);
    await row.getByRole("link").focus();
    await page.keyboard.press("Enter");
    await page.locator("#ticket-subject").waitFor();
    expect(page.url()).toContain(String(number));
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("on a telephone, the page and the cases of the week fit", async () => {
    const { page, context, complaints } = await lead(locale);
    await page.goto("/console/lead");
    await page.getByRole("region", { name: m.lead_load_title({}, to) }).waitFor();
    await fits(page);
    await page.goto("/console/lead/week");
    await page.getByRole("article").first().waitFor();
    await fits(page);
    expect(await objections(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("a note on a case stays with it", async () => {
    const { page, context } = await lead(locale);
    await page.goto("/console/lead/week");
    const name = await page.getByRole("article").first().getByRole("heading").textContent();
    const first = page.getByRole("article", { name: name! });
    await first.getByRole("textbox").fill(`Say when, not soon (${locale}).`);
    await first.getByRole("button", { name: m.lead_week_note_add({}, to) }).click();
    await first.getByText(`Say when, not soon (${locale}).`, { exact: false }).first().waitFor();
    await expect.poll(() => first.getByRole("textbox").inputValue()).toBe("");
    await context.close();
  });
});

test("somebody else is told that this is not theirs", async () => {
  const { page, context } = await demo.visitor("en", { expected: [/status of 403/] });
  const { dataDir } = demo.product;
  const path = "/console/";
  await signIn(page, { dataDir, name: "Mia Hartmann", locale: "en", path });
  expect(await page.getByRole("link", { name: m.lead_page({}, { locale: "en" }) }).count()).toBe(0);
  await page.goto("/console/lead");
  await page.getByText(m.problem_not_allowed({}, { locale: "en" })).waitFor();
  await context.close();
});
