import { expect, test } from "vitest";
import { markText } from "#src/search/answer.ts";
import { parseQuery } from "#src/search/query.ts";
import { sentences } from "#src/search/sentences.ts";
import { editDistance, nearestWord } from "#src/search/spell.ts";
import { salientTerms } from "#src/search/suggest.ts";

/** Marked pieces in brackets. */
function marked(text: string, query: string, typing = false): string {
  const terms = parseQuery(query, typing).map((term) => ({ ...term, weight: 1 }));
  return markText(text, terms)
    .map(({ text: piece, mark }) => (mark ? `[${piece}]` : piece))
    .join("");
}

test.each([
  ["The camera’s offline.", "camera offline", "The [camera’s] [offline]."],
  ["Deliveries take two days.", "delivery", "[Deliveries] take two days."],
  ["申请电子发票的方法", "电子发票", "申请[电子发票]的方法"],
  ["用 Ｗｉ-Ｆｉ 连接", "wifi", "用 [Ｗｉ-Ｆｉ] 连接"],
  ["Use <b>bold</b> & more", "bold", "Use <b>[bold]</b> & more"],
  ["How do I pay", "how do I", "How do I pay"],
])("in %s, %s marks %s", (text, query, expected) => {
  expect(marked(text, query)).toBe(expected);
});

test("an unfinished word marks the longer one", () => {
  expect(marked("Your invoice", "invo", true)).toBe("Your [invoice]");
});

test.each([
  ["One. Two!", ["One.", "Two!"]],
  ["Version 2.4 works. Good", ["Version 2.4 works.", "Good"]],
  ["第一步。第二步！完成", ["第一步。", "第二步！", "完成"]],
  ["", []],
])("%s has the sentences %j", (text, expected) => {
  expect(sentences(text).map(({ start, end }) => text.slice(start, end).trim())).toEqual(expected);
});

test.each([
  ["camera", "camrea", 1],
  ["invoice", "invioce", 1],
  ["password", "pasword", 1],
  ["same", "same", 0],
])("%s and %s are %i apart", (left, right, distance) => {
  expect(editDistance(left, right, 2)).toBe(distance);
});

test("a misspelt word becomes the nearest word of the index, a short or strange one doesn't", () => {
  const vocabulary = { camera: 9, cameo: 2, invoic: 4, hub: 5 };
  expect(nearestWord("camrea", vocabulary)).toBe("camera");
  expect(nearestWord("hbu", vocabulary)).toBeNull();
  expect(nearestWord("elephant", vocabulary)).toBeNull();
});

test("of a draft the rare words and those of the subject are asked for", () => {
  const vocabulary = { camera: 40, red: 3, light: 6, hub: 10, morn: 20, phone: 30, famili: 25 };
  const draft =
    "Hello, since this morning my whole family can't see anything on the phone. I tried many things, " +
    "the camera is fine I think, but the hub shows a red light and the red light stays on, please help";
  const terms = salientTerms("Hub shows red light", draft, vocabulary, 52).map(({ term }) => term);
  expect(terms).toHaveLength(8);
  expect(terms.slice(0, 4)).toEqual(["hub", "show", "red", "light"]);
});

test("a word of the subject is asked for before rarer ones of the text", () => {
  const rare = ["amber", "basil", "cedar", "delta", "ember", "fjord", "gamma", "hazel"];
  const vocabulary = { siren: 8, ...Object.fromEntries(rare.map((word) => [word, 3])) };
  const terms = salientTerms("Siren", rare.join(" "), vocabulary, 52).map(({ word }) => word);
  expect(terms).toHaveLength(8);
  expect(terms).toContain("siren");
});
