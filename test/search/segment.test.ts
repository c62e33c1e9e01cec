import fc from "fast-check";
import { expect, test } from "vitest";
import { parseQuery } from "#src/search/query.ts";
import { segment } from "#src/search/segment.ts";
import { stem } from "#src/search/stem.ts";
import { textTerm, titleTerms } from "#src/search/terms.ts";

/** Terms as text; those that needn't be found in brackets. */
function cut(text: string): string {
  return segment(text)
    .map(({ term, extra }) => (extra ? `(${term})` : term))
    .join(" ");
}

test.each([
  ["怎么开发票", "怎么 么开 开发 发票 (票)"],
  ["退", "退"],
  ["退款，发票", "退款 (款) 发票 (票)"],
  ["连不上Wi-Fi了", "连不 不上 (上) wi fi (wifi) 了"],
  ["鹭屿App打不开", "鹭屿 (屿) app 打不 不开 (开)"],
  ["e-mail", "e mail (email)"],
  ["2.4GHz", "2p4 ghz (2p4ghz)"],
  ["Cam X", "cam x"],
  ["CR2450 battery", "cr 2450 (cr2450) batteri"],
  ["ｗｉｆｉ　密码", "wifi 密码 (码)"],
  ["don’t", "dont"],
  ["\u200B退\u200B款", "退 款"],
  ["?!… —", ""],
  ["", ""],
])("%s is cut into %s", (text, expected) => {
  expect(cut(text)).toBe(expected);
});

test("places point into the original text, whatever was folded", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      let last = 0;
      for (const { start, end, extra } of segment(text)) {
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        if (!extra) expect(start).toBeGreaterThanOrEqual(last);
        if (!extra) last = start;
      }
    }),
  );
});

test("the index holds letters, digits and spaces only", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
      const terms = segment(text).flatMap((token) => [textTerm(token), ...titleTerms(token)]);
      expect(terms.join(" ")).not.toMatch(/[<>&"'\p{P}]/u);
    }),
  );
});

test.each([
  ["delivery", "delivered"],
  ["delivery", "deliver"],
  ["deliveries", "delivering"],
  ["cancel", "cancelled"],
  ["cancel", "cancellation"],
  ["charge", "charging"],
  ["invoice", "invoices"],
  ["connect", "connection"],
  ["install", "installed"],
  ["notify", "notifications"],
  ["reply", "replies"],
  ["payment", "payments"],
  ["subscribe", "subscribed"],
])("%s and %s are one word", (left, right) => {
  expect(stem(left)).toBe(stem(right));
});

test.each([
  ["router", "route"],
  ["battery", "bat"],
  ["bus", "buy"],
  ["order", "ordinary"],
  ["status", "state"],
  ["device", "deviate"],
])("%s and %s stay two words", (left, right) => {
  expect(stem(left)).not.toBe(stem(right));
});

test.each([
  ["camera", ["cameraˑ"], []],
  ["how", ["ːhow"], ["ˑhow"]],
  ["退款", ["退款", "款"], ["ˑ退", "ˑ款"]],
  ["怎么", ["ː怎么", "ː么"], ["ˑ怎", "ˑ怎么", "ˑ么"]],
])("%s is written %j in the text and %j in a title", (text, inText, inTitle) => {
  expect(segment(text).map(textTerm)).toEqual(inText);
  expect(segment(text).flatMap(titleTerms)).toEqual(inTitle);
});

test("words that say nothing are marked, and an unfinished word is a beginning", () => {
  const shown = (query: string, typing: boolean) =>
    parseQuery(query, typing).map(
      ({ term, stop, prefix, extra }) =>
        `${term}${stop ? "-" : ""}${prefix ? "*" : ""}${extra ? "?" : ""}`,
    );
  expect(shown("how do I reset my passw", true)).toEqual([
    "how-",
    "do-",
    "i-",
    "reset",
    "my-",
    "passw*",
  ]);
  expect(shown("reset password ", true)).toEqual(["reset", "password", "resetpassword?"]);
  expect(shown("怎么退款", false)).toEqual(["怎么-", "么退-", "退款", "款?"]);
});
