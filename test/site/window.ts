import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { fileOf } from "./build.ts";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const flags =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/** A machine's own Chromium where there is one, else the one that comes with the packages. */
async function executable(): Promise<string> {
  const own = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome"];
  const found = own.find((path) => path && existsSync(path));
  if (found) return found;
  const packaged = await import("@sparticuz/chromium");
  return packaged.default.executablePath();
}

/** Serves a built site as the server does: with its security policy, and `404.html` for what is missing. */
export async function openWindow(site: string) {
  const hashes = JSON.parse(readFileSync(`${site}.csp.json`, "utf8")).scriptSrc.join(" ");
  const policy = [
    "default-src 'self'",
    `script-src 'self' ${hashes}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
  ].join("; ");
  const server = createServer((request, response) => {
    const file = fileOf(site, new URL(request.url ?? "/", "http://site").pathname);
    const known = existsSync(file);
    const shown = known ? file : fileOf(site, "/404.html");
    response.writeHead(known ? 200 : 404, {
      "content-type": types[extname(shown)] ?? "application/octet-stream",
      "content-security-policy": policy,
    });
    response.end(readFileSync(shown));
  });
  await new Promise<void>((ready) => server.listen(0, ready));
  const baseURL = `http://localhost:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath: await executable(),
    args: flags.split(" "),
  });
  return {
    open: (path: string, options: BrowserContextOptions = {}) =>
      openPage(browser, path, { baseURL, ...options }),
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** A page of its own, which throws what the browser complains of when it is closed. */
async function openPage(browser: Browser, path: string, options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => {
    // A missing page is answered with 404 on purpose, and the browser notes that as an error.
    if (message.type() === "error" && !message.text().includes("404")) {
      complaints.push(message.text());
    }
  });
  await page.goto(path);
  return {
    page,
    async [Symbol.asyncDispose]() {
      await context.close();
      if (complaints.length > 0) throw new Error(`${path}: ${complaints.join("\n")}`);
    },
  };
}

/** How far a page can be scrolled sideways, in pixels. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
