/** The product with its demo, and people who look at it, each with a browser of their own. */
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import type { Locale } from "../../content/schema.ts";
import { demoIsWhole, type Product, startProduct } from "../product.ts";
import { complaintsOf, openBrowser } from "./chromium.ts";

/** Runs the product for the tests of a file. What it returns can be used once they have begun. */
export function openDemo(options: { contentDir?: string; env?: Record<string, string> } = {}) {
  const demo = {} as { product: Product; browser: Browser };
  beforeAll(async () => {
    const product = await startProduct({ ...options, args: ["--demo"] });
    Object.assign(demo, { product, browser: await openBrowser() });
    // It answers before its last tickets and visits are there.
    await demoIsWhole(product);
  });
  afterAll(async () => {
    await demo.browser.close();
    await demo.product.remove();
  });
  return {
    get product(): Product {
      return demo.product;
    },
    /** Somebody in Shanghai who reads this language. @param expected see `complaintsOf`. */
    async visitor(
      locale: Locale,
      { expected, ...how }: BrowserContextOptions & { expected?: RegExp[] } = {},
    ) {
      const context = await demo.browser.newContext({
        locale: locale === "zh" ? "zh-CN" : "en-GB",
        timezoneId: "Asia/Shanghai",
        viewport: { width: 1440, height: 900 },
        baseURL: demo.product.url,
        ...how,
      });
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      return { context, page, complaints: complaintsOf(page, expected) };
    },
  };
}
