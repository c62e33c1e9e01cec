import { expect, test } from "vitest";
import { normalise, normaliseWord } from "#src/search/normalise.ts";

test.each([
  ["Ｗｉ－Ｆｉ", "wi-fi"],
  ["ＡＢＣ１２３", "abc123"],
  ["Café", "cafe"],
  ["zero\u200Bwidth", "zerowidth"],
  ["soft\u00ADhyphen", "softhyphen"],
  ["ﬁrmware", "firmware"],
  ["ガス", "カス"],
  ["退款", "退款"],
])("%s is compared as %s", (text, expected) => {
  expect(normalise(text)).toBe(expected);
});

test.each([
  ["camera's", "camera"],
  ["camera’s", "camera"],
  ["don't", "dont"],
  ["don’t", "dont"],
  ["users'", "users"],
  ["1,000", "1000"],
  ["12,50", "12p50"],
  ["2.4", "2p4"],
  ["1.", "1"],
])("the word %s is compared as %s", (word, expected) => {
  expect(normaliseWord(word)).toBe(expected);
});
