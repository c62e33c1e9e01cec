/** The pages of the desk, and what is done on each until there is everything to look at. */
import type { Page } from "playwright-core";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import type { Kind } from "./objections.ts";

type To = { locale: Locale };

const title = (page: Page) => page.getByRole("heading", { level: 1 }).waitFor();
/** Everything that was asked of the server is there. */
const settled = async (page: Page) => {
  await title(page);
  await page.waitForLoadState("networkidle");
};

async function openTicket(page: Page, to: To): Promise<void> {
  await page.locator("a[data-queue-row]").first().click();
  await page.getByLabel(m.console_reply_label({}, to)).waitFor();
}

/** What every agent sees. */
export const agents: Record<string, Kind> = {
  "queue with a ticket": { path: "/queue/open", until: openTicket },
  "why a ticket has its priority": {
    path: "/queue/open",
    async until(page, to) {
      await openTicket(page, to);
      const [before = ""] = m.rules_why({ priority: "\0" }, to).split("\0");
      await page.getByRole("button", { name: new RegExp(`^${before}.?P\\d`) }).click();
      await page.getByRole("dialog").waitFor();
      await page.waitForLoadState("networkidle");
    },
  },
  "why a clock ends when it does": {
    path: "/queue/open",
    async until(page, to) {
      await openTicket(page, to);
      const clocks = page.getByRole("list", { name: m.console_clocks_label({}, to) });
      await clocks.getByRole("button").last().click();
      await page.getByRole("heading", { name: m.work_why_counted({}, to) }).waitFor();
    },
  },
  articles: { path: "/knowledge", until: (page) => page.getByRole("row").nth(1).waitFor() },
  draft: {
    path: "/knowledge",
    async until(page, to) {
      await page.getByRole("row").nth(1).getByRole("button").click();
      await page.getByLabel(m.knowledge_field_title({}, to)).waitFor();
      await page.frameLocator("iframe").getByRole("heading", { level: 1 }).waitFor();
    },
  },
  "notices beside the queue": {
    path: "/queue/open",
    async until(page, to) {
      await page.locator("a[data-queue-row]").first().waitFor();
      await page.keyboard.press("b");
      await page.getByRole("link", { name: m.notices_choose({}, to) }).waitFor();
    },
  },
  "what a ticket is about": {
    path: "/queue/open",
    async until(page, to) {
      await openTicket(page, to);
      await page.locator("#ticket-subject").focus();
      await page.keyboard.press("f");
      await page.getByRole("dialog").waitFor();
    },
  },
  "new ticket": {
    path: "/new",
    async until(page, to) {
      await title(page);
      await page.getByRole("button", { name: m.console_new_open({}, to), exact: true }).click();
      await page.getByRole("alert").first().waitFor();
    },
  },
  tasks: { path: "/tasks", until: settled },
  sync: { path: "/sync", until: settled },
  reviews: { path: "/reviews", until: settled },
  "my settings": { path: "/me", until: (page) => page.getByRole("switch").first().waitFor() },
  "insight with its panel": {
    path: "/insight?show=explicit_rate",
    until: (page) => page.getByRole("dialog").getByRole("row").nth(1).waitFor(),
  },
};

const setting = async (page: Page) => {
  await title(page);
  await page.getByRole("row").first().waitFor();
  await page.waitForLoadState("networkidle");
};

/** What only those see who lead the desk or set it up. */
export const leaders: Record<string, Kind> = {
  lead: { path: "/lead", until: settled },
  "a week of the desk": { path: "/lead/week", until: settled },
  times: { path: "/settings/times", until: setting },
  calendars: { path: "/settings/calendars", until: setting },
  "on call": {
    path: "/settings/oncall",
    async until(page, to) {
      await setting(page);
      await page.getByRole("button", { name: m.oncall_rotation_add({}, to) }).click();
    },
  },
  ladder: { path: "/settings/ladder", until: setting },
  templates: { path: "/settings/templates", until: setting },
  rules: {
    path: "/settings/rules",
    async until(page, to) {
      await setting(page);
      await page.getByRole("button", { name: m.rules_add({}, to) }).click();
      await page.getByLabel(m.rules_id({}, to)).waitFor();
    },
  },
  teams: { path: "/settings/teams", until: setting },
  webhooks: { path: "/settings/webhooks", until: settled },
};
