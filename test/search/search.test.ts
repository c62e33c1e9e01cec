import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Locale, locales } from "#content/schema.ts";
import { closeIndexer } from "#server/publishing/searchindex.service.ts";
import { fileLoader } from "#server/publishing/searchread.service.ts";
import { CONFIDENT } from "#src/search/confidence.ts";
import { createSearch, type Search, type SearchAnswer } from "#src/search/search.ts";
import { SearchUnavailable } from "#src/search/unavailable.ts";
import { articles, type PublishedSearch, publish } from "./library.ts";

const published = new Map<Locale, PublishedSearch>();
let search: Record<Locale, Search>;

beforeAll(async () => {
  for (const locale of locales) {
    published.set(locale, await publish(await articles(locale), locale));
  }
  search = { en: published.get("en")!.open(), zh: published.get("zh")!.open() };
});
afterAll(async () => {
  await closeIndexer();
  for (const { remove } of published.values()) await remove();
});

const first = ({ results }: SearchAnswer) => results[0]?.key;
const text = (parts: readonly { text: string; mark: boolean }[] = []) =>
  parts.map((part) => (part.mark ? `[${part.text}]` : part.text)).join("");

test.each([
  ["en", "reset password", "en/account/reset-password"],
  ["en", "How do I connect my camera to wifi?", "en/setup/connect-camera-to-wifi"],
  ["en", "conect camra to wi-fi", "en/setup/connect-camera-to-wifi"],
  ["en", "warrenty", "en/refunds/warranty-coverage"],
  ["en", "RED LIGHT HUB", "en/troubleshooting/hub-light-red"],
  ["zh", "怎么开发票", "zh/invoices/request-invoice"],
  ["zh", "忘记密码了", "zh/account/reset-password"],
  ["zh", "网关亮红灯", "zh/troubleshooting/hub-light-red"],
  ["zh", "發票怎麼開", "zh/invoices/request-invoice"],
  ["zh", "忘記密碼", "zh/account/reset-password"],
  ["zh", "mima", "zh/account/reset-password"],
  ["zh", "wangjimima", "zh/account/reset-password"],
  ["zh", "蜜码忘了", "zh/account/reset-password"],
  ["zh", "iPhone 连不上 wifi", "zh/troubleshooting/camera-offline"],
  ["zh", "收不到验证码", "zh/account/no-verification-code"],
] as const)("%s: %s", async (locale, query, key) => {
  expect(first(await search[locale].search(query))).toBe(key);
});

test("while a word is being typed, longer words are found", async () => {
  const answer = await search.en.search("coup", { typing: true });
  expect(first(answer)).toBe("en/orders/use-a-coupon");
  expect((await search.en.search("coup")).results).toEqual([]);
});

test("a result names section and sentence, with the words marked", async () => {
  const { results } = await search.en.search("reset password");
  expect(results[0]?.url).toBe("/en/account/reset-password/");
  expect(text(results[0]?.excerpt)).toContain("[password]");
  expect(results[0]?.section?.heading).toBeTruthy();
  expect(results[0]?.section?.id).toBeTruthy();
});

test("nothing found is an empty list, and no failure", async () => {
  for (const query of ["qwertzuiop", "", "???", "魑魅魍魉", "魑魅魍魉量子"]) {
    expect((await search.zh.search(query)).results).toEqual([]);
  }
});

test("a whole draft leads to its article", async () => {
  const draft =
    "Hi there, I bought two cameras last spring and everything was fine until yesterday evening. " +
    "Now the light on the hub is red and does not go away. I pulled the plug twice. Please help me.";
  const answer = await search.en.suggest("Hub problem", draft);
  expect(first(answer)).toBe("en/troubleshooting/hub-light-red");
  const chinese = await search.zh.suggest(
    "发票",
    "上周买的摄像机，发票抬头写错了，想改成公司名称，谢谢",
  );
  expect(first(chinese)).toBe("zh/invoices/change-invoice-title");
});

test("a short draft leads to the article that a rare pair of characters names", async () => {
  const answer = await search.zh.suggest("买了年费想退款，怎么退", "");
  expect(first(answer)).toBe("zh/refunds/refund-for-subscription");
  expect(answer.confidence).toBeGreaterThan(CONFIDENT);
});

test("one word that some text happens to hold is no answer", async () => {
  const answer = await search.en.search("job");
  expect(answer.results).not.toEqual([]);
  expect(answer.confidence).toBeLessThan(CONFIDENT);
});

test("as typed only: other spellings are not looked for, and their list is not loaded", async () => {
  const { place, locale } = published.get("en")!;
  const lexicon = () => Promise.reject(new Error("loaded"));
  const plain = createSearch({ ...fileLoader(place.siteDir, locale), lexicon });
  expect(first(await plain.search("reset password", { plain: true }))).toBe(
    "en/account/reset-password",
  );
  expect((await plain.search("warrenty", { plain: true })).results).toEqual([]);
  await expect(plain.search("warrenty")).rejects.toThrow(SearchUnavailable);
});

test("an answer says itself whether it is one", async () => {
  expect((await search.en.search("reset password")).confident).toBe(true);
  expect((await search.en.search("job")).confident).toBe(false);
  expect((await search.zh.search("忘记密码了")).confident).toBe(true);
  expect((await search.zh.search("…")).confident).toBe(false);
});

/** Places of the right article for customers' own questions, written before the articles. */
async function quality(locale: Locale) {
  const file = await readFile(`test/questions/${locale}.json`, "utf8");
  const places: number[] = [];
  let empty = 0;
  for (const [key, questions] of Object.entries(JSON.parse(file) as Record<string, string[]>)) {
    for (const question of questions) {
      const { results } = await search[locale].search(question, { limit: 10 });
      places.push(results.findIndex((result) => result.key === `${locale}/${key}`) + 1);
      if (results.length === 0) empty++;
    }
  }
  const share = (limit: number) =>
    places.filter((place) => place > 0 && place <= limit).length / places.length;
  const mrr = places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0) / places.length;
  return { hit1: share(1), hit3: share(3), mrr, zero: empty / places.length };
}

async function falseAnswers(locale: Locale): Promise<number> {
  const file = await readFile(`test/questions/unanswerable.${locale}.json`, "utf8");
  const questions = JSON.parse(file) as string[];
  const answers = await Promise.all(questions.map((question) => search[locale].search(question)));
  return answers.filter(({ confidence }) => confidence >= CONFIDENT).length / questions.length;
}

describe.each([
  ["en", { hit1: 0.68, hit3: 0.85, mrr: 0.78 }],
  ["zh", { hit1: 0.72, hit3: 0.86, mrr: 0.8 }],
] as const)("customers' own questions, %s", (locale, floor) => {
  test("the right article is found", async () => {
    const found = await quality(locale);
    console.log(locale, JSON.stringify(found));
    expect(found.zero).toBeLessThanOrEqual(0.01);
    expect(found.hit1).toBeGreaterThanOrEqual(floor.hit1);
    expect(found.hit3).toBeGreaterThanOrEqual(floor.hit3);
    expect(found.mrr).toBeGreaterThanOrEqual(floor.mrr);
  });

  test("what no article answers is not answered with confidence", async () => {
    expect(await falseAnswers(locale)).toBeLessThanOrEqual(0.08);
  });
});

test("what customers asked before leads to the article that answered them", async () => {
  const asked = "The little lamp on top went dark after the storm and I am worried";
  const records = await articles("en");
  const learned = records.map((record) =>
    record.key === "en/troubleshooting/hub-light-red"
      ? { ...record, aliases: [...record.aliases, "lamp on top is dark since the storm"] }
      : record,
  );
  const other = await publish(learned);
  expect(first(await search.en.search(asked))).not.toBe("en/troubleshooting/hub-light-red");
  expect(first(await other.open().search(asked))).toBe("en/troubleshooting/hub-light-red");
  await other.remove();
});
