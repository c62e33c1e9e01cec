/** Whatever is typed or pasted has an answer, and soon. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeIndexer } from "#server/publishing/searchindex.service.ts";
import { CONFIDENT } from "#src/search/confidence.ts";
import type { Search } from "#src/search/search.ts";
import { articles, type PublishedSearch, publish } from "./library.ts";

const published: PublishedSearch[] = [];
let search: Record<"en" | "zh", Search>;

beforeAll(async () => {
  for (const locale of ["en", "zh"] as const)
    published.push(await publish(await articles(locale), locale));
  search = { en: published[0]!.open(), zh: published[1]!.open() };
});
afterAll(async () => {
  await closeIndexer();
  for (const { remove } of published) await remove();
});

test.each([
  ["control characters", "\u0000\u0007\u001B[31m\u202E", 0],
  ["emoji", "😀👍🏽👨‍👩‍👧", 0],
  ["signs", "?!…—<>&/\\", 0],
  ["half a character", "\uD83D", 0],
  ["a third language", "Hvordan nulstiller jeg adgangskoden", 0],
  ["Arabic", "كيف أعيد تعيين كلمة المرور", 0],
] as const)("%s find nothing, which is no failure", async (_, query, results) => {
  for (const locale of ["en", "zh"] as const) {
    const answer = await search[locale].search(query);
    expect(answer.confidence).toBeLessThan(CONFIDENT);
    if (results === 0 && !/[a-z]/.test(query)) expect(answer.results).toEqual([]);
  }
});

test("words that say nothing are no answer, whatever they find", async () => {
  for (const query of ["how do I", "the of and", "what is it"]) {
    expect((await search.en.search(query)).confidence).toBeLessThan(CONFIDENT);
  }
  for (const query of ["怎么办", "请问一下", "的了吗"]) {
    expect((await search.zh.search(query)).confidence).toBeLessThan(CONFIDENT);
  }
});

test("markup is text: it is found by its words and comes back as text", async () => {
  const { results } = await search.en.search('<img src=x onerror="alert(1)"> reset password');
  expect(results[0]?.key).toBe("en/account/reset-password");
  const words = results[0]!.title.map(({ text }) => text).join("");
  expect(words).not.toContain("<");
});

test("a paste of 5 MB is answered like its beginning", async () => {
  const paste = `reset password ${"lorem ipsum dolor ".repeat(290_000)}`;
  const start = performance.now();
  const answer = await search.en.search(paste);
  const draft = await search.en.suggest("Reset password", paste);
  expect(performance.now() - start).toBeLessThan(3000);
  expect(answer.results[0]?.key).toBe("en/account/reset-password");
  expect(draft.results[0]?.key).toBe("en/account/reset-password");
});
