import fc from "fast-check";
import { expect, test } from "vitest";
import { slicePostings, writeMeta } from "#server/publishing/searchslices.ts";
import { readMeta, readPostings } from "#src/search/postings.ts";
import { packVocabulary, unpackVocabulary } from "#src/search/vocabulary.ts";

/** `[[["a", [[3, [-9, 1], []], [4, [-9, 2], []]], []], ["b", …]]]`, as Pagefind writes it. */
const INDEX = Uint8Array.from(
  Buffer.from(
    "8182836161828303822801808304822802808083616281830182280180 80".replace(" ", ""),
    "hex",
  ),
);

test("slices hold together what the whole holds", () => {
  const whole = readPostings(INDEX);
  const slices = slicePostings(INDEX, 1);
  expect(slices.map(({ from, to }) => [from, to])).toEqual([
    ["a", "a"],
    ["b", "b"],
  ]);
  expect(new Map(slices.flatMap(({ bytes }) => [...readPostings(bytes)]))).toEqual(whole);
  expect([...whole.get("a")!.pages]).toEqual([3, 7]);
  expect([...whole.get("a")!.impacts]).toEqual([8, 8]);
});

test("a large limit leaves one slice, byte for byte", () => {
  const [only, ...others] = slicePostings(INDEX, 1000);
  expect(others).toEqual([]);
  expect(only).toEqual({ from: "a", to: "b", bytes: INDEX });
});

test("the table of contents reads as it was written, whatever the names", () => {
  const name = fc.string({ unit: "grapheme", maxLength: 300 });
  fc.assert(
    fc.property(fc.array(fc.record({ from: name, to: name, file: name })), (chunks) => {
      const meta = writeMeta(Uint8Array.of(0x83, 0x60, 0x81, 0x81, 0x62, 0x69, 0x64, 0x80), chunks);
      expect(readMeta(meta)).toEqual({ ids: ["id"], chunks });
    }),
  );
});

test("the vocabulary keeps words exactly and counts of pairs to a power of two", () => {
  const packed = packVocabulary({ camera: 9, wifi: 2, 退款: 9, 发票: 8, 支付: 2, 款: 7 });
  expect(packed.pairs).toEqual({ 1: "支付", 3: "发票退款" });
  expect(unpackVocabulary(packed).counts).toEqual({
    camera: 9,
    wifi: 2,
    退款: 8,
    发票: 8,
    支付: 2,
  });
});
