/** What the help center says about known problems outlives whatever happens to the site. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, expect, test } from "vitest";
import { parseEnv } from "../../server/env.ts";
import { knownIssues } from "../../server/incidents/banner.ts";
import { openPublisher } from "../../server/publishing/publisher.service.ts";
import { closeIndexer } from "../../server/publishing/searchindex.service.ts";
import { openShelf } from "../site/shelf.ts";

const shelf = openShelf();
const data = mkdtempSync(join(tmpdir(), "answerable-known-"));
const env = parseEnv({ DATA_DIR: data, PUBLIC_URL: "http://localhost:4321" });
const log = pino({ level: "silent" });
const file = join(data, "site/known-issues.json");

afterAll(async () => {
  await closeIndexer();
  shelf.close();
  rmSync(data, { recursive: true });
});

const noon = new Date("2026-11-18T12:00:00Z");
const open = () => openPublisher({ env, log, now: () => noon }, shelf.dir, () => {});
const said = () => JSON.parse(readFileSync(file, "utf8"));
const issue = { id: 7, en: "Signing in fails.", zh: "无法登录。", link: "", since: noon.getTime() };

test("a site that never had a problem has the file, so that pages find one", async () => {
  await (await open()).close();
  expect(said()).toEqual([]);
});

test("it survives a restart and a full build, and the last word wins", async () => {
  const first = await open();
  await first.announce(async () => [issue]);
  expect(said()).toEqual([issue]);
  const written = statSync(file).mtimeMs;
  await first.announce(async () => [issue]);
  expect(statSync(file).mtimeMs).toBe(written);
  await first.close();
  writeFileSync(
    join(shelf.dir, "site.yml"),
    "name: { en: Other, zh: Other }\ntagline: { en: x, zh: x }\n",
  );
  const second = await open();
  expect(said()).toEqual([issue]);
  await Promise.all([second.announce(async () => [issue]), second.announce(async () => [])]);
  expect(said()).toEqual([]);
  await second.close();
});

test("one that can't be read doesn't silence the next", async () => {
  const publisher = await open();
  const away = publisher.announce(() => Promise.reject(new Error("The database is away.")));
  await expect(away).rejects.toThrow("away");
  await publisher.announce(async () => [issue]);
  expect(said()).toEqual([issue]);
  await publisher.close();
});

test.each([
  ["one language is said in both", { en: "Broken.", zh: "", link: "" }, ["Broken."]],
  ["nothing written is no banner", { en: "", zh: "", link: "" }, []],
  ["what isn't a banner is none", {}, []],
])("%s", (_, banner, zh) => {
  const shown = knownIssues([{ number: 1, banner, bannerFrom: noon }]);
  expect(shown.map((one) => one.zh)).toEqual(zh);
});

test("the latest three are shown", () => {
  const banner = { en: "a", zh: "b", link: "" };
  const five = [1, 2, 3, 4, 5].map((number) => {
    return { number, banner, bannerFrom: new Date(noon.getTime() + number) };
  });
  expect(knownIssues(five).map(({ id }) => id)).toEqual([5, 4, 3]);
});
