/** Pagefind's files, read without its program. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeIndexer } from "#server/publishing/searchindex.service.ts";
import { impactsOf } from "#server/publishing/searchpage.ts";
import { fileLoader } from "#server/publishing/searchread.service.ts";
import { readCbor } from "#src/search/cbor.ts";
import type { SearchEntry, SearchIndex, SearchRecord } from "#src/search/entry.ts";
import { unpack } from "#src/search/unpack.ts";
import { IMPACT_STEP } from "#src/search/weights.ts";
import { articles, type PublishedSearch, publish } from "./library.ts";

let records: SearchRecord[];
let published: PublishedSearch;
let entry: SearchEntry;
let index: SearchIndex;

beforeAll(async () => {
  records = await articles("zh");
  published = await publish(records, "zh");
  const loader = fileLoader(published.place.siteDir, "zh");
  entry = await loader.entry();
  index = await loader.index(entry);
});
afterAll(async () => {
  await closeIndexer();
  await published.remove();
});

test("every term of every article is found with its weight, and no other article with it", async () => {
  const expected = new Map<string, string[]>();
  for (const record of records) {
    for (const [term, impact] of impactsOf(record, entry.averageLength)) {
      const level = Math.max(1, Math.round(impact / IMPACT_STEP));
      expected.set(term, [...(expected.get(term) ?? []), `${record.key} ${level}`]);
    }
  }
  const keys = await Promise.all(
    Array.from({ length: index.pages }, async (_, page) => (await index.load(page)).key),
  );
  for (const [term, holders] of expected) {
    const { pages, impacts } = await index.find(term);
    const found = [...pages].map((page, at) => `${keys[page]} ${impacts[at]}`);
    expect(found.sort(), term).toEqual(holders.sort());
  }
});

test.each(["", "zzzz", "\u{10FFFF}", "退退退", "ˑ"])("%j is in no article", async (term) => {
  expect((await index.find(term)).pages).toHaveLength(0);
});

test("a beginning finds what its longer words find", async () => {
  const whole = await index.find("wifiˑ");
  const begun = await index.findPrefix("wif");
  expect(whole.pages.length).toBeGreaterThan(0);
  expect([...begun.pages]).toEqual(expect.arrayContaining([...whole.pages]));
});

test.each([
  [[0x18, 0xff], 255],
  [[0x19, 0x01, 0x00], 256],
  [[0x1a, 0x00, 0x01, 0x00, 0x00], 65_536],
  [[0x38, 0x78], -121],
  [[0x05], 5],
])("the bytes %j are %i", (bytes, number) => {
  expect(readCbor(Uint8Array.from(bytes)).number()).toBe(number);
});

test("what isn't an index is said to be none", () => {
  expect(() => readCbor(new TextEncoder().encode("<!doctype")).list()).toThrow(/Not a Pagefind/);
  expect(() => readCbor(new Uint8Array()).list()).toThrow(/Not a Pagefind/);
});

test("a file that a server unpacked on the way is taken as it is", async () => {
  const plain = new TextEncoder().encode("pagefind_dcd");
  const packed = await new Response(
    new Blob([plain]).stream().pipeThrough(new CompressionStream("gzip")),
  ).arrayBuffer();
  expect(await unpack(new Uint8Array(packed))).toEqual(plain);
  expect(await unpack(plain)).toEqual(plain);
});
