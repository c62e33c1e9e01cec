import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, expect, test } from "vitest";
import { parseEnv } from "../../server/env.ts";
import { openPublisher } from "../../server/publishing/publisher.service.ts";
import { closeIndexer } from "../../server/publishing/searchindex.service.ts";
import { fileLoader } from "../../server/publishing/searchread.service.ts";
import { sweepSearch } from "../../server/publishing/searchsweep.service.ts";
import type { SearchEntry } from "../../src/search/entry.ts";
import { createSearch } from "../../src/search/search.ts";
import { openShelf } from "../site/shelf.ts";

const shelf = openShelf();
const data = mkdtempSync(join(tmpdir(), "answerable-rebuild-"));
const env = parseEnv({ DATA_DIR: data, PUBLIC_URL: "http://localhost:4321" });
const log = pino({ level: "silent" });
const site = join(data, "site");
const place = { siteDir: site, stateDir: join(data, "search-state") };

afterAll(async () => {
  await closeIndexer();
  shelf.close();
  rmSync(data, { recursive: true });
});

const noon = new Date("2026-11-18T12:00:00Z");
const hoursLater = (hours: number) => new Date(noon.getTime() + hours * 3_600_000);

/** A start of the server and its end, with whatever it builds. */
async function start(at: Date): Promise<SearchEntry> {
  const publisher = await openPublisher({ env, log, now: () => at }, shelf.dir, () => {});
  await publisher.close();
  return JSON.parse(readFileSync(join(site, "search/en/entry.json"), "utf8"));
}

/** Other settings make another site. */
function rename(name: string): void {
  writeFileSync(
    join(shelf.dir, "site.yml"),
    `name: { en: ${name}, zh: ${name} }\ntagline: { en: x, zh: x }\n`,
  );
}

test("a page that is open finds on after a full build, until a day later", async () => {
  shelf.article("en/orders/pay", { title: "Pay by card" }, "Only a zeppelin takes coins.\n");
  const first = await start(noon);
  const open = createSearch(fileLoader(site, "en"));
  await open.warm();

  shelf.article("en/orders/pay", { title: "Pay by card" }, "Only a submarine takes coins.\n");
  rename("Heronby");
  const second = await start(hoursLater(48));
  expect(second.base.path).not.toBe(first.base.path);
  expect((await open.search("zeppelin")).results).toHaveLength(1);
  const fresh = createSearch(fileLoader(site, "en"));
  expect((await fresh.search("zeppelin")).results).toHaveLength(0);
  expect((await fresh.search("submarine")).results).toHaveLength(1);

  // Another build doesn't begin the day anew.
  rename("Heronby Home");
  expect(await start(hoursLater(60))).toEqual(second);
  const old = join(site, "search", first.base.path);
  expect(await sweepSearch(place, hoursLater(71))).toEqual([]);
  expect(existsSync(old)).toBe(true);
  expect(await sweepSearch(place, hoursLater(73))).toContain(first.base.path.slice(0, -1));
  expect(existsSync(old)).toBe(false);
  expect((await createSearch(fileLoader(site, "en")).search("submarine")).results).toHaveLength(1);
});
