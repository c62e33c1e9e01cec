import { expect, test } from "vitest";
import { otherWords } from "#server/publishing/synonyms.ts";

test.each([
  ["Get an invoice", [["invoice", "receipt", "bill"]], ["receipt", "bill"]],
  ["Billing and bills", [["bill", "invoice"]], []],
  ["WI-FI drops", [["wi-fi", "wireless"]], ["wireless"]],
  ["Refund, or your money back", [["refund", "money back", "reimbursement"]], ["reimbursement"]],
  ["What (else)?", [["(else)", "$& more"]], ["$& more"]],
  ["忘记密码", [["密码", "口令"]], ["口令"]],
  [
    "摄像机离线",
    [
      ["摄像机", "监控"],
      ["离线", "断网"],
    ],
    ["监控", "断网"],
  ],
  ["Hub", [], []],
])("%s", (title, groups, expected) => {
  expect(otherWords(title, groups)).toEqual(expected);
});

test("a large group gives no more than a dozen", () => {
  const group = ["hub", ...Array.from({ length: 40 }, (_, at) => `word${at}`)];
  expect(otherWords("The hub", [group])).toHaveLength(12);
});
