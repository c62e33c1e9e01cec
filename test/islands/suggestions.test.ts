import { expect, test, vi } from "vitest";
import { askArm, isShown } from "#src/islands/ask/arm.ts";
import { worthAsking, worthShowing } from "#src/islands/ask/useSuggestions.ts";
import type { SearchAnswer } from "#src/search/search.ts";

const answer = (confidence: number, ...scores: number[]): SearchAnswer => ({
  confidence,
  confident: confidence >= 0.5,
  terms: [],
  took: 0,
  results: scores.map((score) => ({
    key: String(score),
    article: "kb-000101",
    url: "/en/setup/x/",
    title: [],
    category: "",
    section: null,
    excerpt: [],
    score,
  })),
});

test.each([
  ["it", "", false],
  ["a b c", "", false],
  ["", "door", true],
  ["门", "", false],
  ["门铃", "", true],
])("%s %s is worth looking for: %s", (subject, description, worth) => {
  expect(worthAsking(subject, description)).toBe(worth);
});

test("articles that only share a word with the draft are left out", () => {
  expect(worthShowing(answer(0.8, 2, 1.2, 0.9)).map(({ score }) => score)).toEqual([2, 1.2]);
});

test("a draft that no article is about interrupts nobody", () => {
  expect(worthShowing(answer(0.2, 0.4, 0.39))).toEqual([]);
});

test("nothing found is nothing to show", () => {
  expect(worthShowing(answer(0))).toEqual([]);
});

test.each([
  ["T", [], "invoices", true],
  ["C", [], "invoices", false],
  ["C", ["security"], "invoices", false],
  ["C", ["security"], "security", true],
] as const)(
  "arm %s, but for %o: shown to somebody who asks about %s: %s",
  (arm, except, category, shown) => {
    expect(isShown({ arm, except }, category)).toBe(shown);
  },
);

test("whoever can't be asked about is helped", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("away")));
  expect(await askArm()).toEqual({ arm: "T", except: [] });
  vi.stubGlobal("fetch", async () => new Response("busy", { status: 503 }));
  expect(await askArm()).toEqual({ arm: "T", except: [] });
  vi.stubGlobal("fetch", async () => Response.json({ arm: "C", except: ["security"] }));
  expect(await askArm()).toEqual({ arm: "C", except: ["security"] });
  vi.unstubAllGlobals();
});
