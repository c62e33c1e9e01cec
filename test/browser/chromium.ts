/** A real Chromium: the one named, the system's, Playwright's own, or the one that comes by npm. */
import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const flags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A sandbox needs an account other than root's.
  ...(userInfo().uid === 0 ? ["--no-sandbox"] : []),
];

async function executable(): Promise<string> {
  const places = [
    process.env.CHROMIUM_PATH,
    "/usr/bin/chromium",
    "/usr/bin/google-chrome",
    chromium.executablePath(),
  ];
  const found = places.find((path) => path && existsSync(path));
  if (found) return found;
  const { default: packaged } = await import("@sparticuz/chromium");
  return packaged.executablePath();
}

export const openBrowser = async (): Promise<Browser> =>
  chromium.launch({ executablePath: await executable(), args: flags });

/** The same, with a profile that outlives the browser. */
export async function openProfile(folder: string, options: object = {}): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: await executable(),
    args: flags,
    ...options,
  });
}

/**
 * Collects what a reader's browser complains of: console errors, uncaught faults, answers of 5xx.
 * @param expected complaints that belong to the story, such as a backend that was killed.
 */
export function complaintsOf(page: Page, expected: RegExp[] = []): string[] {
  const complaints: string[] = [];
  const add = (text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) complaints.push(text);
  };
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      add(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => add(`uncaught: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 500) add(`${response.status()} ${response.url()}`);
  });
  return complaints;
}
