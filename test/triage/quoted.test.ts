import fc from "fast-check";
import { expect, test } from "vitest";
import { ownWords } from "#server/triage/quoted.ts";

test.each([
  ["a line that is quoted", "Thanks.\n> You wrote this\nAnd this?", "Thanks.\nAnd this?"],
  [
    "an older mail",
    "Still broken.\n\nOn Mon, 16 Nov 2026 at 10:00, Heronby wrote:\nHello",
    "Still broken.",
  ],
  [
    "its first line broken in two",
    "No.\nOn Mon, 16 Nov 2026 at 10:00, Heronby\n<a@b.example> wrote:\nHi",
    "No.",
  ],
  ["what Outlook puts before it", "Yes.\n-----Original Message-----\nFrom: a", "Yes."],
  ["a block of headers", "Yes.\nFrom: Heronby\nSent: Monday\nHi", "Yes."],
  ["the same in Chinese", "还没好。\n发件人: 鹭屿\n发送时间: 2026年11月16日\n您好", "还没好。"],
  [
    "how Chinese mail programs say it",
    "还没好。\n在2026年11月16日 10:00，鹭屿 写道：\n您好",
    "还没好。",
  ],
  ["nothing, when there is nothing else", "> all of it", "> all of it"],
  [
    "nothing of a sentence that begins alike",
    "From: me. Please help.\nOn Monday it broke.",
    "From: me. Please help.\nOn Monday it broke.",
  ],
])("%s is left out", (_, text, own) => {
  expect(ownWords(text)).toBe(own);
});

test("what is quoted below never changes what is said above", () => {
  const line = fc.stringMatching(/^[a-z ]{1,20}$/).map((text) => `x${text}`);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), fc.array(line), (said, quoted) => {
      const mail = [...said, ...quoted.map((text) => `> ${text}`)].join("\n");
      expect(ownWords(mail)).toBe(said.join("\n").trim());
    }),
  );
});
