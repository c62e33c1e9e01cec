/** What stands where among results, and when another language is asked. */
import { expect, test } from "vitest";
import { askable, type Elsewhere, worthGoing } from "#src/islands/search/elsewhere.ts";
import { type Found, groupsOf, isUnsure } from "#src/islands/search/groups.ts";
import type { SearchAnswer } from "#src/search/search.ts";

const result = (article: string, score = 1) => ({
  ...{ key: article, article, url: `/${article}/`, title: [], category: "", section: null },
  ...{ excerpt: [], score },
});
const answer = (confidence: number, ...results: ReturnType<typeof result>[]): SearchAnswer => ({
  ...{ confidence, confident: confidence >= 0.5, terms: [], took: 0, results },
});
const elsewhere = (names: string[]): Elsewhere => ({
  ...{ locale: "zh", confident: true, results: names.map((name) => result(name)) },
});
const found = (own: SearchAnswer, ...others: string[]): Found => ({
  answer: own,
  elsewhere: others.length > 0 ? elsewhere(others) : null,
  whole: true,
});
const places = (all: Found) =>
  groupsOf(all).map(({ kind, placed }) => [
    kind,
    ...placed.map((one) => `${one.rank}${one.result.article}${one.foreign ?? ""}`),
  ]);
const five = [..."abcde"].map((name) => result(name));

test("a confident first result is the answer, and the rest is more", () => {
  expect(places(found(answer(0.9, ...five)))).toEqual([
    ["answer", "1a"],
    ["more", "2b", "3c", "4d", "5e"],
  ]);
  expect(places(found(answer(0.9, ...five.slice(0, 1))))).toEqual([["answer", "1a"]]);
});

test("without confidence all of them are only related", () => {
  expect(places(found(answer(0.2, ...five)))).toEqual([["related", "1a", "2b", "3c", "4d", "5e"]]);
});

test("another language stands behind the first three and keeps their ranks", () => {
  expect(places(found(answer(0.2, ...five), "x", "y"))).toEqual([
    ["related", "1a", "2b", "3c"],
    ["elsewhere", "6xzh", "7yzh"],
    ["more", "4d", "5e"],
  ]);
});

test("another language never stands beside an answer, and alone where there is nothing else", () => {
  expect(
    places(found(answer(0.9, ...five), "x"))
      .flat()
      .join(),
  ).not.toContain("x");
  expect(places(found(answer(0), "x"))).toEqual([["elsewhere", "1xzh"]]);
});

test("having no answer is said when everything was asked, not before", () => {
  const unsure = found(answer(0.2, ...five));
  expect(isUnsure(unsure)).toBe(true);
  expect(isUnsure({ ...unsure, whole: false })).toBe(false);
  expect(isUnsure(found(answer(0.9, ...five)))).toBe(false);
});

test.each([
  ["摄像头老是掉线", "en", ""],
  ["iPhone 连不上 wifi", "en", "iPhone   wifi"],
  ["a 门", "en", ""],
  ["门铃不响", "zh", "门铃不响"],
  ["connect AquaTemp", "zh", "connect AquaTemp"],
  ["？", "zh", ""],
] as const)("%s in %s: asked for “%s”", (query, locale, text) => {
  expect(askable(query, locale)).toBe(text);
});

test("another language is shown where it fits better, without what the reader can read anyway", () => {
  const own = answer(0.2, result("a"));
  const other = answer(0.6, result("x", 4), result("a", 3), result("y", 2), result("z", 1.9));
  expect(worthGoing(own, other).map(({ article }) => article)).toEqual(["x", "y"]);
  expect(worthGoing(answer(0.7, result("a")), other)).toEqual([]);
  expect(worthGoing(answer(0.2, result("a")), answer(0.1, result("x")))).toEqual([]);
  expect(worthGoing(answer(0), answer(0.2, result("x")))).toEqual([]);
  expect(worthGoing(answer(0), answer(0.3, result("x")))).toHaveLength(1);
  const many = answer(0.6, ...["p", "q", "r", "s"].map((name) => result(name)));
  expect(worthGoing(own, many)).toHaveLength(3);
});
