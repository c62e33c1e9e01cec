/** A manager who has read no documentation sets times, hours and holidays, and goes back. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { signIn } from "./signin.ts";
import { openDemo } from "./visitor.ts";

const demo = openDemo();
const zh = { locale: "zh" } as const;

async function manager(locale: Locale, path: string, how: object = {}) {
  const opened = await demo.visitor(locale, { reducedMotion: "reduce", ...how });
  await opened.context.addInitScript(
    (chosen) => localStorage.setItem("console-locale", chosen),
    locale,
  );
  const { dataDir } = demo.product;
  await signIn(opened.page, { dataDir, name: "Tom Okafor", locale, path: "/console/" });
  await opened.page.goto(`/console/settings/${path}`);
  return opened;
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Saves with a note, and waits for the version to be in force. */
async function save(page: Page, note: string, version: number): Promise<string> {
  await button(page, m.setup_save({}, zh)).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(m.setup_note({}, zh)).fill(note);
  const changes = await dialog.getByRole("listitem").allInnerTexts();
  await button(page, m.setup_save_confirm({}, zh)).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText(m.setup_in_force({ version }, zh)).filter({ hasText: note }).waitFor();
  return changes.join("\n");
}

test("L2 to 1–3 h, a lunch break, next year's holidays, each with a note; then back", async () => {
  const { page, complaints, context } = await manager("zh", "times");

  await page.getByRole("button", { name: /^L2 · P1, P2/ }).click();
  await page.getByLabel(m.times_goal({}, zh), { exact: true }).fill("1");
  await page.getByLabel(m.times_limit({}, zh), { exact: true }).fill("3");
  await button(page, m.times_done({}, zh)).click();
  const due = page.getByRole("row", { name: m.console_clock_substantive_reply({}, zh) }).last();
  expect(await due.textContent()).not.toContain(m.times_same({}, zh));
  await page.reload();
  await page.getByText(m.setup_unsaved({ count: 2 }, zh)).waitFor();
  expect(await save(page, "L2 提速", 2)).toContain("2 小时 → 4 小时 → 1 小时 → 3 小时");

  await page.getByRole("link", { name: m.setup_calendars({}, zh) }).click();
  await button(page, m.times_break_add({}, zh)).click();
  expect(await save(page, "午休一小时", 3)).toContain("09:00–12:00, 13:00–18:00");

  await button(page, m.times_import_look({}, zh)).click();
  await page.getByText(m.times_import_none_china({ year: 2027 }, zh)).waitFor();
  await page.getByLabel(m.times_import_source({}, zh)).selectOption("country");
  await page.getByRole("combobox", { name: m.times_import_which({}, zh) }).fill("德国");
  await page.getByRole("option", { name: "德国" }).click();
  await button(page, m.times_import_look({}, zh)).click();
  await button(page, m.times_import_take({}, zh)).click();
  expect(await save(page, "德国 2027 年假期", 4)).toContain("2027年1月1日");

  await button(page, m.settings_version_restore_name({ version: 3 }, zh)).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("2027年1月1日").waitFor();
  await button(page, m.setup_save_confirm({}, zh)).click();
  await dialog.waitFor({ state: "detached" });
  await page
    .getByText(m.settings_version_restored_note({ version: 3 }, zh))
    .first()
    .waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test("what is wrong is said at its field, and keeps it from being saved", async () => {
  const { page, context } = await manager("zh", "calendars");
  const monday = "星期一";
  await page.getByLabel(m.times_window_add({ name: monday }, zh)).click();
  await page.getByLabel(m.times_opens({ name: monday, number: 2 }, zh)).fill("11");
  await page.getByLabel(m.times_closes({ name: monday, number: 2 }, zh)).fill("14");
  await page.keyboard.press("Tab");
  const values = { first: "09:00–12:00", second: "11:00–14:00" };
  await page
    .getByText(m.console_calendar_windows_overlap(values, zh))
    .or(page.getByText(m.console_calendar_windows_overlap({ ...values, first: "09:00–18:00" }, zh)))
    .first()
    .waitFor();
  expect(await button(page, m.setup_save({}, zh)).isDisabled()).toBe(true);
  await button(page, m.setup_discard({}, zh)).click();
  await context.close();
});

test("a version that somebody else saved in between is shown beside one's own", async () => {
  const [one, other] = [await manager("zh", "ladder"), await manager("zh", "ladder")];
  const nudged = (page: Page) => page.getByLabel(m.ladder_cause_nudged({}, zh), { exact: true });
  const triage = (page: Page) => page.getByLabel(m.ladder_cause_triage({}, zh), { exact: true });
  await nudged(one.page).click({ force: true });
  await triage(other.page).click({ force: true });
  await save(other.page, "先改", 2);
  await one.page.reload();
  const alert = one.page.getByRole("alert");
  await alert.getByText(m.setup_conflict({ version: 2 }, zh)).waitFor();
  expect(await alert.textContent()).toMatch(/分诊规则要求[\s\S]*客户催了两次/);
  expect(await button(one.page, m.setup_save({}, zh)).isDisabled()).toBe(true);
  await button(one.page, m.setup_conflict_keep({}, zh)).click();
  await save(one.page, "以我为准", 3);
  await one.context.close();
  await other.context.close();
});
