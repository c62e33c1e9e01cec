import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redact, replaceFindings } from "#server/articles/redaction.ts";
import vectors from "../vectors/redaction-vectors.json" with { type: "json" };

test.each(vectors.vectors)("$id $input", ({ input, known_names, expect: expected }) => {
  const result = redact(input, { knownNames: known_names, allowedPhones: ["4000000000"] });
  expect(result.text).toBe(expected.text);
  expect(result.findings.map(({ kind }) => kind)).toEqual(expected.kinds);
  expect(result.suspects.map(({ text }) => text)).toEqual(expected.suspects);
});

describe("beyond the vectors", () => {
  test.each([
    ["full-width digits", "手机１３８１２３４５６７８", "手机[PHONE_CN]"],
    ["digits of another script", "tel ١٣٨١٢٣٤٥٦٧٨", "tel [PHONE_CN]"],
    ["a number split by something invisible", "138\u200b1234\u200b5678", "[PHONE_CN]"],
    ["no-break spaces and long dashes", "138\u00a01234\u20135678", "[PHONE_CN]"],
    ["an identity number in groups", "110105 19491231 002x", "[CN_ID]"],
    ["a card behind other numbers", "2 x 4111 1111 1111 1111", "2 x [CARD]"],
    ["an American number", "ring (415) 555-0134 today", "ring [PHONE_INTL] today"],
    ["00 for +", "0044 20 7946 0958", "[PHONE_INTL]"],
    ["our own signed link", "/zh/ticket/?t=4fQz0aK9sW1xYb7c&x=1", "/zh/ticket/?t=[URL_TOKEN]&x=1"],
    ["a password without a verb", "密码 Abc@12345 登录", "密码 [PASSWORD] 登录"],
    ["a password before Chinese", "密码是Abc123谢谢", "密码是[PASSWORD]谢谢"],
    ["a wrong password tells nothing", "the password is wrong", "the password is wrong"],
    ["nor does a forgotten one", "密码是什么我忘了", "密码是什么我忘了"],
    [
      "an order without a number",
      "my order arrived, order status?",
      "my order arrived, order status?",
    ],
    ["a payment by WeChat", "WeChat payment failed", "WeChat payment failed"],
    ["a street without its city", "寄到建国路88号2单元", "[ADDR_CN]"],
    ["a name behind a label", "收件人：王小明，电话在下面", "收件人：[NAME]，电话在下面"],
    ["a label alone", "姓名、电话都对", "姓名、电话都对"],
    ["a name inside a sentence", "请找王小明经理", "请找[NAME]经理"],
    ["a trade", "请找项目经理", "请找项目经理"],
    ["a greeting", "Hi Jane,\nit works", "Hi [NAME],\nit works"],
    ["an empty greeting", "Hi there,\nDear Customer,", "Hi there,\nDear Customer,"],
    ["a signature", "Thanks,\nAnn-Marie O'Neil", "Thanks,\n[NAME]"],
    ["two that come together", "身份证 13812345678 130503670401001", "身份证 [PHONE_CN] [CN_ID15]"],
    ["a host with a password", "ftp://me:hunter2@host", "ftp://me:[SECRET]@host"],
  ])("%s", (_case, input, output) => {
    expect(redact(input).text).toBe(output);
  });

  test("known names count whole, by their capitalised words, and inside an address", () => {
    const input = "Jane Doe wrote; JANE  DOE too. Ask Doe, not a doe. Mail Doe@x.example";
    expect(redact(input, { knownNames: ["Jane Doe"] }).text).toBe(
      "[NAME] wrote; [NAME] too. Ask [NAME], not a doe. Mail [EMAIL]",
    );
  });

  test("an allowed number stays, however it is written, but not inside a longer one", () => {
    const allowedPhones = ["010-6234 5678"];
    expect(redact("(010) 62345678", { allowedPhones })).toMatchObject({
      findings: [],
      suspects: [],
    });
    expect(redact("0106234567812345", { allowedPhones }).suspects).toHaveLength(1);
  });

  test("findings lie where they were written, so that each can be undone", () => {
    const input = "李雷 １３８１２３４５６７８ a@b.example";
    const { findings } = redact(input, { knownNames: ["李雷"] });
    for (const { start, end, original } of findings) expect(input.slice(start, end)).toBe(original);
    const kept = findings.filter(({ kind }) => kind !== "EMAIL");
    expect(replaceFindings(input, kept)).toBe("[NAME] [PHONE_CN] a@b.example");
  });
});

describe("for every text", () => {
  const pieces = fc.constantFrom(
    ...vectors.vectors.map(({ input }) => input),
    ...["13812345678", "4111 1111 1111 1111", "密码是 ", "身份证", "order #", "[EMAIL]", "[NAME]"],
    ...["Jane Doe", "张三丰", "@x.example", "a@b.example", "?token=", "&t=", "-", " ", "\n", "+86"],
    ...[
      "010-62345678",
      "400-000-0000",
      "建国路88号",
      "我叫",
      "李雷",
      "先生",
      "Mr ",
      "\u200b",
      "１２３",
    ],
  );
  const text = fc
    .array(
      fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 6 }), fc.stringMatching(/^\d{0,9}$/)),
    )
    .map((parts) => parts.join(""));
  const options = { knownNames: ["Jane Doe", "张三丰"], allowedPhones: [] };

  test("redacting twice is redacting once", () => {
    fc.assert(
      fc.property(text, (input) => {
        const once = redact(input, options);
        const twice = redact(once.text, options);
        expect(twice.text).toBe(once.text);
        expect(twice.findings).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("what lies outside the findings is unchanged", () => {
    fc.assert(
      fc.property(text, (input) => {
        const { text: output, findings } = redact(input, options);
        let at = 0;
        let rest = output;
        for (const { start, end, replacement } of findings.toSorted((a, b) => a.start - b.start)) {
          const before = input.slice(at, start);
          expect(rest.startsWith(before + replacement)).toBe(true);
          rest = rest.slice(before.length + replacement.length);
          at = end;
        }
        expect(rest).toBe(input.slice(at));
      }),
      { numRuns: 500 },
    );
  });

  test("no run of eleven digits is left outside the suspects", () => {
    fc.assert(
      fc.property(text, (input) => {
        const { text: output, suspects } = redact(input, options);
        for (const [run] of output.matchAll(/\p{Nd}{11,}/gu)) {
          expect(suspects.some((suspect) => suspect.text.includes(run))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("a long text takes no longer than its length asks for", () => {
    const started = performance.now();
    for (const unit of ["a", "1", "中", "a@", "密码是", "北京市朝阳区", "1 ", "Regards\n"]) {
      redact(unit.repeat(20_000 / unit.length));
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
