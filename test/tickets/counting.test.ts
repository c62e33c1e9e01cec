/** How the time at the head of the customer's page was counted, in short. */
import { expect, test } from "vitest";
import { arithmeticOf } from "#server/sla/arithmetic.ts";
import { defaultBook } from "#server/sla/defaults.ts";
import type { LogEvent, Priority } from "#server/sla/log.ts";
import type { Metric } from "#server/sla/metrics.ts";
import { countingOf } from "#server/tickets/counting.ts";
import { countingText } from "#src/islands/status/words.ts";
import { answered, at, created, promised, status, wrote } from "../sla/telling.ts";

const text = (log: LogEvent[], now: string, metric: Metric, locale: "en" | "zh" = "en") =>
  countingText(countingOf(arithmeticOf(log, defaultBook, at(now), metric, 1), defaultBook), locale);
const came = (priority: Priority) => [created("10:00", priority)];

test("in the desk's hours, and without the time in which we waited for the customer", () => {
  expect(text(came("P2"), "10:05", "first_reply")).toBe(
    "Counted Monday to Friday, 09:00–18:00 (UTC+8).",
  );
  expect(text(came("P2"), "10:05", "first_reply", "zh")).toBe(
    "按周一至周五 09:00–18:00 计时（UTC+8）。",
  );
  const waited = [...came("P2"), status("11:00", "waiting_customer", "new"), wrote("12:00")];
  expect(text(waited, "12:05", "resolution")).toBe(
    "Counted Monday to Friday, 09:00–18:00 (UTC+8). It stood still while we waited for you.",
  );
  expect(text(waited, "12:05", "resolution", "zh")).toMatch(
    /计时（UTC\+8）。等您回复的时间没有计入。$/,
  );
});

test("round the clock there is nothing to say; a promise is a time that no hours move", () => {
  expect(text(came("P0"), "10:05", "first_reply")).toBe("");
  const told = [...came("P2"), answered("10:30", "16:00"), promised("10:31", "16:00")];
  expect(text(told, "10:40", "promise")).toBe("");
});

test("a week with gaps names its days", () => {
  const counting = { days: ["mon", "wed"] as const, from: "09:00", to: "12:00", zone: "UTC" };
  const hours = { ...counting, days: [...counting.days] };
  expect(countingText({ hours, hasWaited: false }, "en")).toBe(
    "Counted Monday and Wednesday, 09:00–12:00 (UTC+0).",
  );
});
