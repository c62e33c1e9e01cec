import { existsSync } from "node:fs";
import { readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { closeIndexer } from "#server/publishing/searchindex.service.ts";
import { publishBase, publishDelta } from "#server/publishing/searchpublish.service.ts";
import { fileLoader } from "#server/publishing/searchread.service.ts";
import { sweepSearch } from "#server/publishing/searchsweep.service.ts";
import type { SearchEntry } from "#src/search/entry.ts";
import { parseQuery } from "#src/search/query.ts";
import { retrieve } from "#src/search/retrieve.ts";
import { createSearch } from "#src/search/search.ts";
import { SearchUnavailable } from "#src/search/unavailable.ts";
import { article, type PublishedSearch, publish } from "./library.ts";

const library = [
  article("en/a/reset", "Reset your password", "Open the app. Choose Forgot password."),
  article("en/a/hub", "Red light on the hub", "A red light means that the hub is broken."),
  article("en/a/invoice", "Get an invoice", "We send the invoice by e-mail. Check the hub too."),
  article("en/a/camera", "Camera is offline", "Restart the router, then the camera."),
];

let published: PublishedSearch;

beforeEach(async () => {
  published = await publish(library);
});
afterEach(() => published.remove());
afterAll(closeIndexer);

const change = (records: ReturnType<typeof article>[], removed: string[] = []) =>
  publishDelta(published.place, "en", records, removed);

async function keys(query: string): Promise<string[]> {
  return (await published.open().search(query)).results.map(({ key }) => key);
}

function entryFile(): string {
  return join(published.place.siteDir, "search/en/entry.json");
}

test("a changed article is found by its new words and no more by its old ones", async () => {
  expect(await keys("broken")).toEqual(["en/a/hub"]);
  await change([article("en/a/hub", "Crimson glow on the bridge", "It needs a repair.")]);
  expect(await keys("crimson glow")).toEqual(["en/a/hub"]);
  expect(await keys("broken")).toEqual([]);
  expect(await keys("hub")).toEqual(["en/a/invoice"]);
});

test("a new article is found, a removed one is not", async () => {
  await change([article("en/a/siren", "Silence the siren", "Press once.")], ["en/a/camera"]);
  expect(await keys("siren")).toEqual(["en/a/siren"]);
  expect(await keys("camera")).toEqual([]);
});

test("a page that is open finds what was published since, and asks for it once a minute at most", async () => {
  let now = 0;
  let asked = 0;
  const loader = fileLoader(published.place.siteDir, "en");
  const entry = () => {
    asked += 1;
    return loader.entry();
  };
  const search = createSearch({ ...loader, entry }, () => now);
  const found = async () => (await search.search("siren")).results.map(({ key }) => key);
  expect(await found()).toEqual([]);
  await change([article("en/a/siren", "Silence the siren", "Press once.")]);
  now = 59_000;
  expect([await found(), asked]).toEqual([[], 1]);
  now = 61_000;
  expect([await found(), await found(), asked]).toEqual([["en/a/siren"], ["en/a/siren"], 2]);
});

test("a page that is open goes on with what it has when nobody answers", async () => {
  let now = 0;
  const loader = fileLoader(published.place.siteDir, "en");
  const entry = () => (now > 0 ? Promise.reject(new Error("offline")) : loader.entry());
  const search = createSearch({ ...loader, entry }, () => now);
  await search.warm();
  now = 61_000;
  expect((await search.search("hub")).results).toHaveLength(2);
});

test("the same change twice gives the same files", async () => {
  const changed = [article("en/a/hub", "Crimson glow", "It needs a repair.")];
  const first = await change(changed, ["en/a/camera"]);
  const second = await change(changed, ["en/a/camera"]);
  expect(second.entry).toEqual(first.entry);
});

test("a later change keeps the earlier ones", async () => {
  await change([article("en/a/siren", "Silence the siren", "Press once.")]);
  await change([article("en/a/lamp", "Dim the lamp", "Turn the wheel.")]);
  expect(await keys("siren")).toEqual(["en/a/siren"]);
  expect(await keys("lamp")).toEqual(["en/a/lamp"]);
});

test("an article changed back is the base's own again", async () => {
  await change([article("en/a/hub", "Crimson glow", "It needs a repair.")]);
  const { entry } = await change([library[1]!]);
  expect(entry).toMatchObject({ delta: null, tombstones: [], docs: 4 });
  expect(await keys("broken")).toEqual(["en/a/hub"]);
});

test("changes at the same moment are all kept", async () => {
  const words = ["siren", "lamp", "valve", "plug"];
  await Promise.all(words.map((word) => change([article(`en/a/${word}`, word, "Press once.")])));
  for (const word of words) expect(await keys(word)).toEqual([`en/a/${word}`]);
});

test("frequencies of base and delta are joined, replaced pages don't count", async () => {
  await change([
    article("en/a/hub", "Hub is white", "All is well with the hub."),
    article("en/a/bridge", "Use the hub as a bridge", "Connect it."),
  ]);
  const loader = fileLoader(published.place.siteDir, "en");
  const entry = await loader.entry();
  const found = await retrieve(await loader.index(entry), entry, parseQuery("hub camera"), 9);
  expect(entry.docs).toBe(5);
  expect(Object.fromEntries(found.frequencies)).toMatchObject({ hub: 3, camera: 1 });
});

/** Candidates of a query with their scores before their texts are loaded. */
async function candidates(query: string): Promise<[key: string, score: number][]> {
  const loader = fileLoader(published.place.siteDir, "en");
  const entry = await loader.entry();
  const index = await loader.index(entry);
  const found = await retrieve(index, entry, parseQuery(query), 9);
  return Promise.all(
    found.candidates.map(async ({ page, score }) => [(await index.load(page)).key, score] as const),
  ) as Promise<[string, number][]>;
}

test("a page of the delta stands where a full build would put it", async () => {
  const fresh = article("en/a/bridge", "Bridge and invoice", "The invoice of the bridge is blue.");
  await change([fresh]);
  const withDelta = await candidates("invoice hub");
  await publishBase(published.place, "en", [...library, fresh]);
  const withBase = await candidates("invoice hub");
  expect(withDelta.map(([key]) => key)).toEqual(withBase.map(([key]) => key));
  for (const [index, [, score]] of withDelta.entries()) {
    expect(score / withBase[index]![1]).toBeGreaterThan(0.9);
    expect(score / withBase[index]![1]).toBeLessThan(1.1);
  }
});

test("a page opened before a publishing goes on with what it has loaded", async () => {
  const before = published.open();
  await before.warm();
  await change([article("en/a/hub", "Crimson glow", "It needs a repair.")]);
  await publishBase(published.place, "en", [library[0]!]);
  expect((await before.search("broken")).results[0]?.key).toBe("en/a/hub");
});

test("sweeping leaves what the entry names, and for a day what it named", async () => {
  const noon = Date.now();
  const sweep = (hours: number) => sweepSearch(published.place, new Date(noon + hours * 3_600_000));
  await change([article("en/a/siren", "Silence the siren", "Press once.")]);
  expect(await sweep(100)).toEqual([]);
  await change([article("en/a/lamp", "Dim the lamp", "Turn the wheel.")]);
  expect(await sweep(123)).toEqual([]);
  const removed = await sweep(125);
  expect(removed).toHaveLength(1);
  expect(removed[0]).toMatch(/^en\/delta-/);
  expect(await keys("siren")).toEqual(["en/a/siren"]);
  expect(await keys("password")).toEqual(["en/a/reset"]);
});

test("no draft file is left behind", async () => {
  await change([article("en/a/siren", "Silence the siren", "Press once.")]);
  const all = await readdir(join(published.place.siteDir, "search"), { recursive: true });
  expect(all.filter((name) => name.includes(".tmp"))).toEqual([]);
});

test("what was searched before can't be mistaken for nothing found", async () => {
  const { base } = JSON.parse(await readFile(entryFile(), "utf8")) as SearchEntry;
  const folder = join(published.place.siteDir, "search", base.path);
  await rename(join(folder, "index"), join(folder, "away"));
  await expect(published.open().search("password")).rejects.toThrow(SearchUnavailable);
});

test("a missing page text is a failure too", async () => {
  const { base } = JSON.parse(await readFile(entryFile(), "utf8")) as SearchEntry;
  await rm(join(published.place.siteDir, "search", base.path, "fragment"), { recursive: true });
  await expect(published.open().search("password")).rejects.toThrow(SearchUnavailable);
});

test("a missing entry is a failure, and the next try succeeds when it is back", async () => {
  const search = published.open();
  await rename(entryFile(), `${entryFile()}.away`);
  await expect(search.search("password")).rejects.toThrow(SearchUnavailable);
  await rename(`${entryFile()}.away`, entryFile());
  expect((await search.search("password")).results[0]?.key).toBe("en/a/reset");
});

test("without a base there is no delta", async () => {
  const place = { ...published.place, stateDir: join(published.place.stateDir, "none") };
  await expect(publishDelta(place, "en", [], [])).rejects.toThrow(/No search index/);
  expect(existsSync(place.stateDir)).toBe(false);
});

test("a language without an article finds nothing, and that is no failure", async () => {
  await publishBase(published.place, "zh", []);
  const empty = createSearch(fileLoader(published.place.siteDir, "zh"));
  expect((await empty.search("退款")).results).toEqual([]);
  await publishDelta(published.place, "zh", [article("zh/a/hub", "网关", "红灯")], []);
  const filled = createSearch(fileLoader(published.place.siteDir, "zh"));
  expect((await filled.search("网关")).results).toHaveLength(1);
});
