/** What a full build would make otherwise is found and named. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, expect, test } from "vitest";
import { parseEnv } from "../../server/env.ts";
import { now } from "../../server/now.ts";
import { root } from "../../server/prepare.ts";
import { openPublisher } from "../../server/publishing/publisher.service.ts";
import { closeIndexer } from "../../server/publishing/searchindex.service.ts";
import { verifySite } from "../../server/publishing/verify.service.ts";
import { openShelf } from "../site/shelf.ts";

const shelf = openShelf();
const data = mkdtempSync(join(tmpdir(), "answerable-verify-"));
const env = parseEnv({ DATA_DIR: data, PUBLIC_URL: "http://localhost:4321" });
const place = { siteDir: join(data, "site"), stateDir: join(data, "search-state") };
const buildDir = join(root, `.build/verify-test-${process.pid}`);
afterAll(async () => {
  await closeIndexer();
  shelf.close();
  rmSync(data, { recursive: true });
});
const verify = () =>
  verifySite(place, { dir: shelf.dir, publicUrl: "http://localhost:4321" }, buildDir);

test("a site that was published piece by piece, and one that was tampered with", async () => {
  const log = pino({ level: "silent" });
  shelf.article("en/orders/pay", { id: "kb-0001", title: "Pay by card" });
  shelf.article("zh/orders/pay", { id: "kb-0001", title: "用卡付款" });
  shelf.article("en/orders/gone", { id: "kb-0002", title: "Soon gone" });
  const publisher = await openPublisher({ env, log, now }, shelf.dir, () => {});
  shelf.article("en/orders/late", { id: "kb-0003", title: "Late", redirect_from: ["setup/l"] });
  shelf.remove("en/orders/gone.md");
  await publisher.sync();
  await publisher.close();
  expect(await verify()).toMatchObject({ articles: 3, differences: [] });

  const page = join(place.siteDir, "en/orders/pay/index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace("Pay by card", "Pay by cart"));
  rmSync(join(place.siteDir, "zh/orders/pay"), { recursive: true });
  mkdirSync(join(place.siteDir, "en/orders/gone"));
  writeFileSync(join(place.siteDir, "en/orders/gone/index.html"), "Soon gone");
  const delta = join(place.stateDir, "search-en-delta.json");
  writeFileSync(delta, readFileSync(delta, "utf8").replaceAll('"Late"', '"Lately"'));
  expect((await verify()).differences).toEqual([
    { what: "en/orders/pay/index.html", how: "other" },
    { what: "zh/orders/pay/index.html", how: "missing" },
    { what: "en/orders/gone/index.html", how: "too_much" },
    { what: "search en/orders/late", how: "other" },
  ]);
});
