/** The way into the desk for one of the demo's people. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { m } from "#messages";
import type { Locale } from "../../content/schema.ts";
import type { Login } from "../../prisma/seed.ts";

/** Opens a page of the desk and signs in there. @param name as `prisma/seed.ts` gives it. */
export async function signIn(
  page: Page,
  { dataDir, name, locale, path }: { dataDir: string; name: string; locale: Locale; path: string },
): Promise<void> {
  const logins: Login[] = JSON.parse(readFileSync(join(dataDir, "demo-logins.json"), "utf8"));
  const login = logins.find((each) => each.name === name)!;
  const button = page.getByRole("button", { name: m.console_sign_in({}, { locale }), exact: true });
  await page.goto(path);
  await page.getByLabel(m.console_email({}, { locale })).fill(login.email);
  await page.getByLabel(m.console_password({}, { locale }), { exact: true }).fill(login.password);
  await button.click();
  await button.waitFor({ state: "detached" });
}
