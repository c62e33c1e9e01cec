/** Search in a real browser: static files that live on their own, and a page that stays open. */
import { expect, test } from "vitest";
import { openDemo } from "./visitor.ts";

const demo = openDemo();

test("F082 the help center and its search are static files: they work with the database away", async () => {
  const { page, context } = await demo.visitor("en");
  await page.goto("/en/");
  await page.route("**/api/**", (route) => route.abort());
  await page.keyboard.press("/");
  await page.keyboard.type("reset password");
  await page.getByRole("option").first().waitFor();
  await context.close();
});

test("a page that stays open looks for new articles after a minute, and not while one types", async () => {
  const { page, context } = await demo.visitor("en");
  await page.clock.install();
  let asked = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/search/en/entry.json")) asked += 1;
  });
  await page.goto("/en/");
  await page.keyboard.press("/");
  const option = page.getByRole("option").first();
  const type = async (text: string) => {
    await page.keyboard.type(text);
    await page.clock.runFor(500);
    await option.waitFor();
  };
  await type("reset pass");
  await type("word");
  expect(asked).toBe(1);
  await page.clock.fastForward(61_000);
  await type(" please");
  await type(" now");
  expect(asked).toBe(2);
  await page.locator("h1").first().click();
  await page.clock.fastForward(61_000);
  await page.keyboard.press("/");
  await expect.poll(() => asked).toBe(3);
  await context.close();
});
