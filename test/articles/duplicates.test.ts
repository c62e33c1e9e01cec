import { expect, test } from "vitest";
import {
  type Comparable,
  corpusOf,
  findDuplicates,
  titleLikeness,
  verdictOn,
  wordLikeness,
} from "#server/articles/duplicates.ts";

const titled = (title: string, issue = ""): Comparable => ({ title, issue, aliases: [] });

test.each([
  ["导出报表时提示超时", "导出报表提示超时", 6 / 9],
  ["导出报表时提示超时", "报表导出超时怎么办", 3 / 13],
  ["如何修改发票抬头", "导出报表提示超时", 0],
  ["导出报表，提示“超时”！", "导出报表提示超时", 1],
  ["Camera offline", "camera: offline?", 1],
  ["", "导出", 0],
  ["网", "网", 1],
])("titles %s / %s: %f", (a, b, likeness) => {
  expect(titleLikeness(a, b)).toBeCloseTo(likeness, 10);
  expect(titleLikeness(b, a)).toBe(titleLikeness(a, b));
});

test.each([
  [0.8, "stop"],
  [0.7999, "warn"],
  [0.5, "warn"],
  [0.4999, "free"],
])("%f is %s", (similarity, verdict) => {
  expect(verdictOn(similarity)).toBe(verdict);
});

const articles = [
  { id: "export", ...titled("导出报表提示超时", "导出报表一直转圈，最后提示超时。") },
  { id: "invoice", ...titled("如何修改发票抬头", "发票抬头写错了，想改成公司名称。") },
  { id: "offline", ...titled("摄像机离线", "摄像机显示离线，App 里看不到画面。") },
  { id: "parcel", ...titled("快递显示签收但没收到", "包裹显示签收，家里没有收到。") },
];
const corpus = corpusOf(articles);

test("the words catch what the pairs of the title miss", () => {
  const draft = titled("报表导出超时怎么办", "报表导出的时候超时");
  expect(titleLikeness(draft.title, articles[0]!.title)).toBeLessThan(0.5);
  expect(findDuplicates(draft, articles, corpus)).toMatchObject([{ id: "export", by: "words" }]);
});

test("rare words weigh more than common ones", () => {
  const many = corpusOf([
    ...articles,
    ...Array.from({ length: 20 }, () => titled("App 提示 登录")),
  ]);
  const rare = wordLikeness(titled("报表 提示"), titled("报表 登录"), many);
  const common = wordLikeness(titled("报表 提示"), titled("发票 提示"), many);
  expect(rare).toBeGreaterThan(common);
});

test("an article is fully like itself and free of the rest", () => {
  const found = findDuplicates(articles[2]!, articles, corpus);
  expect(found).toEqual([{ id: "offline", similarity: 1, by: "title", verdict: "stop" }]);
});
