import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hitsOf, type Lexicon, lexiconSchema } from "#server/triage/lexicon.ts";
import { foldScript } from "#server/triage/script.ts";
import { foldText } from "#server/triage/text.ts";

const lexicon = (over: Partial<Lexicon> = {}): Lexicon =>
  lexiconSchema.parse({
    id: "some",
    purpose: "",
    terms: {
      en: ["loss", "scam", "error", "can't log in", "fraud", "urgent"],
      zh: ["损失", "骗子", "投诉", "马上", "报错", "无法登录", "发票"],
    },
    except: { en: ["packet loss"], zh: ["投诉电话"] },
    ...over,
  });
const found = (text: string, over?: Partial<Lexicon>) =>
  hitsOf(lexicon(over), foldText(text)).terms;

describe("folding", () => {
  test.each([
    ["ＡＢＣ　１２３", "abc 123"],
    ["提現失敗,耽誤了項目", "提现失败,耽误了项目"],
    ["垃\u200b圾\u2060", "垃圾"],
    ["Can\u2019t  LOG\tin", "can't log in"],
    ["无法 登录", "无法登录"],
    ["site is\ndown", "site is down"],
    ["one\n \n two", "one\ntwo"],
    ["见 https://x.example/error 无法访问", "见无法访问"],
    ["https://x.example/a无法访问", "无法访问"],
    ["scam@mail.example wrote", "wrote"],
  ])("%j → %j", (text, folded) => expect(foldText(text)).toBe(folded));

  test("simplified text stays as it is", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(..."无法登录提现失败耽误项目垃圾骗子损失后里面只"),
        (character) => {
          expect(foldScript(character)).toBe(character);
        },
      ),
    );
  });
});

describe("words", () => {
  test.each([
    ["Chinese anywhere", "这骗子公司", ["骗子"]],
    ["Latin as whole words", "glossy scammers errors", []],
    ["Latin beside Chinese", "页面error了", ["error"]],
    ["upper case and curly apostrophes", "I CAN’T LOG IN", ["can't log in"]],
    ["the longest meaning wins", "we see packet loss", []],
    ["a phrase that means something else", "投诉电话是多少", []],
    ["traditional script", "無法登錄，損失很大", ["无法登录", "损失"]],
    ["a URL says nothing", "see https://x.example/scam", []],
  ])("%s", (_, text, terms) => expect(found(text)).toEqual(terms));

  test("F012 repeats count", () => {
    const hits = hitsOf(lexicon(), foldText("骗子！骗子！还我钱，骗子"));
    expect(hits).toEqual({ terms: ["骗子"], count: 3 });
  });
});

describe("negation", () => {
  test.each([
    ["没有造成损失", false],
    ["没造成任何损失", false],
    ["无损失", false],
    ["并未造成损失", false],
    ["不是骗子", false],
    ["并非投诉", false],
    ["我不要投诉", false],
    ["升级后不会报错", false],
    ["没有解决，我要投诉", true],
    ["没人处理投诉", true],
    ["没有人处理我的投诉", true],
    ["不是第一次投诉了", true],
    ["你们是不是骗子", true],
    ["有没有损失还不知道", true],
    ["没有退款但造成损失", true],
    ["无法登录", true],
    ["会不会报错", true],
    ["This is not a scam", false],
    ["no signs of fraud", false],
    ["without any loss", false],
    ["It isn't a scam", false],
    ["we didn't see errors, no error", false],
    ["not at all, scam", true],
    ["No. It is a scam", true],
    ["no reply from you and it is fraud", true],
    ["I can't open it: error", true],
    ["it doesn't work because error 5", true],
    ["I can't see why this error", true],
    ["I can't stand this scam", true],
    ["never again, fraud", true],
  ])("F012 %s → %s", (text, counts) => expect(found(text).length > 0).toBe(counts));

  test.each([
    ["马上就好了", false],
    ["马上好了，谢谢", false],
    ["马上解决了", false],
    ["马上给我解决", true],
    ["马上！好了没有", true],
  ])("F012 hurry or relief: %s → %s", (text, counts) =>
    expect(found(text).length > 0).toBe(counts),
  );

  test("F048 a missing invoice is about invoices, another matter isn't", () => {
    expect(found("一直没有收到发票", { negatedBy: "denial" })).toEqual(["发票"]);
    expect(found("不是发票的问题", { negatedBy: "denial" })).toEqual([]);
    expect(found("没有发票", { negatedBy: "any" })).toEqual([]);
    expect(found("不是发票的问题", { negatedBy: "none" })).toEqual(["发票"]);
  });
});
