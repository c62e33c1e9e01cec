import { expect, test } from "vitest";
import { HOUR, MINUTE } from "#server/sla/instant.ts";
import { type Arrival, batches } from "#server/triage/batch.ts";

const at = (minutes: number, over: Partial<Arrival> = {}): Arrival => ({
  ...{ id: `t${minutes}`, category: "fault", region: "east", at: minutes * MINUTE },
  ...over,
});
const ids = (...tickets: Arrival[]) => batches(tickets).map((batch) => batch.ids);

test.each<[string, Arrival[], string[][]]>([
  ["F116 three within an hour", [at(0), at(20), at(60)], [["t0", "t20", "t60"]]],
  ["F116 one minute too late", [at(0), at(20), at(61)], []],
  ["two", [at(0), at(1)], []],
  ["in any order of arrival", [at(50), at(0), at(9)], [["t0", "t9", "t50"]]],
  ["another region", [at(0), at(1), at(2, { region: "west" })], []],
  ["region not known", [at(0), at(1), at(2)].map((one) => ({ ...one, region: null })), []],
  ["another category", [at(0), at(1), at(2, { category: "question" })], []],
  ["a long wave is one", [at(0), at(30), at(60), at(90)], [["t0", "t30", "t60", "t90"]]],
  [
    "two waves",
    [at(0), at(1), at(2), at(300), at(301), at(302)],
    [
      ["t0", "t1", "t2"],
      ["t300", "t301", "t302"],
    ],
  ],
  ["a straggler isn't part of it", [at(0), at(1), at(2), at(63)], [["t0", "t1", "t2"]]],
])("%s", (_, tickets, wanted) => expect(ids(...tickets)).toEqual(wanted));

test("a batch says what, where and when", () => {
  const [batch] = batches([at(0), at(10), at(20)]);
  expect(batch).toMatchObject({ category: "fault", region: "east", first: 0, last: 20 * MINUTE });
  expect(batches([at(0), at(10)], { least: 2, within: HOUR })).toHaveLength(1);
});
