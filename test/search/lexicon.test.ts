import { expect, test } from "vitest";
import { foldsOf, soundsOf } from "#server/publishing/searchsounds.ts";
import { rewrite } from "#src/search/lexicon.ts";
import { packVocabulary, unpackVocabulary } from "#src/search/vocabulary.ts";

const counts = { 密码: 9, 忘记: 5, 发票: 8, 退款: 7, 网关: 4, wifi: 6, app: 3 };
const characters = Object.keys(counts).join("");
const lexicon = unpackVocabulary(
  packVocabulary(counts, { sounds: soundsOf(characters), folds: foldsOf(characters) }),
);
const known = (term: string) => term in counts;

test.each([
  ["忘記密碼", "忘记密码"],
  ["發票", "发票"],
  ["蜜码", "密码"],
  ["推款", "退款"],
  ["mima", "密码"],
  ["wangjimima", "忘记密码"],
  ["mima wifi", "密码 wifi"],
  ["密码", "密码"],
  ["魑魅魍魉", "魑魅魍魉"],
  ["camera", "camera"],
  ["xyzzy", "xyzzy"],
  ["", ""],
])("%s is read as %s", (typed, expected) => {
  expect(rewrite(typed, lexicon, known)).toBe(expected);
});

test("where no article is Chinese nothing is rewritten", () => {
  expect(rewrite("mima 發票", unpackVocabulary(packVocabulary({ app: 3 })), known)).toBe(
    "mima 發票",
  );
});

test("a word of many syllables is read in no time", () => {
  const start = performance.now();
  rewrite(`${"an".repeat(15)}x ${"xi".repeat(15)}`, lexicon, known);
  expect(performance.now() - start).toBeLessThan(100);
});
