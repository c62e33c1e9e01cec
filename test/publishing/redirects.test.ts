/** Addresses that lead elsewhere answer with 301, and follow the file as it changes. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { afterAll, expect, test } from "vitest";
import type { Deps } from "#server/deps.ts";
import { siteRoutes } from "#server/publishing/site.http.ts";
import { redirectsOf } from "#src/catalog/redirects.ts";
import { readCatalog } from "#src/catalog.ts";
import { openShelf } from "../site/shelf.ts";

const data = mkdtempSync(join(tmpdir(), "answerable-redirects-"));
const file = join(data, "site/_redirects");
mkdirSync(join(data, "site"));
const http = Fastify();
const deps = { env: { DATA_DIR: data } } as unknown as Deps;
afterAll(async () => {
  await http.close();
  rmSync(data, { recursive: true });
});

test("with the query, and only from what the file names", async () => {
  await http.register(siteRoutes, { deps });
  const ask = async (url: string) => {
    const { statusCode, headers } = await http.inject({ url });
    return [statusCode, headers.location];
  };
  expect(await ask("/en/a/b/")).toEqual([404, undefined]);
  writeFileSync(file, "/en/a/b/ /en/c/d/ 301\n");
  expect(await ask("/en/a/b/?q=x")).toEqual([301, "/en/c/d/?q=x"]);
  expect(await ask("/en/c/d/")).toEqual([404, undefined]);
  writeFileSync(file, "/en/a/b/ /en/e/f/ 301\n");
  utimesSync(file, 1, 1);
  expect(await ask("/en/a/b/")).toEqual([301, "/en/e/f/"]);
});

test("an archived article leads to the one that took its place, or to its topic", () => {
  const shelf = openShelf();
  const archived = { confidence: "archived" };
  shelf.article("en/orders/pay", { id: "kb-0001", title: "Pay", redirect_from: ["setup/pay"] });
  shelf.article("en/setup/pay", { id: "kb-0002", title: "Here again" });
  shelf.article("en/orders/a", { id: "kb-0003", ...archived, replaced_by: "kb-0001" });
  shelf.article("en/orders/b", { id: "kb-0004", ...archived, replaced_by: "kb-9999" });
  shelf.article("en/refunds/c", { id: "kb-0005", ...archived, redirect_from: ["orders/c"] });
  shelf.article("en/orders/d", { id: "kb-0006", ...archived, audience: "internal" });
  shelf.article("zh/orders/a", { id: "kb-0003", ...archived, replaced_by: "kb-0001" });
  expect(redirectsOf(readCatalog(shelf.dir))).toEqual({
    "/en/orders/a/": "/en/orders/pay/",
    "/en/orders/b/": "/en/orders/",
    "/en/refunds/c/": "/en/",
    "/en/orders/c/": "/en/",
    "/zh/orders/a/": "/zh/",
  });
  shelf.close();
});
