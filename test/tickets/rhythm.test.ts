/** F018: the rhythm of a case that takes a day, told with the templates a desk begins with. */
import { expect, test } from "vitest";
import { promiseIn, rulesOf } from "#server/tickets/purposes.ts";
import { fill, type Values } from "#server/tickets/templatefill.ts";
import { at, created, derive, lines, receipt, replied, shown, status } from "../sla/telling.ts";
import { format, template } from "./filled.ts";

/** What Siyuan sends, and when: the reply's promise is the time that stands in its text. */
function sends(time: string, id: string, values: Values) {
  const { text, missing } = fill(template(id), "zh", values, format);
  expect(missing).toEqual([]);
  const promise = promiseIn(template(id), values);
  return { text, event: replied(time, promise ? shown(promise.getTime())! : undefined) };
}

const instant = (time: string) => new Date(at(time));

test("two hours, four hours, noon of the next day: each time told is kept", () => {
  const who = sends("12:00", "l1_first", { owner: "陈思远", time: instant("16:00") });
  const found = sends("16:00", "progress", {
    action: "日志里看到网关反复断开，正在换一个中继验证。",
    time: instant("11 12:00"),
  });
  const done = sends("11 12:00", "resolved", { solution: "已更换中继，断开的情况没有再出现。" });
  expect(who.text).toMatch(/陈思远.*11月10日周二.*16:00/);
  expect(found.text).toMatch(/11月11日周三.*12:00 之前/);
  expect(rulesOf("resolved").proposes).toBe("solved");

  const story = [created("10:00", "P2"), receipt("10:10"), who.event, found.event, done.event];
  const clocks = derive([...story, status("11 12:00", "solved")], "11 13:00");
  expect(lines(clocks, "promise")).toEqual([
    "met, due 10 16:00, stopped 10 16:00:00",
    "met, due 11 12:00, stopped 11 12:00:00",
  ]);
});
