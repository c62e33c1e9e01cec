/** The whole loop in a real browser, in both languages: from a customer's question to a reader's answer. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { signIn } from "./signin.ts";
import { openDemo } from "./visitor.ts";

const folder = mkdtempSync(join(tmpdir(), "answerable-loop-"));
const contentDir = join(folder, "content");
// What is published lands in a copy, never in the project's own articles.
const articles = join(import.meta.dirname, "../../content");
cpSync(articles, contentDir, { recursive: true, filter: (path) => !path.endsWith(".ts") });
afterAll(() => rmSync(folder, { recursive: true, force: true }));
// Hooks after the tests run last first: the product ends before its content goes.
const demo = openDemo({ contentDir });

const stories = {
  en: {
    agent: "Mia Hartmann",
    reviewer: "Tom Okafor",
    kind: "A question",
    search: "lamp on the doorbell flashes turquoise",
    subject: "Doorbell lamp flashes turquoise",
    description:
      "Since the update the lamp of our doorbell flashes turquoise all evening. Is it broken? My order is HB-20261102-77, call me at +44 7700 900123.",
    personal: ["HB-20261102-77", "+44 7700 900123"],
    reply: "Turquoise is new to us. I'm asking the people who make the lamp.",
    solution:
      "Turquoise means that the doorbell saves power.\n\n1. Open the app and choose the doorbell.\n2. Switch off Evening saving.\n\nAfter a minute the lamp is white again.",
    section: "Environment",
    device: "Video doorbell with version 4.2",
    step: "Switch off Evening saving.",
    sentence: "What a turquoise doorbell lamp means, and how to get the white one back.",
    says: "Turquoise means that the doorbell saves power.",
  },
  zh: {
    agent: "陈思远",
    reviewer: "林晓雯",
    kind: "咨询问题",
    search: "门铃灯一直闪青绿色",
    subject: "门铃灯晚上一直闪青绿色",
    description:
      "更新以后，我家门铃的灯一到晚上就闪青绿色，是不是坏了？订单号是 HB-20261103-88，可以打我电话 13812345678。",
    personal: ["HB-20261103-88", "13812345678"],
    reply: "青绿色我们也是第一次见，我去问一下做指示灯的同事，有结果就告诉您。",
    solution:
      "青绿色表示门铃进入了夜间省电状态。\n\n1. 打开 App，选择门铃。\n2. 关闭“夜间省电”。\n\n一分钟后灯会恢复成白色。",
    section: "使用环境",
    device: "可视门铃，固件 4.2",
    step: "关闭“夜间省电”。",
    sentence: "门铃灯闪青绿色是什么意思，怎样恢复成白色。",
    says: "青绿色表示门铃进入了夜间省电状态。",
  },
} as const;

const enter = (page: Page, name: string, locale: Locale, path: string): Promise<void> =>
  signIn(page, { dataDir: demo.product.dataDir, name, locale, path });

type Story = { locale: Locale; words: (typeof stories)[Locale] };

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true });

/** What an agent wrote goes out at once instead of in five seconds, and stands in the timeline then. */
async function sendNow(desk: Page, { locale, words }: Story, text: string): Promise<void> {
  await button(desk, m.console_send_now({}, { locale })).click();
  const name = m.console_message_by({ name: words.agent }, { locale });
  const message = desk.getByRole("article", { name }).filter({ hasText: text.split("\n")[0]! });
  await message.waitFor();
}

/** Searches in vain, writes in, and follows the request. Returns the ticket's number. */
async function writeIn(page: Page, { locale, words }: Story): Promise<string> {
  await page.goto(`/${locale}/search/?q=${encodeURIComponent(words.search)}`);
  await page.locator(".search-found").waitFor();
  await page.goto(`/${locale}/contact/`);
  await page.getByText(m.ask_context_title({}, { locale })).waitFor();
  await page.getByLabel(words.kind, { exact: true }).check();
  for (const what of [m.ask_context_os({}, { locale }), m.ask_context_browser({}, { locale })])
    await page.getByRole("button", { name: m.ask_remove({ what }, { locale }) }).click();
  await page.locator("[name=subject]").fill(words.subject);
  await page.locator("textarea[name=description]").fill(words.description);
  await page.locator("[name=email]").fill(`loop.${locale}@mail.example`);
  await button(page, m.ask_send({}, { locale })).click();
  const received = m.ask_sent_title({ number: "\\d{5}" }, { locale });
  const title = page.getByRole("heading", { name: new RegExp(received) });
  const [number] = /\d{5}/.exec((await title.textContent())!)!;
  await page.getByRole("link", { name: m.ask_sent_status({}, { locale }) }).click();
  await page.getByText(words.description).waitFor();
  return number;
}

/** Finds the ticket among those of nobody, acknowledges it and replies. Returns the hour promised. */
async function reply(desk: Page, story: Story, number: string): Promise<string> {
  const { locale, words } = story;
  await desk.getByRole("link", { name: `#${number}` }).click();
  const acknowledge = button(desk, m.console_acknowledge({}, { locale }));
  await acknowledge.click();
  await acknowledge.waitFor({ state: "detached" });
  await desk.getByLabel(m.console_reply_label({}, { locale })).fill(words.reply);
  const promised = new RegExp(m.console_promise_is({ time: ".*\\d\\d:\\d\\d" }, { locale }));
  const promise = await button(desk, promised).getAttribute("aria-label");
  await button(desk, m.console_send({}, { locale })).click();
  await sendNow(desk, story, words.reply);
  return /\d\d:\d\d/.exec(promise!)![0];
}

async function seePromise(page: Page, { locale, words }: Story, hour: string): Promise<void> {
  await page.reload();
  await page.getByText(words.reply).waitFor();
  const promise = { owner: words.agent, time: `.*${hour}` };
  const headline = new RegExp(m.ask_head_promised(promise, { locale }));
  await page.getByRole("status").filter({ hasText: headline }).waitFor();
}

async function resolve(desk: Page, story: Story): Promise<void> {
  const { locale, words } = story;
  await desk.getByRole("tab", { name: m.console_tab_resolve({}, { locale }) }).click();
  await desk.getByLabel(m.console_resolve_message_label({}, { locale })).fill(words.solution);
  await desk.getByRole("combobox", { name: m.console_cause_label({}, { locale }) }).click();
  await desk.getByRole("option", { name: m.console_cause_how_to({}, { locale }) }).click();
  await button(desk, m.console_send_and_resolve({}, { locale })).click();
  await sendNow(desk, story, words.solution);
}

/** Makes the answer an article: what is personal is decided, what is missing is written. */
async function write(desk: Page, { locale, words }: Story): Promise<void> {
  await button(desk, m.console_capture_add({}, { locale })).click();
  await desk.waitForURL(/\/knowledge\/drafts\//);
  const [first] = words.personal;
  const kind = m.knowledge_kind_order({}, { locale });
  const choice = m.knowledge_decision_on({ kind, text: first }, { locale });
  const group = desk.getByRole("group", { name: choice });
  await group.getByRole("button", { name: m.knowledge_keep_replaced({}, { locale }) }).click();
  await button(desk, m.knowledge_confirm_all({ count: 1 }, { locale })).click();
  await desk.getByText(m.knowledge_findings_done({ replaced: 2, kept: 0 }, { locale })).waitFor();
  const section = words.section;
  await desk.getByText(m.knowledge_obstacle_empty({ section }, { locale })).waitFor();
  const editor = desk.getByRole("textbox", {
    name: m.knowledge_field_body({}, { locale }),
    exact: true,
  });
  await editor.getByText(section).click();
  await desk.keyboard.press("End");
  await desk.keyboard.type(`\n\n${words.device}`);
  await desk.getByLabel(m.knowledge_field_description({}, { locale })).fill(words.sentence);
  await button(desk, m.knowledge_submit({}, { locale })).click();
  await desk.getByText(m.knowledge_state_in_review({}, { locale }), { exact: true }).waitFor();
}

/** A second person sees it as readers will, and publishes it. */
async function review(page: Page, { locale, words }: Story, number: string): Promise<void> {
  const source = m.knowledge_from_ticket({ number }, { locale });
  await page.getByRole("link", { name: words.subject }).filter({ hasText: source }).click();
  const preview = page.frameLocator(`iframe[title="${m.knowledge_preview({}, { locale })}"]`);
  await preview.getByRole("heading", { level: 1, name: words.subject }).waitFor();
  await preview.getByRole("listitem").filter({ hasText: words.step }).waitFor();
  await button(page, m.knowledge_publish({}, { locale })).click();
  const published = m.knowledge_published_title({ title: words.subject }, { locale });
  await page.getByRole("heading", { name: published }).waitFor();
}

/** Somebody else, with the customer's words, finds and reads the answer. Returns its address. */
async function find(page: Page, { locale, words }: Story): Promise<string> {
  await page.goto(`/${locale}/search/?q=${encodeURIComponent(words.search)}`);
  const found = page.locator(".search-found");
  await found.getByRole("link", { name: words.subject }).click();
  await page.getByRole("heading", { level: 1, name: words.subject }).waitFor();
  const text = await page.getByRole("main").textContent();
  expect(text).toContain(words.step);
  for (const personal of words.personal) expect(text).not.toContain(personal);
  return new URL(page.url()).pathname;
}

/** The ticket leads to the article that came of it. */
async function seeLink(desk: Page, { locale, words }: Story, number: string, path: string) {
  await desk.goto(`/console/tickets/${number}`);
  const source = m.knowledge_role_created_from({}, { locale });
  const link = desk.getByRole("link", { name: words.subject }).filter({ hasText: source });
  expect(await link.getAttribute("href")).toBe(path);
}

/** A number opens what it means and as many rows as it says, among them this ticket. */
async function count(page: Page, { locale }: Story, number: string): Promise<void> {
  await page.goto(`/console/insight?days=7&locale=${locale}`);
  const title = m.insight_solved_title({}, { locale });
  const solved = page.getByRole("link", { name: new RegExp(`^${title} \\d+$`) });
  const [shown] = /\d+$/.exec((await solved.textContent())!)!;
  await solved.click();
  const panel = page.getByRole("dialog", { name: title });
  await panel.getByText(m.insight_solved_definition({}, { locale })).waitFor();
  await panel.getByRole("link", { name: `#${number}` }).waitFor();
  expect(await panel.getByRole("row").count()).toBe(Number(shown) + 1); // one for the headings
}

describe.each(["en", "zh"] as const)("the loop (%s)", (locale) => {
  test("a question becomes an answer that the next reader finds", {
    timeout: 120_000,
  }, async () => {
    const story = { locale, words: stories[locale] };
    const [customer, agent, reviewer, reader] = await Promise.all(
      Array.from({ length: 4 }, () => demo.visitor(locale)),
    );
    const number = await writeIn(customer!.page, story);
    await enter(agent!.page, story.words.agent, locale, "/console/queue/unassigned");
    const hour = await reply(agent!.page, story, number);
    await seePromise(customer!.page, story, hour);
    await resolve(agent!.page, story);
    await write(agent!.page, story);
    await enter(reviewer!.page, story.words.reviewer, locale, "/console/knowledge");
    await review(reviewer!.page, story, number);
    const path = await find(reader!.page, story);
    await seeLink(agent!.page, story, number, path);
    await count(reviewer!.page, story, number);
    for (const { complaints, context } of [customer!, agent!, reviewer!, reader!]) {
      expect(complaints).toEqual([]);
      await context.close();
    }
  });
});
