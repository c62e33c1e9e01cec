/** What axe objects to on a page, in both themes, when the page has come to rest. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Locale } from "../../content/schema.ts";
import { complaintsOf } from "./chromium.ts";

/** A kind of page: where it is, and what is done on it until there is everything to look at. */
export type Kind = {
  path: string;
  until: (page: Page, to: { locale: Locale }) => Promise<unknown>;
  /** What the browser may complain of, because it belongs to the page. */
  expected?: RegExp[];
};

/** The desk learns of another theme by an event, a moment after the style sheets have it. */
async function wear(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction((scheme) => {
    const { mantineColorScheme = scheme } = document.documentElement.dataset;
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    return mantineColorScheme === scheme && moving.length === 0;
  }, colorScheme);
}

/** @returns for each: the theme, the rule, where, and why. */
async function objections(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await wear(page, colorScheme);
    // No script runs in the preview of a draft, axe's neither; articles are looked at as pages.
    const axe = new AxeBuilder({ page }).exclude("iframe[sandbox]");
    // Only colours are others in the dark.
    if (colorScheme === "dark") axe.withRules("color-contrast");
    const { violations } = await axe.analyze();
    for (const { id, nodes } of violations)
      for (const node of nodes)
        found.push(`${colorScheme} ${id} ${node.target.join(" ")}: ${node.failureSummary}`);
  }
  return found;
}

/** Pixels of a page of the desk that can't be seen without scrolling it sideways. */
const hiddenIn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const main = document.querySelector("main[class]");
    return main ? main.scrollWidth - main.clientWidth : 0;
  });

/** Opens the page, looks at it with axe in both themes and at its width on a small telephone. */
export async function look(page: Page, kind: Kind, path: string, locale: Locale): Promise<void> {
  const complaints = complaintsOf(page, kind.expected);
  await page.goto(path);
  await kind.until(page, { locale });
  expect(await objections(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  // What hangs on a button finds its new place a moment later.
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { timeout: 5000 })
    .toBe(320);
  await expect.poll(() => hiddenIn(page), { timeout: 5000 }).toBeLessThanOrEqual(0);
  expect(complaints).toEqual([]);
}
