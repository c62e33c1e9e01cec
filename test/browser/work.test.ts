/** A fault on its way through the house: diagnosed, planned, handed on, escalated, decided. */
import type { Page } from "playwright-core";
import superjson from "superjson";
import { expect, test } from "vitest";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { signIn } from "./signin.ts";
import { openDemo } from "./visitor.ts";

const demo = openDemo();

async function colleague(locale: Locale, name: string, expected: RegExp[] = []) {
  const opened = await demo.visitor(locale, { expected });
  const { dataDir } = demo.product;
  await signIn(opened.page, { dataDir, name, locale, path: "/console/" });
  return opened;
}

type Row = { number: number; kind: string; status: string };

/** Number of a fault that nobody has begun with; the demo's story is still being told at first. */
async function newFault(page: Page): Promise<number> {
  const input = encodeURIComponent(superjson.stringify({ view: "open", text: "" }));
  let number: number | undefined;
  const look = async () => {
    const answer = await page.request.get(`/api/trpc/tickets.queue?input=${input}`);
    const { result } = (await answer.json()) as { result: { data: never } };
    const { tickets } = superjson.deserialize<{ tickets: Row[] }>(result.data);
    number = tickets.find(({ kind, status }) => kind === "fault" && status === "new")?.number;
    return number;
  };
  await expect.poll(look, { timeout: 90_000, interval: 1000 }).toBeDefined();
  return number!;
}

const zh = { locale: "zh" } as const;
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const later = "2027-01-11T12:00";

async function begin(page: Page, what: string): Promise<void> {
  await button(page, m.work_add({}, zh)).click();
  await page.getByRole("menuitem", { name: what }).click();
}

async function diagnose(page: Page): Promise<void> {
  await button(page, m.work_stage_finish({}, zh)).click();
  await button(page, m.work_stage_finish({}, zh)).click();
  await page.getByRole("alert").filter({ hasText: "能复现吗？" }).waitFor();
  await page.getByRole("radio", { name: m.work_yes({}, zh) }).check();
  await page.getByLabel("原因，或已经排除了什么").fill("固件升级后丢失配置。");
  await button(page, m.work_stage_finish({}, zh)).click();
  // The customer should hear of it: the cursor is in the reply already.
  await page.getByText(m.work_stage_tell({}, zh)).waitFor();
  const reply = page.getByRole("textbox", { name: m.console_reply_label({}, zh) });
  expect(await reply.evaluate((field) => field === document.activeElement)).toBe(true);
}

async function plan(page: Page): Promise<void> {
  const current = page.getByRole("listitem").filter({ hasText: "定方案" });
  await current.getByRole("button", { name: m.work_stage_finish({}, zh) }).click();
  await page.getByRole("radio", { name: "先用临时办法" }).check();
  await page.getByLabel("答应客户的时间").fill(later);
  await button(page, m.work_stage_finish({}, zh)).click();
  await page.getByText(m.work_stages_done({ count: 2, all: 5 }, zh)).waitFor();
}

async function giveTask(page: Page): Promise<void> {
  await begin(page, m.work_task_give({}, zh));
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(m.work_task_title({}, zh)).fill("查网关日志");
  await dialog.getByRole("combobox", { name: m.work_task_team({}, zh) }).click();
  await page.getByRole("option", { name: "技术支持" }).click();
  await dialog.getByLabel(m.work_task_due({}, zh)).fill(later);
  await dialog.getByLabel(m.work_task_reason({}, zh)).fill("客户只打过电话。");
  await button(page, m.work_task_send({}, zh)).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("查网关日志").waitFor();
}

async function askOutside(page: Page): Promise<void> {
  await begin(page, m.work_third_ask({}, zh));
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(m.work_third_party({}, zh)).fill("芯片厂商");
  await dialog.getByLabel(m.work_third_problem({}, zh)).fill("升级后配置分区为空。");
  await dialog.getByLabel(m.work_third_points({}, zh)).fill("1. 是否已知问题");
  await dialog.getByLabel(m.work_third_wanted({}, zh)).fill(later);
  await button(page, m.work_third_send({}, zh)).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("芯片厂商").waitFor();
}

async function askForHelp(page: Page): Promise<void> {
  await begin(page, m.work_help_ask({}, zh));
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(m.work_help_reason({}, zh)).fill("需要懂网关的人。");
  await button(page, m.work_help_send({}, zh)).click();
  await dialog.waitFor({ state: "detached" });
}

test("from diagnosing to the decision of the review", { timeout: 180_000 }, async () => {
  // The stage is finished without its notes first: the server says what is missing.
  const { page, complaints, context } = await colleague("zh", "陈思远", [/status of 400/]);
  const number = await newFault(page);
  await page.goto(`/console/queue/open/${number}`);
  await page.locator("#work-title").waitFor();

  await diagnose(page);
  await plan(page);
  await giveTask(page);
  await askOutside(page);
  await button(page, m.console_status_is({ status: "等待第三方" }, zh)).waitFor();
  await askForHelp(page);
  await askForHelp(page);
  const cause = m.work_cause_by_hand({}, zh);
  await page.getByText(`${cause} → 主管与技术`).waitFor();
  await page.getByRole("heading", { name: m.work_review_title({}, zh) }).waitFor();
  // Whoever isn't named has nothing to decide.
  expect(await page.getByLabel(m.work_review_decision({}, zh)).count()).toBe(0);

  // Why this time: the browser counts again what the server counted.
  const clocks = page.getByRole("list", { name: m.console_clocks_label({}, zh) });
  await clocks.getByRole("button").last().click();
  await page.getByText(m.work_why_counted({}, zh)).waitFor();
  await page.keyboard.press("Escape");
  expect(complaints).toEqual([]);
  await context.close();

  const lead = await colleague("en", "Tom Okafor");
  await lead.page.goto("/console/reviews");
  await lead.page.getByRole("link", { name: new RegExp(`#${number} `) }).click();
  await lead.page.getByLabel(m.work_review_decision({}, { locale: "en" })).fill("Replace it.");
  await button(lead.page, m.work_review_decide({}, { locale: "en" })).click();
  await lead.page.getByText("Replace it.", { exact: true }).waitFor();
  expect(lead.complaints).toEqual([]);
  await lead.context.close();
});

test.each(["tasks", "sync", "reviews"])(
  "the page %s is there by its link in the rail",
  async (path) => {
    const { page, complaints, context } = await colleague("zh", "陈思远");
    await page.locator(`nav a[href="/console/${path}"]`).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/console/${path}`);
    expect(complaints).toEqual([]);
    await context.close();
  },
);
