/**
 * F018, the rhythm of a case as its customer and its agent see it, in both languages: received at
 * once, a named person by noon who says when there will be findings, findings and the next step by
 * four, the solution before noon of the next day. Each time that was told is kept.
 */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import { signIn } from "./signin.ts";
import { openDemo } from "./visitor.ts";

const folder = mkdtempSync(join(tmpdir(), "answerable-rhythm-"));
const clockFile = join(folder, "ahead");
const day = 86_400_000;
const began = Date.now();
// A Tuesday in Shanghai, so that the day after is a working day too.
const tuesday = (Math.floor((began + 8 * 3_600_000) / day / 7 - 5 / 7) + 1) * 7 * day + 5 * day;
const at = (days: number, hour: number, minute: number, second = 0) =>
  tuesday + days * day + ((hour - 8) * 3600 + minute * 60 + second) * 1000;
/** In one step: whoever reads a half-written file would be back in today. */
const setProduct = (time: number) => {
  writeFileSync(`${clockFile}.next`, String(time - Date.now()));
  renameSync(`${clockFile}.next`, clockFile);
};
setProduct(at(0, 9, 58));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const demo = openDemo({
  env: {
    NODE_ENV: "test",
    CLOCK_FILE: clockFile,
    NODE_OPTIONS: `--import=${join(import.meta.dirname, "clock.ts")}`,
  },
});

const stories = {
  en: {
    agent: "Mia Hartmann",
    kind: "A question",
    subject: "Hub drops its sensors every night",
    description: "Each night around three all sensors show as away for some minutes. Why is that?",
    first:
      "I am Mia and I look after this myself. I read the hub's record and tell you what I find.",
    progress: "Progress",
    found:
      "The record shows that the relay restarts at three. I test another relay until tomorrow.",
    solution:
      "The relay's own update ran each night. It is switched off now, and the hub stays on.",
  },
  zh: {
    agent: "陈思远",
    kind: "咨询问题",
    subject: "网关每天半夜断开传感器",
    description: "每天凌晨三点左右，所有传感器都会离线几分钟，这是为什么？",
    first: "我是陈思远，这件事由我负责。我先看网关的运行记录，看完告诉您初步的判断。",
    progress: "同步进展",
    found: "从运行记录看，中继每天三点重启一次。我换一个中继试一晚。",
    solution: "中继每晚自动更新导致断开，已经关闭自动更新，昨晚没有再断开。",
  },
} as const;

type Side = {
  locale: Locale;
  words: (typeof stories)[Locale];
  customer: Page;
  desk: Page;
  complaints: string[];
  number: string;
};

/** A page that was just loaded takes its time on a busy machine. */
const patience = { timeout: 15_000 };

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true });

const spin = (page: Page, name: string) => page.getByRole("spinbutton", { name, exact: true });

async function begin(locale: Locale): Promise<Side> {
  const [customer, agent] = [await demo.visitor(locale), await demo.visitor(locale)];
  const side = { locale, words: stories[locale], customer: customer.page, desk: agent.page };
  await moveOne([side.customer, side.desk], at(0, 9, 59));
  const { dataDir } = demo.product;
  const path = "/console/queue/unassigned";
  await signIn(side.desk, { dataDir, name: side.words.agent, locale, path });
  const complaints = customer.complaints;
  agent.complaints.push = (...more) => complaints.push(...more);
  return { ...side, complaints, number: "" };
}

async function moveOne(pages: Page[], time: number): Promise<void> {
  setProduct(time);
  for (const page of pages) await page.clock.setFixedTime(time);
}

/** The customer writes in; the page that follows tells the number. */
async function writeIn(side: Side): Promise<void> {
  const { customer: page, locale, words } = side;
  await page.goto(`/${locale}/contact/`);
  await page.getByText(m.ask_context_title({}, { locale })).waitFor();
  await page.getByLabel(words.kind, { exact: true }).check();
  await page.locator("[name=subject]").fill(words.subject);
  await page.locator("textarea[name=description]").fill(words.description);
  await page.locator("[name=email]").fill(`rhythm.${locale}@mail.example`);
  await button(page, m.ask_send({}, { locale })).click();
  const received = new RegExp(m.ask_sent_title({ number: "\\d{5}" }, { locale }));
  const title = page.getByRole("heading", { name: received });
  side.number = /\d{5}/.exec((await title.textContent())!)![0];
  await page.getByRole("link", { name: m.ask_sent_status({}, { locale }) }).click();
  await fact(side, m.ask_stage_received({}, { locale }));
}

const fact = ({ customer }: Side, text: string) =>
  customer.locator(".status-facts dd", { hasText: text }).first().waitFor();

async function acknowledge(side: Side): Promise<void> {
  const { desk, customer, locale, words, number } = side;
  await desk.goto(`/console/tickets/${number}`);
  const seen = button(desk, m.console_acknowledge({}, { locale }));
  await seen.click();
  await seen.waitFor({ state: "detached" });
  await customer.reload();
  await fact(side, m.ask_stage_in_progress({}, { locale }));
  await fact(side, words.agent);
}

async function send({ desk, locale, words }: Side, action: string, text: string): Promise<void> {
  await button(desk, action).click();
  await button(desk, m.console_send_now({}, { locale })).click();
  const name = m.console_message_by({ name: words.agent }, { locale });
  await desk.getByRole("article", { name }).filter({ hasText: text }).waitFor();
}

const openPromise = ({ desk, locale }: Side) =>
  button(desk, new RegExp(m.console_promise_is({ time: ".*" }, { locale }))).click();

/** In her own words, with the time of the findings. */
async function sayWho(side: Side): Promise<void> {
  const { desk, locale, words } = side;
  await desk.reload();
  await desk.getByLabel(m.console_reply_label({}, { locale })).fill(words.first);
  await openPromise(side);
  await desk.getByRole("button", { name: m.console_promise_hours({}, { locale }) }).click();
  expect(await desk.getByLabel(m.console_substantive({}, { locale })).isChecked()).toBe(true);
  await send(side, m.console_send({}, { locale }), words.first);
  await hears(side, words.first, "16:00");
}

/** With the template: what is missing is named, and the time chosen stands in the text. */
async function tellFindings(side: Side): Promise<void> {
  const { desk, locale, words } = side;
  await desk.reload();
  await desk.locator("#ticket-subject").click();
  await desk.keyboard.press(".");
  await desk.getByRole("menuitem", { name: words.progress, exact: true }).click();
  const sending = button(desk, m.console_send({}, { locale }));
  expect(await sending.isDisabled()).toBe(true);
  const fields = desk.getByRole("group", {
    name: m.console_template_fields({ name: words.progress }, { locale }),
  });
  await fields.getByRole("textbox").fill(words.found);
  await openPromise(side);
  await button(desk, m.console_promise_other({}, { locale })).click();
  const date = new Date(at(1, 12, 0));
  await desk
    .locator("[role=dialog] table button")
    .filter({ hasText: new RegExp(`^${date.getDate()}$`) })
    .and(desk.locator(":not([data-outside])"))
    .first()
    .click();
  await spin(desk, m.console_hours({}, { locale })).fill("12");
  await spin(desk, m.console_minutes({}, { locale })).fill("00");
  await button(desk, m.console_promise_take({}, { locale })).click();
  const reply = desk.getByLabel(m.console_reply_label({}, { locale }));
  await expect.poll(() => reply.inputValue(), patience).toMatch(/12:00/);
  // A draft is still there after the page was loaded anew.
  await desk.reload();
  await expect.poll(() => reply.inputValue(), patience).toContain(words.found);
  expect(await reply.inputValue()).not.toContain("{{");
  await send(side, m.console_send({}, { locale }), words.found);
  await hears(side, words.found, "12:00");
}

async function hears({ customer, locale, words }: Side, text: string, hour: string) {
  await customer.reload();
  await customer.getByText(text).waitFor();
  const promise = { owner: words.agent, time: `.*${hour}` };
  await customer.getByText(new RegExp(m.ask_head_promised(promise, { locale }))).waitFor();
}

async function solve(side: Side): Promise<void> {
  const { desk, customer, locale, words } = side;
  await desk.reload();
  await desk.locator("#ticket-subject").click();
  await desk.keyboard.press("e");
  await desk.getByLabel(m.console_resolve_message_label({}, { locale })).fill(words.solution);
  await desk.getByRole("combobox", { name: m.console_cause_label({}, { locale }) }).click();
  const cause = m.console_cause_firmware({}, { locale });
  await desk.getByRole("option", { name: cause, exact: true }).click();
  await send(side, m.console_send_and_resolve({}, { locale }), words.solution);
  await customer.reload();
  await customer.getByText(m.ask_judge_question({}, { locale })).waitFor();
  await button(customer, m.ask_judge_yes({}, { locale })).click();
}

/** The mail's link chooses; it is the button that answers. */
async function rate({ customer, desk, locale }: Side): Promise<void> {
  await customer.getByRole("heading", { name: m.ask_survey_title({}, { locale }) }).waitFor();
  await customer.goto(`${customer.url()}&csat=4`);
  const four = customer.getByRole("radio", { name: "4", exact: true }).first();
  await expect.poll(() => four.isChecked(), patience).toBe(true);
  await button(customer, m.ask_survey_send({}, { locale })).click();
  await customer.getByText(m.ask_survey_thanks({}, { locale })).waitFor();
  await desk.reload();
  await desk.getByText(m.console_survey_csat({ csat: 4 }, { locale })).waitFor();
}

type Ended = { promises: string; kept: string; trouble: string };

async function accounts(number: string): Promise<Ended> {
  const client = new pg.Client({ connectionString: demo.product.database() });
  await client.connect();
  const { rows } = await client.query<Ended>(
    `SELECT (SELECT count(*) FROM clocks c WHERE c."ticketId" = t.id AND metric = 'promise') promises,
      (SELECT count(*) FROM clocks c WHERE c."ticketId" = t.id AND metric = 'promise' AND state = 'met') kept,
      (SELECT count(*) FROM ticket_events e WHERE e."ticketId" = t.id
        AND type IN ('promise_broken', 'breached', 'escalated')) trouble
      FROM tickets t WHERE number = $1`,
    [Number(number)],
  );
  await client.end();
  return rows[0]!;
}

describe("F018 the rhythm of a case", () => {
  test("each time that was told is kept, and nobody had to ask", { timeout: 240_000 }, async () => {
    const sides = [await begin("en"), await begin("zh")];
    const pages = sides.flatMap(({ customer, desk }) => [customer, desk]);
    const step = async (time: number, work: (side: Side) => Promise<void>) => {
      for (const side of sides) {
        await moveOne(pages, time);
        await work(side);
      }
    };
    await step(at(0, 10, 0), writeIn);
    await step(at(0, 10, 9), acknowledge);
    await step(at(0, 11, 59), sayWho);
    await step(at(0, 15, 50), tellFindings);
    await step(at(1, 11, 50), solve);
    await step(at(1, 11, 55), rate);
    for (const { number, complaints } of sides) {
      expect(await accounts(number)).toEqual({ promises: "2", kept: "2", trouble: "0" });
      expect(complaints).toEqual([]);
    }
  });
});
