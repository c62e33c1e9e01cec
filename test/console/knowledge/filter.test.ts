import { expect, test } from "vitest";
import { readSearch, shownArticles } from "../../../src/console/knowledge/list/filter.ts";
import type { Article } from "../../../src/console/knowledge/records.ts";

const article = (title: string, part: Partial<Article> = {}): Article => ({
  articleId: "kb-000001",
  locale: "en",
  category: "setup",
  title,
  href: "/en/setup/x/",
  onSite: true,
  audience: "public",
  confidence: "validated",
  owner: "support",
  changed: "2026-01-01",
  reviewBy: null,
  reuse: 0,
  ...part,
});

const shelf = [
  article("Connect a camera to Wi-Fi", { changed: "2026-05-01", reuse: 2, reviewBy: "2027-01-01" }),
  article("Camera is offline", { category: "troubleshooting", changed: "2026-06-01", reuse: 9 }),
  article("把摄像机连上 Wi-Fi", { locale: "zh", changed: "2026-04-01", reviewBy: "2026-10-01" }),
];

test.each([
  [{}, ["Camera is offline", "Connect a camera to Wi-Fi", "把摄像机连上 Wi-Fi"]],
  [{ q: "wi-fi CAMERA" }, ["Connect a camera to Wi-Fi"]],
  [{ q: "摄像机" }, ["把摄像机连上 Wi-Fi"]],
  [{ language: "zh" }, ["把摄像机连上 Wi-Fi"]],
  [{ category: "troubleshooting" }, ["Camera is offline"]],
  [{ order: "reuse", language: "en" }, ["Camera is offline", "Connect a camera to Wi-Fi"]],
  [{ order: "review" }, ["把摄像机连上 Wi-Fi", "Connect a camera to Wi-Fi", "Camera is offline"]],
  [{ q: "zeppelin" }, []],
])("the address %j shows %j", (raw, titles) => {
  expect(shownArticles(shelf, readSearch(raw)).map(({ title }) => title)).toEqual(titles);
});

test("what an address says wrongly is left out", () => {
  const raw = { q: "", language: "fr", order: "changed", category: 7, page: 3 };
  expect(readSearch(raw)).toEqual({});
});
