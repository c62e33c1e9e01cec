import { describe, expect, test } from "vitest";
import { jargonWords, vagueWords } from "#server/triage/wording.ts";
import { jargon } from "#server/triage/wordingterms.ts";

describe("F021 exact times", () => {
  test.each([
    ["我们会尽快处理", ["尽快"]],
    ["我們會盡快處理，稍後回覆", ["盡快", "稍後"]],
    ["马上为您处理。", ["马上"]],
    ["We will look at it ASAP and reply soon.", ["ASAP", "soon"]],
    ["I'll be back shortly", ["shortly"]],
    ["as soon as possible", ["as soon as possible"]],
    ["今天会尽快处理", []],
    ["明天 12:00 前尽快给您答复", []],
    ["两小时内马上联系您", []],
    ["3 个工作日内尽快退款", []],
    ["周五前尽快", []],
    ["12月3日前尽快", []],
    ["We will reply soon, by 15:00", []],
    ["soon, by 3 pm", []],
    ["ASAP, within 2 hours", []],
    ["shortly, within the next two working days", []],
    ["soon: tomorrow", []],
    ["soon, on 3 December", []],
    ["You will hear from me as soon as the technician has looked", []],
    ["The sooner the better", []],
    ["later than we wanted", []],
    ["请点击立刻购买", ["立刻"]],
    ["We are in touch with the courier soon", ["soon"]],
    ["版本 3.2 尽快发布", ["尽快"]],
  ])("%s → %j", (text, terms) => expect(vagueWords(text).map(({ term }) => term)).toEqual(terms));

  test("a time counts in its own sentence only, and offsets are those of the text", () => {
    const text = "已于 10:05 收到。我们会尽快处理！";
    expect(vagueWords(text)).toEqual([{ term: "尽快", index: text.indexOf("尽快") }]);
    expect(vagueWords("We close at 18:00. You hear from us soon.")).toEqual([
      { term: "soon", index: 36 },
    ]);
  });
});

describe("F124 plain words", () => {
  test.each([
    ["清理缓存后重试", ["清理缓存"]],
    ["接口超时导致加载失败", ["接口超时"]],
    ["The stack trace shows an API timeout", ["stack trace", "API timeout"]],
    ["缓存和日志", ["缓存", "日志"]],
    ["clear your cache", ["cache"]],
    ["capital and cachet", []],
    ["您可以重新试一下", []],
  ])("%s → %j", (text, terms) => expect(jargonWords(text).map(({ term }) => term)).toEqual(terms));

  test("every word has a counterpart in both languages that is no jargon itself", () => {
    for (const { plain } of jargon) {
      expect(plain.en && plain.zh).toBeTruthy();
      expect([...jargonWords(plain.en), ...jargonWords(plain.zh)]).toEqual([]);
    }
  });
});
